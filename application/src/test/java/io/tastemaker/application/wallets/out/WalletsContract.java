package io.tastemaker.application.wallets.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.wallets.out.TariffFixtures.IMAGE_GENERATION;
import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static io.tastemaker.application.wallets.out.TariffFixtures.TARIFF;
import static io.tastemaker.application.wallets.out.WalletFixtures.ANA;
import static io.tastemaker.application.wallets.out.WalletFixtures.BEN;
import static io.tastemaker.application.wallets.out.WalletFixtures.ROOT;
import static io.tastemaker.application.wallets.out.WalletFixtures.charge;
import static io.tastemaker.application.wallets.out.WalletFixtures.key;
import static io.tastemaker.application.wallets.out.WalletFixtures.open;
import static io.tastemaker.application.wallets.out.WalletFixtures.refund;
import static io.tastemaker.application.wallets.out.WalletFixtures.reserve;
import static io.tastemaker.application.wallets.out.WalletFixtures.topUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Wallets.Applied;
import io.tastemaker.application.wallets.out.Wallets.Existing;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.Lot;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Spend;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletChange;
import io.tastemaker.domain.wallets.WalletCommand;
import io.tastemaker.domain.wallets.WalletDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of wallets does. */
public abstract class WalletsContract {

    private static final Applied WRITTEN = new Applied.Written();

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Wallets wallets();

    protected abstract Ledgers ledgers();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_team_has_a_wallet_from_its_first_day() {
        Wallet wallet = wallet();
        assertThat(wallet.ownerZone().normalized()).isEqualTo(ZoneOffset.UTC);
        assertThat(wallet).isEqualTo(Wallet.opened(team, NOON, wallet.ownerZone()));
    }

    @Test
    void a_team_that_is_not_there_has_nothing() {
        TeamId nobody = new TeamId(SeededIds.next());
        UUID operation = SeededIds.next();
        assertThat(wallets().load(nobody)).isEmpty();
        assertThat(wallets().operations(nobody, Set.of(operation))).isEmpty();
        assertThat(wallets().facts(nobody, new Facts.Wanted(Set.of(), Set.of(operation), Set.of("pi:1")), NOON)).isEqualTo(Facts.NONE);
        Wallet opened = Wallet.opened(nobody, NOON, ZoneOffset.UTC);
        WalletChange change = ((WalletDecision.Write) opened.decide(topUp("pi:1", 10), Facts.NONE, TARIFF, NOON)).change();
        assertThat(wallets().apply(change)).isEqualTo(new Applied.Outdated());
        assertThat(wallets().load(nobody)).isEmpty();
    }

    @Test
    void a_wallet_reads_back_as_it_was_decided() {
        for (WalletCommand command : aFullLife()) {
            WalletChange change = change(command, NOON);
            assertThat(wallets().apply(change)).isEqualTo(WRITTEN);
            assertThat(wallet()).as(command.text()).isEqualTo(change.after());
        }
        Wallet wallet = wallet();
        assertThat(wallet.holds()).hasSize(2);
        assertThat(wallet.lots()).extracting(lot -> lot.scope().isEmpty()).contains(true, false);
        assertThat(wallet.counters()).hasSizeGreaterThan(3);
        assertThat(wallet.nextPlan()).contains(new PlanId("standard", 1));
        assertThat(wallet.lastDaily()).isPresent();
        assertThat(wallet.monthsGiven()).isEqualTo(1);
        assertThat(wallet.version()).isEqualTo(aFullLife().size());
    }

    @Test
    void a_wallet_that_owes_something_reads_back_as_it_was_decided() {
        write(topUp("pi:1", 10), charge("1", POST_ANALYTICS, 2, ANA));
        WalletChange change = change(new WalletCommand.Clawback(OperationKey.ofReversal("dispute"), "pi:1", 100, 100, ROOT), NOON);
        assertThat(wallets().apply(change)).isEqualTo(WRITTEN);
        assertThat(wallet().debt()).isEqualTo(10);
        assertThat(wallet()).isEqualTo(change.after());
    }

    @Test
    void later_periods_of_the_cycle_read_back_as_they_were_decided() {
        write(topUp("pi:1", 10));
        WalletChange change = change(charge("1", POST_ANALYTICS, 1, ANA), NOON.plus(Duration.ofDays(70)));
        assertThat(wallets().apply(change)).isEqualTo(WRITTEN);
        assertThat(wallet().cycle().index()).isEqualTo(2);
        assertThat(wallet()).isEqualTo(change.after());
    }

    @Test
    void the_newest_notice_that_was_heeded_reads_back() {
        write(topUp("pi:1", 100));
        assertThat(wallet().lastNotice()).isZero();
        write(noticed("c1", 50, 3_000_000_000L), charge("1", POST_ANALYTICS, 1, ANA));
        assertThat(wallet().lastNotice()).isEqualTo(3_000_000_000L);
        assertThat(WalletFixtures.decide(wallets(), team, noticed("c2", 20, 2_999_999_999L), NOON))
                .isEqualTo(new WalletDecision.Pass(new WalletAnswer.Outdated(3_000_000_000L)));
    }

    @Test
    void operations_read_back_as_they_were_booked() {
        List<Operation> booked = new ArrayList<>();
        for (WalletCommand command : aFullLife()) {
            WalletChange change = change(command, NOON);
            assertThat(wallets().apply(change)).isEqualTo(WRITTEN);
            booked.addAll(change.operations());
        }
        assertThat(booked).extracting(operation -> operation.answer().getClass().getSimpleName()).contains("Charged", "Reserved", "Settled",
                "AlreadyOpen", "Booked", "CreditsMissing", "PriceAboveMax");
        Set<UUID> ids = ids(booked);
        ids.add(SeededIds.next());
        assertThat(wallets().operations(team, ids)).containsExactlyInAnyOrderElementsOf(booked);
        assertThat(wallets().operations(team, Set.of())).isEmpty();
        assertThat(wallets().operations(newTeam(teams()), ids)).isEmpty();
    }

    @Test
    void entries_read_back_as_they_were_booked_and_the_ledger_is_whole() {
        List<LedgerEntry> booked = new ArrayList<>();
        for (WalletCommand command : aFullLife()) {
            WalletChange change = change(command, NOON.plusNanos(123_456_789));
            assertThat(wallets().apply(change)).isEqualTo(WRITTEN);
            booked.addAll(change.entries());
        }
        assertThat(entries()).isEqualTo(booked);
        assertThat(verdict()).isEqualTo(new LedgerVerdict.Whole(booked.size()));
    }

    @Test
    void several_decisions_are_written_in_one_step() {
        WalletChange first = change(topUp("pi:1", 10), NOON);
        WalletChange both = first.then(on(first.after(), charge("1", POST_ANALYTICS, 2, ANA)));
        assertThat(wallets().apply(both)).isEqualTo(WRITTEN);
        assertThat(wallet()).isEqualTo(both.after());
        assertThat(wallet().version()).isEqualTo(2);
        assertThat(wallets().operations(team, ids(both.operations()))).containsExactlyInAnyOrderElementsOf(both.operations());
    }

    @Test
    void what_was_decided_on_an_old_version_is_not_written() {
        WalletChange late = change(topUp("pi:late", 10), NOON);
        write(topUp("pi:1", 10));
        assertThatNothingComesOf(late, new Applied.Outdated());
        assertThat(wallets().operations(team, ids(late.operations()))).extracting(Operation::key).doesNotContain(OperationKey.ofGrant("pi:late"));
    }

    @Test
    void an_operation_is_written_once() {
        write(topUp("pi:1", 100), charge("1", POST_ANALYTICS, 2, ANA));
        assertThatNothingComesOf(change(charge("1", POST_ANALYTICS, 2, ANA), NOON), new Applied.Clash(Existing.OPERATION));
    }

    @Test
    void what_was_to_be_written_together_with_a_repeat_is_not_written_either() {
        write(topUp("pi:1", 100), charge("1", POST_ANALYTICS, 2, ANA));
        WalletChange fresh = change(topUp("pi:2", 100), NOON);
        WalletChange opening = fresh.then(on(fresh.after(), open("2", Action.CREATOR_UNLOCK, "luca", ANA)));
        assertThatNothingComesOf(opening.then(on(opening.after(), charge("1", POST_ANALYTICS, 2, ANA))), new Applied.Clash(Existing.OPERATION));
        assertThat(facts(right(Action.CREATOR_UNLOCK, "luca"), NOON).open()).isEmpty();
        assertThat(facts(new Facts.Wanted(Set.of(), Set.of(), Set.of("pi:2")), NOON).births()).isEmpty();
    }

    @Test
    void a_lot_is_granted_once_even_when_it_is_spent() {
        write(topUp("pi:1", 10), charge("1", POST_ANALYTICS, 2, ANA));
        WalletCommand.Grant again = new WalletCommand.Grant(key("by hand"), "pi:1", LotKind.TOP_UP, 10, Set.of(), Optional.empty(),
                Optional.empty(), ROOT, Optional.empty());
        assertThatNothingComesOf(change(again, NOON), new Applied.Clash(Existing.LOT));
    }

    @Test
    void a_right_is_opened_once() {
        write(open("1", Action.CREATOR_UNLOCK, "luca", ANA));
        assertThatNothingComesOf(on(wallet(), open("2", Action.CREATOR_UNLOCK, "luca", BEN)), new Applied.Clash(Existing.ACCESS));
        write(open("3", Action.CREATOR_UNLOCK, "mei", BEN), open("4", Action.ADVANCED_SEARCH, "luca", BEN));
    }

    @Test
    void a_right_may_be_opened_again_after_it_was_closed() {
        WalletCommand.Charge first = open("1", Action.CREATOR_UNLOCK, "luca", ANA);
        write(first, refund("r", team, first));
        assertThat(facts(right(Action.CREATOR_UNLOCK, "luca"), NOON).open()).isEmpty();
        WalletCommand.Charge second = open("2", Action.CREATOR_UNLOCK, "luca", BEN);
        write(second);
        assertThat(facts(right(Action.CREATOR_UNLOCK, "luca"), NOON).open().values()).singleElement()
                .satisfies(access -> assertThat(access.operation()).isEqualTo(second.operation(team)));
    }

    @Test
    void a_right_may_be_opened_again_after_its_time() {
        Facts.Wanted search = right(Action.ADVANCED_SEARCH, "q1");
        WalletCommand.Charge first = open("1", Action.ADVANCED_SEARCH, "q1", ANA);
        WalletCommand.Charge second = open("2", Action.ADVANCED_SEARCH, "q1", BEN);
        Instant end = NOON.plus(Duration.ofHours(24));
        write(first);
        assertThat(facts(search, end.minusNanos(1_000)).open().values()).extracting(Access::operation).containsExactly(first.operation(team));
        assertThat(facts(search, end).open()).isEmpty();
        assertThat(wallets().apply(change(second, end))).isEqualTo(WRITTEN);
        assertThat(facts(search, end).open().values()).extracting(Access::operation).containsExactly(second.operation(team));
    }

    @Test
    void of_many_who_decided_on_one_version_one_writes() {
        write(topUp("pi:1", 1_000));
        List<WalletChange> changes = Stream.iterate(0, number -> number + 1).limit(16)
                .map(number -> change(charge("call " + number, POST_ANALYTICS, 1, ANA), NOON)).toList();
        List<Applied> applied = AtOnce.call(16, number -> wallets().apply(changes.get(number)));
        assertThat(applied).filteredOn(WRITTEN::equals).hasSize(1);
        assertThat(applied).filteredOn(new Applied.Outdated()::equals).hasSize(15);
        assertThat(wallet().posted()).isEqualTo(995 + 10);
        assertThat(verdict()).isInstanceOf(LedgerVerdict.Whole.class);
    }

    @Test
    void of_many_who_write_one_operation_one_does() {
        write(topUp("pi:1", 1_000));
        List<Applied> applied = AtOnce.call(16, number -> wallets().apply(change(charge("the same", POST_ANALYTICS, 1, ANA), NOON)));
        assertThat(applied).filteredOn(WRITTEN::equals).hasSize(1);
        assertThat(wallet().posted()).isEqualTo(995 + 10);
        assertThat(verdict()).isInstanceOf(LedgerVerdict.Whole.class);
    }

    @Test
    void teams_may_use_the_same_keys_sources_and_targets() {
        TeamId other = newTeam(teams());
        WalletCommand.Charge unlock = open("1", Action.CREATOR_UNLOCK, "luca", ANA);
        write(topUp("pi:1", 10), unlock);
        WalletFixtures.write(wallets(), other, NOON, topUp("pi:1", 20), unlock);
        assertThat(wallet().posted()).isEqualTo(10 + 10);
        assertThat(wallets().load(other).orElseThrow().posted()).isEqualTo(20 + 10);
        assertThat(wallets().operations(other, Set.of(unlock.operation(team)))).isEmpty();
    }

    @Test
    void nothing_runs_inside_a_transaction() {
        WalletChange change = change(topUp("pi:1", 10), NOON);
        assertThatThrownBy(() -> transactions().reading(system(team), () -> wallets().load(team))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions().reading(system(team), () -> wallets().facts(team, right(POST_ANALYTICS, "x"), NOON)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions().reading(system(team), () -> wallets().operations(team, Set.of(SeededIds.next()))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions().run(system(team), "test", () -> wallets().apply(change)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(wallet().version()).isZero();
    }

    @Test
    void what_is_to_be_reversed_is_known_with_its_entries_its_lots_and_what_was_reversed_before() {
        WalletCommand.Charge use = charge("1", POST_ANALYTICS, 4, ANA);
        write(topUp("pi:1", 8), topUp("pi:2", 30), use);
        WalletChange partly = change(refund("r1", team, use, OptionalLong.of(5)), NOON);
        assertThat(past(use).reversed()).isZero();
        assertThat(wallets().apply(partly)).isEqualTo(WRITTEN);
        write(refund("r2", team, use, OptionalLong.of(7)));

        Facts.Past past = past(use);
        assertThat(past.operation()).isEqualTo(wallets().operations(team, Set.of(use.operation(team))).getFirst());
        assertThat(past.entries()).hasSize(2).isEqualTo(entries().stream().filter(entry -> entry.operation().equals(use.operation(team))).toList());
        assertThat(past.lots()).containsExactlyInAnyOrder(
                Lot.of("pi:1", LotKind.TOP_UP, Set.of(), 8, NOON, Optional.empty()),
                Lot.of("pi:2", LotKind.TOP_UP, Set.of(), 30, NOON, Optional.empty()));
        assertThat(past.reversed()).isEqualTo(12);
        assertThat(past.refunds()).isEqualTo(2);
        UUID unknown = SeededIds.next();
        assertThat(facts(new Facts.Wanted(Set.of(), Set.of(unknown), Set.of()), NOON).past()).isEmpty();
    }

    @Test
    void units_that_were_given_back_are_no_reversed_credits() {
        WalletCommand.Charge use = charge("1", Action.CREATOR_UNLOCK, 6, ANA);
        write(topUp("pi:1", 30), use, refund("r", team, use));
        assertThat(past(use).reversed()).isEqualTo(25);
        assertThat(past(use).refunds()).isEqualTo(1);
    }

    @Test
    void a_hold_that_has_lapsed_is_known_by_its_operation() {
        WalletCommand.Reserve reserved = reserve("1", POST_ANALYTICS, 2, ANA);
        write(topUp("pi:1", 30), reserved);
        Instant late = NOON.plus(Duration.ofHours(1));
        WalletChange commit = change(new WalletCommand.Commit(reserved.key(), 2, ANA), late);
        assertThat(wallets().apply(commit)).isEqualTo(WRITTEN);
        assertThat(commit.operations().getLast().answer()).isInstanceOfSatisfying(WalletAnswer.Settled.class,
                settled -> assertThat(settled.uncollected()).isZero());
        assertThat(verdict()).isInstanceOf(LedgerVerdict.Whole.class);
    }

    @Test
    void a_lot_is_known_as_it_was_born_with_what_was_taken_for_it() {
        Lot bought = Lot.of("pi:1", LotKind.TOP_UP, Set.of(), 100, NOON, Optional.empty());
        write(topUp("pi:1", 100), charge("1", POST_ANALYTICS, 18, ANA));
        assertThat(birth("pi:1")).isEqualTo(new Facts.Birth(bought, 0));
        write(clawback("c1", 50));
        assertThat(birth("pi:1")).isEqualTo(new Facts.Birth(bought, 50));
        assertThat(wallet().debt()).isEqualTo(40);
        write(clawback("c2", 80), clawback("c3", 20));
        assertThat(birth("pi:1")).isEqualTo(new Facts.Birth(bought, 20));
        assertThat(facts(new Facts.Wanted(Set.of(), Set.of(), Set.of("pi:9")), NOON).births()).isEmpty();
    }

    @Test
    void what_was_opened_is_known_as_it_was_opened() {
        WalletCommand.Charge unlock = open("1", Action.CREATOR_UNLOCK, "luca", ANA);
        WalletCommand.Charge search = open("2", Action.ADVANCED_SEARCH, "luca", BEN);
        write(unlock, search);
        Access.Right forGood = new Access.Right(Action.CREATOR_UNLOCK, "luca");
        Access.Right forADay = new Access.Right(Action.ADVANCED_SEARCH, "luca");
        Access.Right never = new Access.Right(Action.CREATOR_UNLOCK, "mei");
        assertThat(facts(new Facts.Wanted(Set.of(forGood, forADay, never), Set.of(), Set.of()), NOON).open().values()).containsExactlyInAnyOrder(
                new Access(forGood, Optional.empty(), unlock.operation(team), ANA, NOON),
                new Access(forADay, Optional.of(NOON.plus(Duration.ofHours(24))), search.operation(team), BEN, NOON));
    }

    @Test
    void long_and_strange_texts_read_back() {
        String strange = "a'b\"c\\d%_ü美🎉";
        WalletCommand.Grant grant = new WalletCommand.Grant(new OperationKey("c:" + "k".repeat(998)), "s".repeat(255), LotKind.PROMO, 10,
                Set.of(IMAGE_GENERATION), Optional.of(NOON.plusSeconds(60)), Optional.of(NOON.plusSeconds(120)), "operator:" + strange,
                Optional.of((strange + " ").repeat(20)));
        WalletChange change = change(grant, NOON);
        assertThat(wallets().apply(change)).isEqualTo(WRITTEN);
        write(open(strange, Action.CREATOR_UNLOCK, strange, strange));
        assertThat(wallets().operations(team, ids(change.operations()))).containsExactlyInAnyOrderElementsOf(change.operations());
        assertThat(facts(right(Action.CREATOR_UNLOCK, strange), NOON).open()).hasSize(1);
        assertThat(verdict()).isInstanceOf(LedgerVerdict.Whole.class);
    }

    /** Commands whose operations have every answer that can be stored. */
    private List<WalletCommand> aFullLife() {
        WalletCommand.Charge unlock = open("unlock", Action.CREATOR_UNLOCK, "luca", ANA);
        WalletCommand.Charge mixed = charge("mixed", Action.CREATOR_UNLOCK, 5, BEN);
        WalletCommand.Reserve kept = reserve("kept", POST_ANALYTICS, 3, ANA);
        WalletCommand.Reserve settled = reserve("settled", POST_ANALYTICS, 3, BEN);
        return List.of(
                topUp("pi:1", 200),
                new WalletCommand.Grant(key("promo"), "promo:1", LotKind.PROMO, 40, Set.of(IMAGE_GENERATION, POST_ANALYTICS),
                        Optional.of(NOON.plus(Duration.ofDays(1))), Optional.of(NOON.plus(Duration.ofDays(2))), ROOT, Optional.of("Wíllkommen 🎉")),
                unlock,
                open("again", Action.CREATOR_UNLOCK, "luca", BEN),
                mixed,
                charge("searches", Action.ADVANCED_SEARCH, 3, ANA),
                kept,
                reserve("of all sources", Action.ADVANCED_SEARCH, 9, BEN, Duration.ofHours(3)),
                settled,
                new WalletCommand.Commit(settled.key(), 2, BEN),
                charge("too dear", POST_ANALYTICS, 1_000, ANA),
                new WalletCommand.Charge(key("above"), Spend.of(POST_ANALYTICS, 2, ANA).within(OptionalLong.of(50), OptionalLong.of(9))),
                new WalletCommand.Deduct(key("deduct"), 7, ROOT, Optional.of("a mistake")),
                refund("refund", team, mixed),
                new WalletCommand.ChangePlan(OperationKey.once(SeededIds.next()), new PlanId("standard", 1), true, ROOT));
    }

    private WalletCommand clawback(String name, long refunded) {
        return new WalletCommand.Clawback(OperationKey.ofReversal(name), "pi:1", refunded, 100, ROOT);
    }

    private static WalletCommand noticed(String name, long refunded, long notice) {
        return new WalletCommand.Clawback(OperationKey.ofReversal(name), "pi:1", refunded, 100, OptionalLong.of(notice), ROOT);
    }

    private void assertThatNothingComesOf(WalletChange change, Applied answer) {
        Wallet before = wallet();
        List<LedgerEntry> entries = entries();
        Collection<Operation> known = wallets().operations(team, ids(change.operations()));
        assertThat(wallets().apply(change)).isEqualTo(answer);
        assertThat(wallet()).isEqualTo(before);
        assertThat(entries()).isEqualTo(entries);
        assertThat(wallets().operations(team, ids(change.operations()))).containsExactlyInAnyOrderElementsOf(known);
        assertThat(verdict()).isInstanceOf(LedgerVerdict.Whole.class);
    }

    private void write(WalletCommand... commands) {
        WalletFixtures.write(wallets(), team, NOON, commands);
    }

    private WalletChange change(WalletCommand command, Instant now) {
        return WalletFixtures.change(wallets(), team, command, now);
    }

    /** What is decided on a wallet by somebody who knows nothing else. */
    private static WalletChange on(Wallet wallet, WalletCommand command) {
        return ((WalletDecision.Write) wallet.decide(command, Facts.NONE, TARIFF, NOON)).change();
    }

    private Wallet wallet() {
        return wallets().load(team).orElseThrow();
    }

    private Facts facts(Facts.Wanted wanted, Instant now) {
        return wallets().facts(team, wanted, now);
    }

    private Facts.Past past(WalletCommand command) {
        UUID id = command.operation(team);
        return facts(new Facts.Wanted(Set.of(), Set.of(id), Set.of()), NOON).past().get(id);
    }

    private Facts.Birth birth(String source) {
        return facts(new Facts.Wanted(Set.of(), Set.of(), Set.of(source)), NOON).births().get(source);
    }

    private List<LedgerEntry> entries() {
        return read(ledger -> ledger.after(0, 1_000));
    }

    private LedgerVerdict verdict() {
        return read(ledger -> LedgerVerdict.of(ledger.find().orElseThrow(), ledger, Optional.empty()));
    }

    private <T> T read(Function<Ledgers, T> work) {
        return transactions().reading(system(team), () -> work.apply(ledgers()));
    }

    private static Facts.Wanted right(Action action, String target) {
        return new Facts.Wanted(Set.of(new Access.Right(action, target)), Set.of(), Set.of());
    }

    private static Set<UUID> ids(List<Operation> operations) {
        return new HashSet<>(operations.stream().map(Operation::id).toList());
    }
}
