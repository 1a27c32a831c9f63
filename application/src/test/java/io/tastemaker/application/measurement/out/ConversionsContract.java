package io.tastemaker.application.measurement.out;

import static io.tastemaker.application.measurement.out.MeasurementStores.code;
import static io.tastemaker.application.measurement.out.MeasurementStores.link;
import static io.tastemaker.application.measurement.out.MeasurementStores.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.measurement.Conversion;
import io.tastemaker.domain.measurement.Measured;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of orders does. */
public abstract class ConversionsContract {

    private MeasurementStores stores;
    private Conversions conversions;
    private TrackedLink link;

    protected abstract MeasurementStores open();

    @BeforeEach
    void openStores() {
        stores = open();
        conversions = stores.places.conversions();
        link = link(stores.id(), code(), second(0));
        stores.write(stores.team, () -> {
            stores.places.links().add(link);
            return true;
        });
    }

    @Test
    void an_order_is_kept_to_the_last_digit_for_its_own_team_only() {
        List<Measured> things = List.of(new Measured.OfCampaign(), new Measured.OfCreator(new CreatorId(SeededIds.next())),
                new Measured.OfPost(stores.added("71234501").id()));
        for (int i = 0; i < things.size(); i++) {
            Conversion order = order("A-" + i, "98765432109.99", things.get(i));
            assertThat(stores.write(stores.team, () -> conversions.add(order))).isTrue();
            assertThat(stores.read(stores.team, () -> conversions.find(stores.id(), order.order()))).contains(order);
        }
        assertThat(stores.read(stores.team, () -> conversions.all(stores.id()))).hasSize(3);
        assertThat(stores.read(stores.other, () -> conversions.all(stores.id()))).isEmpty();
        assertThat(stores.read(stores.other, () -> conversions.find(stores.id(), "A-1"))).isEmpty();
    }

    @Test
    void an_order_counts_once_and_the_first_word_stays() {
        Conversion first = order("A-1", "10.00", new Measured.OfCampaign());
        stores.write(stores.team, () -> conversions.add(first));
        assertThat(stores.write(stores.team, () -> conversions.add(order("A-1", "99.00", new Measured.OfCampaign())))).isFalse();
        assertThat(stores.read(stores.team, () -> conversions.all(stores.id()))).containsExactly(first);
    }

    @Test
    void nothing_is_added_to_another_teams_campaign() {
        assertThatThrownBy(() -> stores.write(stores.other, () -> conversions.add(order("A-1", "10.00", new Measured.OfCampaign()))))
                .isInstanceOf(RuntimeException.class);
    }

    private Conversion order(String id, String amount, Measured about) {
        return new Conversion(stores.id(), id, Money.of(amount, "BRL"), Optional.of(link.id()), Optional.empty(), about, second(1), second(2));
    }
}
