package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.BARE;
import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.START;
import static io.tastemaker.domain.wallets.WalletFixtures.UNLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BurnOrderTest {

    private static final Instant SOON = START.plus(Duration.ofDays(2));
    private static final Instant LATER = START.plus(Duration.ofDays(5));

    private final Till till = Till.on(BARE);

    @Test
    void what_is_free_burns_before_what_was_bought() {
        till.grant("pi:1", LotKind.TOP_UP, 20);
        till.grant("line", LotKind.CREDIT_LINE, 20);
        till.grant("promo:1", LotKind.PROMO, 20);
        till.grant("inv:1", LotKind.MONTHLY_PLAN, 20, LATER);

        till.deduct(50);

        assertThat(List.of(till.left("promo:1"), till.left("inv:1"), till.left("pi:1"), till.left("line"))).containsExactly(0L, 0L, 10L, 20L);
    }

    @Test
    void what_is_lost_soonest_burns_first_and_the_source_decides_between_equals() {
        till.grant("pi:c", LotKind.TOP_UP, 10);
        till.grant("pi:b", LotKind.TOP_UP, 10, LATER);
        till.grant("pi:d", LotKind.TOP_UP, 10, SOON);
        till.grant("pi:a", LotKind.TOP_UP, 10, LATER);

        till.deduct(25);

        assertThat(till.moved(Till.key("n1"))).containsExactly("available>adjustment 10 pi:d", "available>adjustment 10 pi:a", "available>adjustment 5 pi:b");
    }

    @Test
    void the_order_in_which_grants_arrive_never_matters() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<WalletCommand> grants = grants(random);
            long spent = 1 + random.nextInt(100);
            List<Lot> expected = burn(grants, List.of(spent));
            Collections.shuffle(grants, random);
            assertThat(burn(grants, List.of(spent))).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void one_debit_in_two_parts_burns_alike() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<WalletCommand> grants = grants(random);
            long first = 1 + random.nextInt(60);
            long second = 1 + random.nextInt(60);
            assertThat(burn(grants, List.of(first, second))).as("seed %d", seed).isEqualTo(burn(grants, List.of(first + second)));
        }
    }

    @Test
    void credits_pay_only_for_what_they_are_for() {
        till.grant("promo:images", LotKind.PROMO, 50, Set.of(IMAGE), Optional.empty(), Optional.empty());

        assertThat(till.charge(UNLOCK, 1)).isInstanceOfSatisfying(WalletAnswer.CreditsMissing.class,
                missing -> assertThat(missing.available()).isZero());
        assertThat(till.charge(IMAGE, 10)).isInstanceOf(WalletAnswer.Charged.class);
        assertThat(till.wallet().availableFor(IMAGE, till.now())).isZero();
    }

    @Test
    void credits_begin_at_their_first_instant_and_are_gone_at_their_last() {
        till.grant("promo:1", LotKind.PROMO, 9, Set.of(), Optional.of(SOON), Optional.of(LATER));

        assertThat(till.at(SOON.minusNanos(1_000)).available()).isZero();
        assertThat(till.at(SOON).available()).isEqualTo(9);
        assertThat(till.at(LATER.minusNanos(1_000)).available()).isEqualTo(9);
        assertThat(till.at(LATER).available()).isZero();
        assertThat(till.wallet().lots()).isEmpty();
    }

    private static List<WalletCommand> grants(Random random) {
        List<LotKind> kinds = List.of(LotKind.values());
        List<WalletCommand> grants = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            WalletCommand.Grant grant = WalletCommand.Grant.of("s:" + i, kinds.get(random.nextInt(kinds.size())), 15, "system:billing");
            grants.add(random.nextBoolean() ? grant : grant.until(random.nextBoolean() ? SOON : LATER));
        }
        return grants;
    }

    private static List<Lot> burn(List<WalletCommand> grants, List<Long> debits) {
        Till till = Till.on(BARE);
        grants.forEach(till::ask);
        debits.forEach(till::deduct);
        return till.wallet().lots();
    }
}
