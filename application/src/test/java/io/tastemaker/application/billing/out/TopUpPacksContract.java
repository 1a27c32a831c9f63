package io.tastemaker.application.billing.out;

import static io.tastemaker.application.billing.out.BillingFixtures.usd;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.billing.TopUpPack;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import java.util.Comparator;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every store of packs does. Other packs may be in it. */
public abstract class TopUpPacksContract {

    private final String key = "test-" + SeededIds.next();

    protected abstract PlatformTransactions platform();

    protected abstract TopUpPacks packs();

    @Test
    void the_packs_that_the_program_ships_with_are_there() {
        assertThat(packs().list()).containsAll(BillingFixtures.PACKS);
        assertThat(BillingFixtures.PACKS).allSatisfy(pack -> assertThat(packs().find(pack.key())).contains(pack));
    }

    @Test
    void the_newest_version_counts() {
        TopUpPack first = new TopUpPack(key, 1, 7, Money.of("12.345", "KWD"), OptionalInt.of(30), true);
        TopUpPack second = new TopUpPack(key, 2, 8, Money.of("900", "JPY"), OptionalInt.empty(), false);
        assertThat(packs().add(first)).isTrue();
        assertThat(packs().find(key)).contains(first);
        assertThat(packs().add(second)).isTrue();
        assertThat(packs().find(key)).contains(second);
        assertThat(packs().list()).contains(second).doesNotContain(first);
        assertThat(packs().find(key + "-x")).isEmpty();
    }

    @Test
    void packs_are_listed_the_smallest_first() {
        packs().add(pack(1, 3_000));
        assertThat(packs().list()).isSortedAccordingTo(Comparator.comparingLong(TopUpPack::credits));
    }

    @Test
    void only_the_next_version_is_added() {
        assertThat(packs().add(pack(2, 1))).isFalse();
        assertThat(packs().add(pack(1, 1))).isTrue();
        assertThat(packs().add(pack(1, 2))).isFalse();
        assertThat(packs().add(pack(3, 2))).isFalse();
        assertThat(packs().find(key)).contains(pack(1, 1));
    }

    @Test
    void of_many_who_add_the_next_version_one_does() {
        assertThat(AtOnce.call(6, number -> packs().add(pack(1, number + 1)))).containsOnlyOnce(true);
    }

    @Test
    void a_version_joins_a_platform_transaction() {
        assertThatThrownBy(() -> platform().run(system(TeamId.CATALOGUE), "test", () -> {
            packs().add(pack(1, 1));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(packs().find(key)).isEmpty();
    }

    private TopUpPack pack(int version, long credits) {
        return new TopUpPack(key, version, credits, usd("1.00"), OptionalInt.empty(), true);
    }
}
