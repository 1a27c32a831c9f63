package io.tastemaker.application.measurement.out;

import static io.tastemaker.application.measurement.out.MeasurementStores.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PromoCodeId;
import io.tastemaker.domain.shared.TeamId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of promo codes does. */
public abstract class PromoCodesContract {

    private MeasurementStores stores;
    private PromoCodes codes;

    protected abstract MeasurementStores open();

    @BeforeEach
    void openStores() {
        stores = open();
        codes = stores.places.codes();
    }

    @Test
    void a_code_is_found_as_it_was_added_by_its_own_team_only() {
        PromoCode code = code(stores.id(), "ANA10", 0);
        assertThat(add(stores.team, code)).isTrue();

        assertThat(stores.read(stores.team, () -> codes.find(stores.id(), code.id()))).contains(code);
        assertThat(stores.read(stores.team, () -> codes.findByCode(stores.id(), "ANA10"))).contains(code);
        assertThat(stores.read(stores.team, () -> codes.findByCode(stores.id(), "ANA11"))).isEmpty();
        assertThat(stores.read(stores.other, () -> codes.find(stores.id(), code.id()))).isEmpty();
        assertThat(stores.read(stores.other, () -> codes.findByCode(stores.id(), "ANA10"))).isEmpty();
    }

    @Test
    void a_team_has_a_code_once_and_another_team_may_have_it_too() {
        assertThat(add(stores.team, code(stores.id(), "ANA10", 0))).isTrue();
        assertThat(add(stores.team, code(stores.id(), "ANA10", 1))).isFalse();
        assertThat(add(stores.other, code(stores.others.id(), "ANA10", 1))).isTrue();
        assertThat(stores.read(stores.team, () -> codes.count(stores.id()))).isEqualTo(1);
    }

    @Test
    void nothing_is_added_to_another_teams_campaign() {
        assertThatThrownBy(() -> add(stores.other, code(stores.id(), "ANA10", 0))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_code_is_archived_once_and_stays_taken() {
        PromoCode code = code(stores.id(), "ANA10", 0);
        add(stores.team, code);
        archive(code.archived(second(9)));
        archive(code.archived(second(20)));

        assertThat(stores.read(stores.team, () -> codes.find(stores.id(), code.id()))).contains(code.archived(second(9)));
        assertThat(add(stores.team, code(stores.id(), "ANA10", 1))).isFalse();
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first() {
        List<PromoCode> newestFirst = List.of(code(stores.id(), "C5", 5), code(stores.id(), "C4", 4), code(stores.id(), "C3", 3), code(stores.id(), "C2", 2),
                code(stores.id(), "C1", 1));
        newestFirst.forEach(code -> add(stores.team, code));
        assertThat(stores.pages(stores.team, page -> codes.list(stores.id(), page))).isEqualTo(newestFirst);
        assertThat(stores.pages(stores.other, page -> codes.list(stores.id(), page))).isEmpty();
    }

    private boolean add(TeamId writer, PromoCode code) {
        return stores.write(writer, () -> codes.add(code));
    }

    private void archive(PromoCode code) {
        stores.write(stores.team, () -> {
            codes.archive(code);
            return true;
        });
    }

    private static PromoCode code(CampaignId campaign, String text, int second) {
        return new PromoCode(new PromoCodeId(SeededIds.next()), campaign, text.length() < 3 ? text + "_" : text,
                Optional.of(new CreatorId(SeededIds.next())), "10 % off", Optional.of(LocalDate.of(2026, 9, 1)), Optional.empty(), "user:ana", second(second),
                Optional.empty());
    }
}
