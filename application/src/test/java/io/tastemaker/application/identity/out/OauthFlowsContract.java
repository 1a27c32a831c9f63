package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.OauthFlows.Flow;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of sign-ins under way does. */
public abstract class OauthFlowsContract {

    private static final Instant END = NOON.plusSeconds(600);

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract OauthFlows flows();

    @Test
    void a_sign_in_is_taken_up_as_it_was_begun() {
        Flow begun = begun(Optional.empty());
        assertThat(take(begun, NOON)).get().usingRecursiveComparison().isEqualTo(begun);
    }

    @Test
    void whose_account_is_to_be_linked_is_kept() {
        UserId ana = newOwner(transactions(), teams(), users()).id();
        Flow begun = begun(Optional.of(ana));
        assertThat(take(begun, NOON).orElseThrow().linkTo()).contains(ana);
    }

    @Test
    void it_is_taken_up_once() {
        Flow begun = begun(Optional.empty());
        take(begun, NOON);
        assertThat(take(begun, NOON)).isEmpty();
    }

    @Test
    void of_many_that_take_it_up_at_once_exactly_one_succeeds() {
        Flow begun = begun(Optional.empty());
        assertThat(AtOnce.call(20, number -> take(begun, NOON))).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void it_is_waited_for_until_its_end() {
        assertThat(take(begun(Optional.empty()), END.minusMillis(1))).isPresent();
        assertThat(take(begun(Optional.empty()), END)).isEmpty();
    }

    @Test
    void an_unknown_state_is_no_sign_in() {
        assertThat(transactions().inTransaction(PROGRAM, "test", () -> flows().take("unknown", NOON))).isEmpty();
    }

    @Test
    void old_ones_are_forgotten() {
        Flow begun = begun(Optional.empty());
        transactions().run(PROGRAM, "test", () -> flows().purge(END));
        assertThat(transactions().inTransaction(PROGRAM, "test", () -> flows().purge(END.plusSeconds(1)))).isPositive();
        assertThat(take(begun, NOON)).isEmpty();
    }

    private Flow begun(Optional<UserId> linkTo) {
        Flow flow = new Flow("hash " + SeededIds.next(), "google", "https://app.example.com/oauth-callback", linkTo, new byte[] {1, 2, 3}, END);
        transactions().run(PROGRAM, "test", () -> flows().begin(flow));
        return flow;
    }

    private Optional<Flow> take(Flow flow, Instant now) {
        return transactions().inTransaction(PROGRAM, "test", () -> flows().take(flow.stateHash(), now));
    }
}
