package io.tastemaker.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderIdTest {

    private static final TeamId TEAM = new TeamId(new UUID(7, 7));

    @Test
    void the_same_request_of_a_team_asks_for_the_same_order() {
        assertThat(OrderId.asked(TEAM, "key")).isEqualTo(OrderId.asked(new TeamId(new UUID(7, 7)), "key"));
        assertThat(OrderId.asked(TEAM, "key")).as("in every release").hasToString("5423e42a-c1ad-8d9f-88d5-2c08555f38c5");
    }

    @Test
    void other_teams_and_other_requests_ask_for_other_orders() {
        Set<OrderId> ids = new HashSet<>();
        for (int team = 0; team < 50; team++) {
            for (int key = 0; key < 50; key++) {
                ids.add(OrderId.asked(new TeamId(new UUID(7, team)), "key-" + key));
            }
        }
        assertThat(ids).hasSize(2_500);
    }

    @Test
    void an_order_that_follows_from_a_request_has_a_uuid_of_version_8() {
        for (int key = 0; key < 200; key++) {
            UUID id = OrderId.asked(TEAM, "key-" + key).value();
            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void the_text_of_an_id_reads_as_the_id() {
        OrderId id = OrderId.asked(TEAM, "key");
        assertThat(OrderId.of(id.toString())).isEqualTo(id);
        assertThatIllegalArgumentException().isThrownBy(() -> OrderId.of("no uuid"));
    }
}
