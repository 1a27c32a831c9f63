package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.BARE;
import static io.tastemaker.domain.wallets.WalletFixtures.GENEROUS;
import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.PREMIUM;
import static io.tastemaker.domain.wallets.WalletFixtures.START;
import static io.tastemaker.domain.wallets.WalletFixtures.UNLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClawbacksTest {

    private final Till till = Till.on(BARE);

    @Test
    void the_sum_counts_so_duplicates_and_order_do_not_matter() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<Long> sums = new ArrayList<>(List.of(100L, 333L, 333L, 700L));
            Collections.shuffle(sums, random);
            sums.add(999L);
            Till other = Till.on(BARE);
            other.grant("pi:1", LotKind.TOP_UP, 500);
            sums.forEach(sum -> other.clawback("pi:1", sum, 999));
            assertThat(other.wallet().posted() - other.wallet().debt()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void of_a_part_of_the_price_the_whole_credits_below_it_are_taken() {
        till.grant("pi:1", LotKind.TOP_UP, 500);
        assertThat(till.clawback("pi:1", 1, 999)).isEqualTo(new WalletAnswer.Booked(0, 0));
        assertThat(till.clawback("pi:1", 333, 999)).isEqualTo(new WalletAnswer.Booked(166, 0));
        assertThat(till.clawback("pi:1", 333, 999)).isEqualTo(new WalletAnswer.Booked(0, 0));
        assertThat(till.available()).isEqualTo(334);
    }

    @Test
    void it_takes_from_the_refunded_lot_then_from_other_bought_ones_and_owes_the_rest() {
        till.grant("promo:1", LotKind.PROMO, 5);
        till.grant("pi:1", LotKind.TOP_UP, 100);
        till.grant("pi:2", LotKind.TOP_UP, 30);
        till.grant("inv:1", LotKind.MONTHLY_PLAN, 10, START.plus(Duration.ofDays(20)));
        till.grant("line", LotKind.CREDIT_LINE, 7);
        till.deduct(85);

        till.clawback("pi:1", 1, 1);

        assertThat(till.moved(OperationKey.ofReversal("n2"))).containsExactly(
                "available>issuance.paid 30 pi:1", "available>issuance.paid 30 pi:2", "debt>issuance.paid 40 pi:1");
        assertThat(till.left("line")).isEqualTo(7);
    }

    @Test
    void what_is_held_is_not_taken_but_pays_when_it_comes_back() {
        till.grant("pi:1", LotKind.TOP_UP, 30);
        till.reserve("job", IMAGE, 6);
        assertThat(till.clawback("pi:1", 1, 1)).isEqualTo(new WalletAnswer.Booked(30, 30));
        till.release("job");
        assertThat(till.wallet().debt()).isZero();
        assertThat(till.wallet().posted()).isZero();
    }

    @Test
    void presents_are_not_touched_and_cannot_be_claimed_back() {
        till.grant("promo:1", LotKind.PROMO, 50);
        till.grant("pi:1", LotKind.TOP_UP, 10);
        till.deduct(60);
        till.grant("promo:2", LotKind.PROMO, 50);
        till.clawback("pi:1", 1, 1);
        assertThat(till.wallet().debt()).isEqualTo(10);
        assertThat(till.left("promo:2")).isEqualTo(50);
        assertThat(till.clawback("promo:2", 1, 1)).isEqualTo(new WalletAnswer.NothingThere());
        assertThat(till.clawback("never", 1, 1)).isEqualTo(new WalletAnswer.NothingThere());
    }

    @Test
    void who_owes_spends_no_credits_but_what_the_plan_includes() {
        Till premium = Till.on(PREMIUM);
        premium.grant("pi:1", LotKind.TOP_UP, 10);
        premium.charge(IMAGE, 2);
        premium.clawback("pi:1", 1, 1);
        premium.grant("promo", LotKind.PROMO, 50);
        assertThat(premium.wallet().posted()).as("no presents meanwhile").isZero();
        assertThat(premium.charge(IMAGE, 1)).isEqualTo(new WalletAnswer.CreditsMissing(Optional.of(IMAGE), 5, 0, 10));
        assertThat(premium.charge(UNLOCK, 8)).isInstanceOf(WalletAnswer.Charged.class);
    }

    @Test
    void the_next_paid_grant_pays_the_debt_first() {
        owing(40);
        assertThat(till.grant("promo:1", LotKind.PROMO, 100)).isEqualTo(new WalletAnswer.Restricted(40));
        assertThat(till.grant("pi:2", LotKind.TOP_UP, 30)).isEqualTo(new WalletAnswer.Booked(30, 10));
        assertThat(till.wallet().posted()).isZero();
        assertThat(till.grant("inv:2", LotKind.MONTHLY_PLAN, 30)).isEqualTo(new WalletAnswer.Booked(30, 0));
        assertThat(till.available()).isEqualTo(20);
        assertThat(till.grant("pi:2", LotKind.TOP_UP, 30)).as("granted once, though nothing of it is left")
                .isEqualTo(new WalletAnswer.Booked(30, 10));
        assertThat(till.ask(new WalletCommand.Grant(Till.key("by hand"), "pi:2", LotKind.TOP_UP, 30, Set.of(), Optional.empty(), Optional.empty(),
                "operator:1", Optional.empty()))).isEqualTo(new WalletAnswer.GrantedBefore("pi:2"));
    }

    @Test
    void a_won_dispute_gives_back_what_was_taken() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        till.charge(IMAGE, 4);
        till.clawback("pi:1", 1_000, 1_000);
        assertThat(till.wallet().debt()).isEqualTo(20);
        assertThat(till.clawback("pi:1", 0, 1_000)).isEqualTo(new WalletAnswer.Booked(100, 0));
        assertThat(till.available()).isEqualTo(80);
        till.clawback("pi:1", 500, 1_000);
        assertThat(till.available()).isEqualTo(30);
    }

    @Test
    void daily_credits_wait_until_nothing_is_owed() {
        Till generous = Till.on(GENEROUS);
        generous.grant("pi:1", LotKind.TOP_UP, 100);
        generous.deduct(127);
        generous.clawback("pi:1", 1, 1);
        generous.after(Duration.ofDays(1)).touch();
        assertThat(generous.wallet().lots()).isEmpty();
        generous.grant("pi:2", LotKind.TOP_UP, 100);
        generous.touch();
        assertThat(generous.wallet().lots()).extracting(Lot::source).containsExactly("daily:2026-02-01");
    }

    private void owing(long credits) {
        till.grant("pi:1", LotKind.TOP_UP, credits);
        till.deduct(credits);
        till.clawback("pi:1", 1, 1);
    }
}
