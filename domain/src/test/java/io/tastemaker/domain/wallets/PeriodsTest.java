package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.BARE;
import static io.tastemaker.domain.wallets.WalletFixtures.BERLIN;
import static io.tastemaker.domain.wallets.WalletFixtures.FREE;
import static io.tastemaker.domain.wallets.WalletFixtures.GENEROUS;
import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.PREMIUM;
import static io.tastemaker.domain.wallets.WalletFixtures.STANDARD;
import static io.tastemaker.domain.wallets.WalletFixtures.UNLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-29T12:00:00Z, 2026-02-28 2026-03-29 2026-04-29 2026-05-29",
        "2026-01-30T12:00:00Z, 2026-02-28 2026-03-30 2026-04-30 2026-05-30",
        "2026-01-31T12:00:00Z, 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
        "2028-01-31T12:00:00Z, 2028-02-29 2028-03-31 2028-04-30 2028-05-31",
        "2027-11-30T12:00:00Z, 2027-12-30 2028-01-30 2028-02-29 2028-03-30",
        "2026-11-15T12:00:00Z, 2026-12-15 2027-01-15 2027-02-15 2027-03-15"})
    void periods_begin_on_the_day_of_the_anchor_or_the_last_of_the_month(String anchor, String days) {
        Cycle cycle = Cycle.beginning(Instant.parse(anchor), ZoneId.of("UTC"));
        List<String> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant end = cycle.end();
            cycle = cycle.next(ZoneId.of("UTC"));
            assertThat(cycle.start()).as("no instant lies between two periods").isEqualTo(end);
            starts.add(cycle.start().atZone(ZoneId.of("UTC")).toLocalDate().toString());
        }
        assertThat(String.join(" ", starts)).isEqualTo(days);
    }

    @Test
    void an_instant_before_its_end_is_in_a_period_and_the_end_is_in_the_next() {
        Till till = Till.on(PREMIUM, "2026-01-15T12:00:00Z", "UTC");
        till.charge(UNLOCK, 8);
        assertThat(till.at("2026-02-15T11:59:59.999999Z").charge(UNLOCK, 1)).isInstanceOf(WalletAnswer.CreditsMissing.class);
        assertThat(till.at("2026-02-15T12:00:00Z").charge(UNLOCK, 8)).isInstanceOf(WalletAnswer.Charged.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, PT23H", "Europe/Berlin, 2026-10-25, PT25H", "Europe/Berlin, 2026-03-28, PT24H",
        "America/New_York, 2026-03-08, PT23H", "America/New_York, 2026-11-01, PT25H",
        "Australia/Lord_Howe, 2026-10-04, PT23H30M", "Australia/Lord_Howe, 2026-04-05, PT24H30M",
        "America/Santiago, 2026-09-06, PT23H"})
    void a_day_is_as_long_as_it_is_where_the_owner_lives(String zone, LocalDate day, Duration length) {
        Instant noon = day.atTime(12, 0).atZone(ZoneId.of(zone)).toInstant();
        Till till = Till.on(GENEROUS, noon.toString(), zone);
        till.come();

        Lot daily = till.wallet().lots().getFirst();
        assertThat(daily.source()).isEqualTo("daily:" + day);
        assertThat(Duration.between(daily.effectiveAt(), daily.expiresAt().orElseThrow())).isEqualTo(length);
        till.at(daily.expiresAt().orElseThrow()).come();
        assertThat(till.wallet().lots().getFirst().source()).isEqualTo("daily:" + day.plusDays(1));
    }

    @Test
    void each_day_is_given_once_and_days_that_nobody_came_leave_nothing() {
        Till till = Till.on(GENEROUS);
        till.come();
        till.come();
        till.after(Duration.ofDays(1)).come();
        till.after(Duration.ofDays(5)).come();
        assertThat(till.sources()).filteredOn(source -> source.startsWith("daily:"))
                .containsExactly("daily:2026-01-31", "daily:2026-02-01", "daily:2026-02-06");
        assertThat(till.wallet().lots().getFirst().remaining()).isEqualTo(7);
    }

    @Test
    void a_sweep_books_what_has_ended_and_is_nobody_who_comes_on_the_day() {
        Till till = Till.on(GENEROUS);
        till.come();
        assertThat(till.touch()).isEqualTo(new WalletAnswer.NothingDue());
        assertThat(till.after(Duration.ofDays(1)).touch()).isInstanceOf(WalletAnswer.Booked.class);
        assertThat(till.touch()).isEqualTo(new WalletAnswer.NothingDue());
        assertThat(till.sources()).filteredOn(source -> source.startsWith("daily:")).containsExactly("daily:2026-01-31");
        assertThat(till.wallet().lots().getFirst().source()).as("what the next who comes will be given").isEqualTo("daily:2026-02-01");
        till.come();
        assertThat(till.sources()).filteredOn(source -> source.startsWith("daily:")).containsExactly("daily:2026-01-31", "daily:2026-02-01");
    }

    @Test
    void a_clock_that_runs_back_over_a_boundary_gives_nothing_twice() {
        Till till = Till.on(GENEROUS, "2026-05-31T22:30:00Z", "Europe/Berlin");
        till.touch();
        till.at("2026-06-30T22:30:00Z").touch();
        List<String> given = till.sources();
        till.after(Duration.ofHours(-1)).touch();
        till.after(Duration.ofHours(1)).touch();
        assertThat(till.sources()).isEqualTo(given).doesNotHaveDuplicates().contains("free:0", "free:1");
        assertThat(till.stored().lastInstant()).isEqualTo("2026-06-30T22:30:00Z");
    }

    @Test
    void a_node_two_seconds_behind_sees_no_earlier_time() {
        Till till = Till.on(BARE);
        till.grant("promo:1", LotKind.PROMO, 9, till.now().plusSeconds(10));
        till.after(Duration.ofSeconds(10)).touch();
        till.after(Duration.ofSeconds(-2));
        assertThat(till.charge(IMAGE, 1)).isInstanceOf(WalletAnswer.CreditsMissing.class);
    }

    @Test
    void forty_days_later_every_period_was_given_once() {
        Till till = Till.on(FREE);
        till.touch();
        for (int i = 0; i < 9; i++) {
            till.after(Duration.ofDays(40)).touch();
        }
        assertThat(till.sources()).doesNotHaveDuplicates().filteredOn(source -> source.startsWith("free:")).hasSize(12);
    }

    @Test
    void what_is_left_of_the_plan_rolls_over_once_and_up_to_its_cap() {
        Till till = Till.on(FREE, "2026-01-15T12:00:00Z", "UTC");
        till.charge(WalletFixtures.PAGE, 6);
        assertThat(till.left("free:0")).isEqualTo(30);

        till.at("2026-02-15T12:00:00Z").touch();
        assertThat(till.left("roll:free:0")).isEqualTo(25);
        assertThat(till.left("free:1")).isEqualTo(40);

        till.at("2026-03-15T12:00:00Z").touch();
        assertThat(till.left("roll:free:0")).isZero();
        assertThat(till.left("roll:free:1")).isEqualTo(25);
        assertThat(till.wallet().available(till.now())).isEqualTo(65);
    }

    @Test
    void what_an_invoice_gave_rolls_over_at_its_own_end_for_a_month_and_once() {
        Till till = Till.on(STANDARD, "2026-01-15T12:00:00Z", "UTC");
        till.grant("inv:1", LotKind.MONTHLY_PLAN, 50, Instant.parse("2026-02-14T08:00:00Z"));
        till.charge(IMAGE, 3);
        till.at("2026-02-14T07:59:59.999999Z").touch();
        assertThat(till.left("inv:1")).as("daily credits have paid for two").isEqualTo(45);

        till.at("2026-02-14T08:00:00Z").touch();
        assertThat(till.moved(OperationKey.ofExpiry("inv:1"))).containsExactly("available>breakage 45 inv:1", "breakage>available 30 roll:inv:1");
        till.at("2026-02-15T12:00:00Z").touch();
        assertThat(till.left("roll:inv:1")).as("the wallet's own period is none of its business").isEqualTo(30);
        till.at("2026-03-14T07:59:59.999999Z").touch();
        assertThat(till.available()).isEqualTo(30);

        till.at("2026-03-14T08:00:00Z").touch();
        assertThat(till.moved(OperationKey.ofExpiry("roll:inv:1"))).containsExactly("available>breakage 30 roll:inv:1");
        assertThat(till.available()).isZero();
    }

    @Test
    void each_invoice_rolls_over_into_the_time_of_the_next_and_never_piles_up() {
        Till till = Till.on(STANDARD, "2026-01-15T12:00:00Z", "UTC");
        Instant end = Instant.parse("2026-01-31T08:00:00Z");
        for (int month = 1; month <= 12; month++) {
            till.grant("inv:" + month, LotKind.MONTHLY_PLAN, 100, end);
            till.at(end).touch();
            assertThat(till.available()).as("rolled over until %s", end).isEqualTo(30);
            end = Instant.parse("2026-01-31T08:00:00Z").atZone(ZoneId.of("UTC")).plusMonths(month).toInstant();
        }
    }

    @Test
    void what_has_its_own_end_rolls_over_as_little_as_the_plan_allows_and_what_is_held_stays_behind() {
        Till bare = Till.on(BARE);
        bare.grant("inv:1", LotKind.MONTHLY_PLAN, 50, bare.now().plusSeconds(60));
        bare.after(Duration.ofMinutes(2)).touch();
        assertThat(bare.moved(OperationKey.ofExpiry("inv:1"))).containsExactly("available>breakage 50 inv:1");

        Till till = Till.on(STANDARD);
        till.come();
        till.grant("inv:1", LotKind.MONTHLY_PLAN, 40, till.now().plusSeconds(60));
        till.reserve("job", WalletFixtures.ODD, 3);
        till.after(Duration.ofMinutes(2)).touch();
        assertThat(till.moved(OperationKey.ofExpiry("inv:1"))).containsExactly("available>breakage 26 inv:1", "breakage>available 26 roll:inv:1");
        till.release("job");
        assertThat(till.available()).isEqualTo(26);
    }

    @Test
    void a_cap_is_shared_by_what_ends_together() {
        Till till = Till.on(STANDARD);
        Instant end = till.now().plusSeconds(60);
        till.grant("inv:1", LotKind.MONTHLY_PLAN, 20, end);
        till.grant("inv:2", LotKind.MONTHLY_PLAN, 20, end);
        till.at(end).touch();
        assertThat(till.available()).isEqualTo(30);
    }

    @Test
    void an_invoice_that_comes_long_after_its_month_is_granted_rolls_over_and_is_gone() {
        Till till = Till.on(STANDARD);
        assertThat(till.grant("inv:1", LotKind.MONTHLY_PLAN, 50, till.now().minus(Duration.ofDays(40)))).isEqualTo(new WalletAnswer.Booked(50, 0));
        assertThat(till.available()).isZero();
        till.touch();
        assertThat(till.moved(OperationKey.ofGrant("inv:1"))).containsExactly("issuance.plan>available 50 inv:1");
        assertThat(till.moved(OperationKey.ofExpiry("inv:1"))).containsExactly("available>breakage 50 inv:1", "breakage>available 30 roll:inv:1");
        assertThat(till.moved(OperationKey.ofExpiry("roll:inv:1"))).containsExactly("available>breakage 30 roll:inv:1");
        assertThat(till.available()).isZero();
    }

    @Test
    void what_a_paid_plan_gives_comes_with_its_invoice_only() {
        Till till = Till.on(STANDARD);
        till.after(Duration.ofDays(100)).touch();
        assertThat(till.sources()).allMatch(source -> source.startsWith("daily:"));
    }

    @Test
    void an_upgrade_counts_at_once_and_a_downgrade_from_the_next_period() {
        Till till = Till.on(STANDARD, "2026-01-15T12:00:00Z", "UTC");
        till.charge(UNLOCK, 2);
        till.plan(PREMIUM, false);
        assertThat(till.charge(UNLOCK, 6)).as("two of eight are used").isInstanceOf(WalletAnswer.Charged.class);
        till.plan(BARE, true);
        till.at("2026-02-15T11:59:59Z");
        assertThat(till.wallet().plan()).contains(PREMIUM);
        till.at("2026-02-15T12:00:00Z");
        assertThat(till.wallet().plan()).contains(BARE);
        assertThat(till.charge(UNLOCK, 1)).isInstanceOf(WalletAnswer.CreditsMissing.class);
    }

    @Test
    void a_move_counts_from_the_next_period_on_and_only_the_last_one() {
        Till till = Till.on(BARE, "2026-03-15T12:00:00Z", "Europe/Berlin");
        till.grant("pi:1", LotKind.TOP_UP, 9);
        till.moveTo("America/New_York");
        till.at("2026-04-01T00:00:00Z").charge(IMAGE, 1);
        assertThat(till.wallet().cycle().zone()).isEqualTo(BERLIN);
        till.moveTo("Australia/Lord_Howe");

        till.at("2026-04-15T11:00:00Z").touch();

        Cycle cycle = till.wallet().cycle();
        assertThat(cycle.start()).as("13:00 in Berlin, in summer").isEqualTo("2026-04-15T11:00:00Z");
        assertThat(cycle.zone()).isEqualTo(ZoneId.of("Australia/Lord_Howe"));
        assertThat(cycle.end()).as("13:00 at Lord Howe, in winter").isEqualTo("2026-05-15T02:30:00Z");
    }

    @Test
    void travelling_west_gives_no_day_twice() {
        Till till = Till.on(GENEROUS, "2026-03-15T12:00:00Z", "Pacific/Kiritimati");
        till.at("2026-04-15T11:00:00Z").come();
        till.moveTo("Pacific/Pago_Pago");
        for (int hours = 0; hours < 200; hours++) {
            till.after(Duration.ofHours(1)).come();
        }
        List<String> days = till.sources().stream().filter(source -> source.startsWith("daily:")).toList();
        assertThat(days).doesNotHaveDuplicates().isSorted().hasSize(8);
    }

    @Test
    void looking_at_a_wallet_in_between_never_changes_what_becomes_of_it() {
        for (long seed = 1; seed <= 1_500; seed++) {
            Random random = new Random(seed);
            Wallet wallet = lively(random);
            Tariff tariff = WalletFixtures.tariff();
            Instant end = wallet.lastInstant().plusSeconds(random.nextLong(200L * 86_400));
            Wallet path = wallet;
            Instant time = wallet.lastInstant();
            while (time.isBefore(end)) {
                WalletCommand touch = new WalletCommand.Touch(new OperationKey("o:touch"), "system:sweeper");
                if (path.decide(touch, Facts.NONE, tariff, time) instanceof WalletDecision.Write(WalletChange change, var answer)) {
                    path = change.after();
                }
                time = time.plusSeconds(1 + random.nextLong(random.nextBoolean() ? 20 * 86_400 : 86_400));
            }
            Wallet direct = wallet.at(tariff, end);
            Wallet looked = path.at(tariff, end);
            assertThat(looked.lots()).as("lots, seed %d", seed).isEqualTo(direct.lots());
            assertThat(looked.debt()).as("debt, seed %d", seed).isEqualTo(direct.debt());
            assertThat(looked.counters()).as("counters, seed %d", seed).containsExactlyInAnyOrderElementsOf(direct.counters());
            assertThat(List.of(looked.cycle(), looked.plan(), looked.nextPlan(), looked.holds(), looked.lastDaily()))
                    .as("the rest, seed %d", seed)
                    .isEqualTo(List.of(direct.cycle(), direct.plan(), direct.nextPlan(), direct.holds(), direct.lastDaily()));
        }
    }

    /** Lots, holds, a change of plan and of zone that wait, and now and then a debt that a lapse will pay. */
    private static Wallet lively(Random random) {
        List<String> zones = List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago");
        Till till = Till.on(FREE, Instant.parse("2026-01-28T00:00:00Z").plusSeconds(random.nextLong(400L * 86_400)).toString(),
                zones.get(random.nextInt(zones.size())));
        till.grant("pi:1", LotKind.TOP_UP, 60, till.now().plusSeconds(1 + random.nextLong(60 * 86_400)));
        till.grant("inv:1", LotKind.MONTHLY_PLAN, 50, till.now().plusSeconds(1 + random.nextLong(60 * 86_400)));
        till.grant("promo:1", LotKind.PROMO, 5, Set.of(), Optional.of(till.now().plusSeconds(random.nextLong(86_400))),
                Optional.of(till.now().plusSeconds(86_400 + random.nextLong(86_400))));
        till.reserve("r1", WalletFixtures.ODD, 1 + random.nextInt(9), Duration.ofSeconds(1 + random.nextInt(86_400)));
        till.reserve("r2", UNLOCK, 1 + random.nextInt(4), Duration.ofSeconds(1 + random.nextInt(86_400)));
        if (random.nextBoolean()) {
            till.clawback("pi:1", 1, 1);
        }
        if (random.nextBoolean()) {
            till.plan(List.of(GENEROUS, STANDARD, PREMIUM).get(random.nextInt(3)), true);
        }
        if (random.nextBoolean()) {
            till.moveTo(zones.get(random.nextInt(zones.size())));
        }
        return till.stored();
    }

    @Test
    void a_wallet_that_nobody_touched_for_a_century_wakes_up_in_its_period() {
        Till till = Till.on(FREE, "2026-01-31T12:00:00Z", "UTC");
        till.touch();
        till.at("2126-06-15T00:00:00Z").touch();

        assertThat(till.wallet().cycle().start()).isEqualTo("2126-05-31T12:00:00Z");
        assertThat(till.wallet().cycle().index()).isEqualTo(1_204);
        assertThat(till.wallet().lots()).extracting(Lot::source).containsExactlyInAnyOrder("daily:2126-06-15", "free:1204", "roll:free:1203");
        assertThat(till.sources()).filteredOn(source -> source.startsWith("free:")).hasSizeLessThan(400);
    }
}
