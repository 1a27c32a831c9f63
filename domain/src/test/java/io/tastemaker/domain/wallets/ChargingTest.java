package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.BARE;
import static io.tastemaker.domain.wallets.WalletFixtures.EMAIL;
import static io.tastemaker.domain.wallets.WalletFixtures.FREE;
import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.NOTHING;
import static io.tastemaker.domain.wallets.WalletFixtures.PAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.SEARCH;
import static io.tastemaker.domain.wallets.WalletFixtures.STANDARD;
import static io.tastemaker.domain.wallets.WalletFixtures.START;
import static io.tastemaker.domain.wallets.WalletFixtures.UNKNOWN;
import static io.tastemaker.domain.wallets.WalletFixtures.UNLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.entitlements.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargingTest {

    private final Till till = Till.on(STANDARD);
    private final Till bare = Till.on(BARE);

    @Test
    void one_request_draws_on_the_plan_then_on_the_allowance_then_on_credits() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        Receipt receipt = charged(till.charge("use", Spend.of(PAGE, 8, Till.ANA)));
        assertThat(receipt.split()).isEqualTo(new Split(1, 5, 2));
        assertThat(receipt.credits()).isEqualTo(20);
        assertThat(receipt.quotaLeft()).hasValue(0);
        assertThat(receipt.allowanceLeft()).isZero();
        assertThat(receipt.creditsLeft()).isEqualTo(80);
        assertThat(till.moved(Till.key("use"))).containsExactly("included.discovery_pagination>usage.discovery_pagination 1",
                "free.discovery_pagination>usage.discovery_pagination 5", "available>usage.discovery_pagination 20 pi:1");
    }

    @Test
    void a_shortage_consumes_nothing_at_all() {
        till.grant("pi:1", LotKind.TOP_UP, 19);
        assertThat(till.charge(PAGE, 8)).isEqualTo(new WalletAnswer.CreditsMissing(Optional.of(PAGE), 20, 19, 0));
        assertThat(charged(till.charge(PAGE, 7)).split()).isEqualTo(new Split(1, 5, 1));
    }

    @Test
    void what_the_plan_denies_costs_no_credits_however_many_there_are() {
        Till free = Till.on(FREE);
        free.grant("pi:1", LotKind.TOP_UP, 1_000);
        assertThat(free.charge(EMAIL, 1)).isInstanceOfSatisfying(WalletAnswer.PlanRequired.class,
                required -> assertThat(required.sufficient().map(Plan::id)).contains(BARE));
        assertThat(free.stored().version()).isEqualTo(1);
    }

    @Test
    void without_limit_is_without_limit() {
        Receipt receipt = charged(till.charge(SEARCH, Spend.MOST_UNITS));
        assertThat(receipt.credits()).isZero();
        assertThat(receipt.quotaLeft()).isEmpty();
    }

    @Test
    void what_costs_nothing_needs_nothing() {
        assertThat(charged(till.charge(NOTHING, 3)).credits()).isZero();
        assertThat(till.charge(UNKNOWN, 1)).isEqualTo(new WalletAnswer.UnknownAction(UNKNOWN));
    }

    @Test
    void the_same_key_with_another_body_changes_nothing() {
        bare.grant("pi:1", LotKind.TOP_UP, 100);
        WalletAnswer first = bare.charge("k", Spend.of(IMAGE, 2, Till.ANA));
        assertThat(bare.charge("k", Spend.of(IMAGE, 3, Till.ANA))).isEqualTo(new WalletAnswer.KeyReused());
        assertThat(bare.charge("k", Spend.of(IMAGE, 2, Till.ANA))).isEqualTo(first);
        assertThat(bare.available()).isEqualTo(90);
    }

    @Test
    void a_refused_key_stays_refused_after_a_top_up_and_a_new_one_succeeds() {
        WalletAnswer refused = bare.charge("k", Spend.of(IMAGE, 2, Till.ANA));
        bare.grant("pi:1", LotKind.TOP_UP, 100);
        assertThat(refused).isInstanceOf(WalletAnswer.CreditsMissing.class);
        assertThat(bare.charge("k", Spend.of(IMAGE, 2, Till.ANA))).isEqualTo(refused);
        assertThat(bare.charge("k2", Spend.of(IMAGE, 2, Till.ANA))).isInstanceOf(WalletAnswer.Charged.class);
    }

    @Test
    void a_request_that_cannot_be_repeated_leaves_no_refusal_behind() {
        assertThat(bare.submit(new WalletCommand.Charge(OperationKey.once(new UUID(1, 1)), Spend.of(IMAGE, 2, Till.ANA))).change()).isEmpty();
    }

    @Test
    void what_is_open_is_free_until_it_ends() {
        bare.grant("pi:1", LotKind.TOP_UP, 100);
        Spend search = Spend.of(SEARCH, 11, Till.ANA).opening("query");
        assertThat(charged(bare.charge("a", search)).credits()).isEqualTo(15);
        bare.after(Duration.ofDays(1).minusNanos(1_000));
        assertThat(bare.charge("b", search)).isInstanceOf(WalletAnswer.AlreadyOpen.class);
        bare.after(Duration.ofNanos(1_000));
        assertThat(bare.charge("c", search)).isInstanceOf(WalletAnswer.CreditsMissing.class);
        assertThat(bare.charge("d", Spend.of(UNLOCK, 1, Till.ANA).opening("query"))).isInstanceOf(WalletAnswer.Charged.class);
        assertThat(bare.after(Duration.ofDays(10_000)).charge("e", Spend.of(UNLOCK, 1, "user:bo").opening("query")))
                .isInstanceOf(WalletAnswer.AlreadyOpen.class);
    }

    @Test
    void a_cap_is_met_exactly_and_holds_count() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        assertThat(till.charge("a", capped(4, 20))).isInstanceOf(WalletAnswer.Charged.class);
        assertThat(till.charge("b", capped(1, 24))).isEqualTo(new WalletAnswer.CapReached(24, 20, 5));
        till.ask(new WalletCommand.Reserve(Till.key("r"), capped(2, 30), Duration.ofMinutes(1)));
        assertThat(till.charge("c", capped(1, 34))).isEqualTo(new WalletAnswer.CapReached(34, 30, 5));
        till.release("r");
        assertThat(till.charge("d", capped(1, 25))).isInstanceOf(WalletAnswer.Charged.class);
        assertThat(till.charge("e", Spend.of(UNLOCK, 2, Till.ANA).within(OptionalLong.of(0), OptionalLong.empty())))
                .as("what the plan includes needs no cap").isInstanceOf(WalletAnswer.Charged.class);
        assertThat(till.after(Duration.ofDays(40)).charge("f", capped(5, 25))).as("another period").isInstanceOf(WalletAnswer.Charged.class);
    }

    @Test
    void nobody_pays_more_than_agreed() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        Spend dear = Spend.of(IMAGE, 3, Till.ANA).within(OptionalLong.empty(), OptionalLong.of(14));
        assertThat(till.charge("a", dear)).isEqualTo(new WalletAnswer.PriceAboveMax(IMAGE, 15, 14));
        assertThat(till.charge("b", dear.within(OptionalLong.empty(), OptionalLong.of(15)))).isInstanceOf(WalletAnswer.Charged.class);
    }

    @ParameterizedTest
    @CsvSource({"999, 1, 2000, 799", "1, 1, 5000, 0", "1, 3, 5000, 1", "7, 3, 1, 21", "1, 1, 10000, 0", "1000000000, 1000000, 1, 999900000000000"})
    void a_discount_is_rounded_half_up_once_on_the_total(long unit, long units, int discount, long expected) {
        assertThat(new Price("p@1", unit, discount).of(units)).isEqualTo(expected);
    }

    @Test
    void prices_are_exact_and_never_fall_with_more_units() {
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            Price price = new Price("p@1", random.nextLong(random.nextBoolean() ? 100 : PricingRule.MOST_CREDITS), random.nextInt(10_001));
            long units = random.nextLong(Spend.MOST_UNITS);
            BigDecimal whole = BigDecimal.valueOf(price.unitCredits()).multiply(BigDecimal.valueOf(units));
            BigDecimal off = whole.multiply(BigDecimal.valueOf(price.discount(), 4)).setScale(0, RoundingMode.HALF_UP);
            assertThat(price.of(units)).as("seed %d", seed).isEqualTo(whole.subtract(off).longValueExact()).isLessThanOrEqualTo(price.of(units + 1));
        }
    }

    @Test
    void shares_of_one_debit_add_up_to_its_price() {
        for (int i = 0; i < 9; i++) {
            till.grant("pi:" + i, LotKind.TOP_UP, 1 + 7 * i);
        }
        Spend odd = new Spend(IMAGE, 33, Optional.empty(), Till.ANA, OptionalLong.empty(), OptionalLong.empty(), 2_001);
        long paid = charged(till.charge("odd", odd)).credits();
        assertThat(paid).isEqualTo(165 - 33);
        assertThat(till.entries()).filteredOn(entry -> entry.to().equals(Account.usage(IMAGE))).extracting(LedgerEntry::amount)
                .satisfies(parts -> assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(paid));
    }

    @Test
    void no_nonsense_is_even_asked() {
        for (long units : new long[] {0, -1, Spend.MOST_UNITS + 1, Long.MIN_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Spend.of(IMAGE, units, Till.ANA));
        }
        for (long credits : new long[] {0, -1, WalletCommand.MOST_CREDITS + 1, Long.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> till.grant("pi:1", LotKind.TOP_UP, credits));
        }
        for (String source : List.of("", " ", "x".repeat(256), "daily:2026-02-01", "free:0", "roll:free:0", "refund:x", "back:x")) {
            assertThatIllegalArgumentException().isThrownBy(() -> till.grant(source, LotKind.TOP_UP, 1));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Spend.of(UNLOCK, 1, Till.ANA).opening(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Spend.of(UNLOCK, 1, Till.ANA).opening("x".repeat(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> till.grant("pi:1", LotKind.TOP_UP, 1, Set.of(), Optional.of(START), Optional.of(START.plusNanos(999))));
        assertThatIllegalArgumentException().isThrownBy(() -> OperationKey.ofClient("r", "x".repeat(256)));
    }

    @Test
    void a_wallet_is_full_at_some_time_and_nothing_overflows() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(bare.grant("pi:" + i, LotKind.TOP_UP, WalletCommand.MOST_CREDITS)).isInstanceOf(WalletAnswer.Booked.class);
        }
        assertThat(bare.grant("pi:more", LotKind.TOP_UP, 1)).isEqualTo(new WalletAnswer.TooMuch(1, 0));
        bare.charge("use", Spend.of(IMAGE, 2, Till.ANA));
        bare.grant("pi:more", LotKind.TOP_UP, 4);
        assertThat(bare.refund("use")).isEqualTo(new WalletAnswer.TooMuch(10, 6));
        assertThat(bare.refund("use", 6)).isEqualTo(new WalletAnswer.Booked(6, 0));
        assertThat(bare.available()).isEqualTo(Wallet.MOST_CREDITS);
    }

    @Test
    void credits_that_come_after_their_end_are_booked_and_end_like_others() {
        assertThat(bare.grant("pi:late", LotKind.TOP_UP, 50, START)).isEqualTo(new WalletAnswer.Booked(50, 0));
        assertThat(bare.available()).isZero();
        bare.touch();
        assertThat(bare.wallet().posted()).isZero();
        assertThat(bare.moved(OperationKey.ofGrant("pi:late"))).containsExactly("issuance.paid>available 50 pi:late");
        assertThat(bare.moved(OperationKey.ofExpiry("pi:late"))).containsExactly("available>breakage 50 pi:late");

        for (LotKind kind : LotKind.values()) {
            assertThat(bare.grant("late:" + kind, kind, 9, START.minus(Duration.ofDays(400)))).isEqualTo(new WalletAnswer.Booked(9, 0));
        }
        bare.touch();
        assertThat(bare.wallet().posted()).isZero();

        till.grant("inv:late", LotKind.MONTHLY_PLAN, 50, START);
        assertThat(till.available()).as("what the plan lets roll over").isEqualTo(30);
    }

    @Test
    void two_commands_that_differ_have_different_texts() {
        List<Spend> spends = List.of(
                Spend.of(UNLOCK, 1, Till.ANA).opening("x max 5"),
                Spend.of(UNLOCK, 1, Till.ANA).opening("x").within(OptionalLong.empty(), OptionalLong.of(5)),
                Spend.of(UNLOCK, 1, Till.ANA).opening("x"), Spend.of(UNLOCK, 1, Till.ANA));
        assertThat(spends.stream().map(Spend::text)).doesNotHaveDuplicates();
    }

    @Test
    void the_last_free_unit_goes_to_one_of_many() {
        till.charge(PAGE, 5);
        assertThat(IntStream.range(0, 64).mapToObj(i -> till.charge("m" + i, Spend.of(PAGE, 1, Till.ANA)))
                .filter(WalletAnswer.Charged.class::isInstance)).hasSize(1);
    }

    private static Spend capped(long images, long cap) {
        return Spend.of(IMAGE, images, Till.ANA).within(OptionalLong.of(cap), OptionalLong.empty());
    }

    private static Receipt charged(WalletAnswer answer) {
        return ((WalletAnswer.Charged) answer).receipt();
    }
}
