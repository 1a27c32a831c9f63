package io.tastemaker.application.wallets;

import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static io.tastemaker.application.wallets.out.WalletFixtures.ANA;
import static io.tastemaker.application.wallets.out.WalletFixtures.BEN;
import static io.tastemaker.application.wallets.out.WalletFixtures.ROOT;
import static io.tastemaker.application.wallets.out.WalletFixtures.charge;
import static io.tastemaker.application.wallets.out.WalletFixtures.key;
import static io.tastemaker.application.wallets.out.WalletFixtures.open;
import static io.tastemaker.application.wallets.out.WalletFixtures.reserve;
import static io.tastemaker.application.wallets.out.WalletFixtures.topUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.wallets.out.InMemoryLedgers;
import io.tastemaker.application.wallets.out.InMemoryTariffs;
import io.tastemaker.application.wallets.out.InMemoryWallets;
import io.tastemaker.application.wallets.out.Wallets.Applied;
import io.tastemaker.application.wallets.out.Wallets.Existing;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Spend;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WalletDeskTest {

    private static final TeamId LIMA = Actors.LIMA;

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryWallets stored = new InMemoryWallets(transactions);
    private final TroubledWallets wallets = new TroubledWallets(stored);
    private final InMemoryTariffs tariffs = new InMemoryTariffs();
    private final WalletDesk desk = new WalletDesk(wallets, tariffs, clock);
    private final WalletDesk elsewhere = new WalletDesk(stored, tariffs, clock);

    @Test
    void of_many_callers_as_many_are_served_as_there_are_credits() {
        desk.ask(LIMA, topUp("pi:1", 5 * 23 + 4));
        List<Answered> answers = AtOnce.call(64, number -> desk.ask(LIMA, charge("call " + number, POST_ANALYTICS, 1, ANA)));
        assertThat(charged(answers)).isEqualTo(23);
        assertThat(answers).filteredOn(answered -> answered.answer() instanceof WalletAnswer.CreditsMissing).hasSize(41);
        assertThat(wallet().available(clock.instant())).isEqualTo(4);
        assertThatLedgerIsWhole();
    }

    @Test
    void many_repeats_of_some_keys_charge_once_for_each() {
        desk.ask(LIMA, topUp("pi:1", 10_000));
        List<Answered> answers = onThreads(32, 1_920, number -> desk.ask(LIMA, charge("key " + number % 100, POST_ANALYTICS, 1, ANA)));
        assertThat(answers).filteredOn(answered -> !answered.replayed()).hasSize(100);
        assertThat(wallet().available(clock.instant())).isEqualTo(10_000 - 500);
        for (int number = 0; number < 100; number++) {
            int name = number;
            assertThat(IntStream.range(0, 1_920).filter(call -> call % 100 == name).mapToObj(call -> answers.get(call).operation().orElseThrow()))
                    .containsOnly(operation(key("key " + name)).orElseThrow());
        }
        assertThatLedgerIsWhole();
    }

    @Test
    void a_key_stands_for_one_command() {
        desk.ask(LIMA, topUp("pi:1", 100));
        desk.ask(LIMA, charge("1", POST_ANALYTICS, 1, ANA));
        Wallet before = wallet();
        assertThat(desk.ask(LIMA, charge("1", POST_ANALYTICS, 2, ANA)).answer()).isEqualTo(new WalletAnswer.KeyReused());
        assertThat(desk.ask(LIMA, charge("1", new Action("unpriced"), 1, ANA)).answer()).isEqualTo(new WalletAnswer.KeyReused());
        assertThat(wallet()).isEqualTo(before);
    }

    @Test
    void what_was_refused_for_want_of_credits_stays_refused_under_its_key() {
        Answered refused = desk.ask(LIMA, charge("1", POST_ANALYTICS, 2, ANA));
        assertThat(refused.answer()).isInstanceOf(WalletAnswer.CreditsMissing.class);
        desk.ask(LIMA, topUp("pi:1", 100));
        Answered late = desk.ask(LIMA, charge("1", POST_ANALYTICS, 2, ANA));
        assertThat(late.replayed()).isTrue();
        assertThat(late.answer()).isEqualTo(refused.answer());
        assertThat(desk.ask(LIMA, charge("2", POST_ANALYTICS, 2, ANA)).answer()).isInstanceOf(WalletAnswer.Charged.class);
    }

    @Test
    void what_was_refused_by_the_plan_may_be_tried_again_under_its_key() {
        assertThat(desk.ask(LIMA, open("1", Action.EMAIL_UNLOCK, "luca", ANA)).answer()).isInstanceOf(WalletAnswer.PlanRequired.class);
        desk.ask(LIMA, plan("standard"));
        assertThat(desk.ask(LIMA, open("1", Action.EMAIL_UNLOCK, "luca", ANA)).answer()).isInstanceOf(WalletAnswer.Charged.class);
    }

    @Test
    void those_who_wait_are_served_by_one_write() {
        desk.ask(LIMA, topUp("pi:1", 1_000));
        List<Answered> answers = together(64, number -> charge("call " + number, POST_ANALYTICS, 1, ANA));
        assertThat(charged(answers)).isEqualTo(64);
        assertThat(wallets.writes).hasValue(3); // the top-up, the call that held the others up, and all of them
        assertThatLedgerIsWhole();
    }

    @Test
    void a_key_that_waits_twice_is_answered_once() {
        desk.ask(LIMA, topUp("pi:1", 100));
        List<Answered> answers = together(64, number -> charge("the same", POST_ANALYTICS, number == 63 ? 2 : 1, ANA));
        assertThat(answers.subList(0, 63)).extracting(answered -> answered.operation().orElseThrow()).containsOnly(operation(key("the same")).orElseThrow());
        assertThat(answers).filteredOn(answered -> !answered.replayed() && charged(List.of(answered)) == 1).hasSize(1);
        assertThat(answers.getLast().answer()).isEqualTo(new WalletAnswer.KeyReused());
    }

    @Test
    void a_key_that_was_answered_long_ago_may_wait_many_times() {
        desk.ask(LIMA, topUp("pi:1", 100));
        desk.ask(LIMA, charge("the same", POST_ANALYTICS, 1, ANA));
        List<Answered> answers = together(64, number -> charge("the same", POST_ANALYTICS, 1, ANA));
        assertThat(answers).allMatch(Answered::replayed);
    }

    @Test
    void a_key_under_which_nothing_is_stored_may_wait_many_times() {
        List<Answered> answers = together(64, number -> open("the same", Action.EMAIL_UNLOCK, "luca", ANA));
        assertThat(answers).allMatch(answered -> answered.answer() instanceof WalletAnswer.PlanRequired);
    }

    @Test
    void of_many_who_wait_to_open_the_same_one_pays() {
        List<Answered> answers = together(64, number -> open("call " + number, Action.CREATOR_UNLOCK, "luca", ANA));
        assertThat(charged(answers)).isEqualTo(1);
        assertThat(answers).filteredOn(answered -> answered.answer() instanceof WalletAnswer.AlreadyOpen).hasSize(63);
    }

    @Test
    void a_hold_may_be_settled_in_the_write_that_makes_it() {
        desk.ask(LIMA, topUp("pi:1", 100));
        WalletCommand.Reserve reserve = reserve("r", POST_ANALYTICS, 3, ANA);
        List<Answered> answers = together(3, number -> switch (number) {
            case 0 -> reserve;
            case 1 -> new WalletCommand.Commit(reserve.key(), 2, ANA);
            default -> new WalletCommand.Release(reserve.key(), BEN);
        });
        assertThat(answers).filteredOn(answered -> answered.answer() instanceof WalletAnswer.Reserved).hasSize(1);
        assertThat(wallet().held()).isZero();
        assertThatLedgerIsWhole();
    }

    @Test
    void one_command_that_breaks_everything_does_not_break_those_beside_it() {
        desk.ask(LIMA, topUp("pi:1", 1_000));
        OperationKey poison = key("call 17");
        wallets.onWrite(change -> {
            if (change.operations().stream().anyMatch(operation -> operation.key().equals(poison))) {
                throw new IllegalStateException("on purpose");
            }
            return wallets.write(change);
        });
        List<CompletableFuture<Answered>> calls = held(64, number -> charge("call " + number, POST_ANALYTICS, 1, ANA));
        assertThatThrownBy(() -> calls.get(17).join()).hasRootCauseMessage("on purpose");
        calls.remove(17);
        assertThat(charged(calls.stream().map(CompletableFuture::join).toList())).isEqualTo(63);
        assertThat(operation(poison)).isEmpty();
        assertThatLedgerIsWhole();
    }

    @Test
    void an_error_leaves_nobody_waiting() {
        desk.ask(LIMA, topUp("pi:1", 1_000));
        wallets.onWrite(change -> {
            throw new StackOverflowError("on purpose");
        });
        List<CompletableFuture<Answered>> calls = held(70, number -> charge("call " + number, POST_ANALYTICS, 1, ANA));
        calls.forEach(call -> assertThatThrownBy(call::join).hasRootCauseInstanceOf(StackOverflowError.class));
        wallets.recover();
        assertThat(desk.ask(LIMA, charge("call 3", POST_ANALYTICS, 1, ANA)).answer()).isInstanceOf(WalletAnswer.Charged.class);
    }

    @Test
    void while_the_store_is_down_all_are_told_so_and_may_try_again_under_the_same_key() {
        desk.ask(LIMA, topUp("pi:1", 1_000));
        wallets.onWrite(change -> {
            throw new Refusal.Unavailable("database", Duration.ofSeconds(1));
        });
        List<CompletableFuture<Answered>> calls = held(70, number -> charge("call " + number, POST_ANALYTICS, 1, ANA));
        calls.forEach(call -> assertThatThrownBy(call::join).hasRootCauseInstanceOf(Refusal.Unavailable.class));
        wallets.recover();
        List<Answered> answers = AtOnce.call(70, number -> desk.ask(LIMA, charge("call " + number, POST_ANALYTICS, 1, ANA)));
        assertThat(charged(answers)).isEqualTo(70);
        assertThat(answers).noneMatch(Answered::replayed);
        assertThat(wallet().available(clock.instant())).isEqualTo(1_000 - 5 * 70);
        assertThatLedgerIsWhole();
    }

    @Test
    void what_was_written_when_the_answer_was_lost_is_answered_to_the_repeat() {
        desk.ask(LIMA, topUp("pi:1", 1_000));
        wallets.onWrite(change -> {
            wallets.write(change);
            throw new Refusal.Unavailable("database", Duration.ofSeconds(1));
        });
        List<CompletableFuture<Answered>> calls = held(64, number -> charge("call " + number, POST_ANALYTICS, 1, ANA));
        calls.forEach(call -> assertThatThrownBy(call::join).hasRootCauseInstanceOf(Refusal.Unavailable.class));
        wallets.recover();
        List<Answered> answers = AtOnce.call(64, number -> desk.ask(LIMA, charge("call " + number, POST_ANALYTICS, 1, ANA)));
        assertThat(answers).allMatch(Answered::replayed);
        assertThat(charged(answers)).isEqualTo(64);
        assertThat(wallet().available(clock.instant())).isEqualTo(1_000 - 5 * 64);
        assertThatLedgerIsWhole();
    }

    @Test
    void what_was_written_when_the_program_broke_is_charged_once() {
        desk.ask(LIMA, topUp("pi:1", 1_000));
        AtomicInteger times = new AtomicInteger();
        wallets.onWrite(change -> {
            Applied applied = wallets.write(change);
            if (times.getAndIncrement() == 0) {
                throw new IllegalStateException("on purpose");
            }
            return applied;
        });
        List<Answered> answers = together(64, number -> charge("call " + number, POST_ANALYTICS, 1, ANA));
        assertThat(charged(answers)).isEqualTo(64);
        assertThat(wallet().available(clock.instant())).isEqualTo(1_000 - 5 * 64);
    }

    @Test
    void two_programs_on_one_store_charge_as_one_would() {
        desk.ask(LIMA, topUp("pi:1", 5 * 150));
        List<Answered> answers = onThreads(16, 400, number ->
                (number % 2 == 0 ? desk : elsewhere).ask(LIMA, charge("key " + number % 200, POST_ANALYTICS, 1, ANA)));
        assertThat(answers).filteredOn(answered -> !answered.replayed()).hasSize(200);
        assertThat(charged(answers.stream().filter(answered -> !answered.replayed()).toList())).isEqualTo(150);
        assertThat(wallet().available(clock.instant())).isZero();
        assertThatLedgerIsWhole();
    }

    @Test
    void a_store_in_which_others_are_always_faster_is_given_up_after_a_while() {
        wallets.onWrite(change -> new Applied.Outdated());
        assertThatThrownBy(() -> desk.ask(LIMA, topUp("pi:1", 5))).isInstanceOf(Refusal.Unavailable.class);
        wallets.recover();
        assertThat(desk.ask(LIMA, topUp("pi:1", 5)).replayed()).isFalse();
    }

    @Test
    void too_many_who_wait_are_told_to_come_again() {
        desk.ask(LIMA, topUp("pi:1", 100_000));
        List<Answered> answers = together(1_024, number -> charge("call " + number, POST_ANALYTICS, 1, ANA), () ->
                assertThatThrownBy(() -> desk.ask(LIMA, charge("one more", POST_ANALYTICS, 1, ANA)))
                        .isInstanceOfSatisfying(Refusal.Unavailable.class, refusal -> assertThat(refusal.retryAfter()).isPositive()));
        assertThat(charged(answers)).isEqualTo(1_024);
        assertThat(operation(key("one more"))).isEmpty();
        assertThat(wallets.writes).hasValueLessThan(20);
    }

    @Test
    void one_wallet_does_not_wait_for_another() {
        CountDownLatch forever = new CountDownLatch(1);
        wallets.onWrite(change -> {
            if (change.after().team().equals(LIMA)) {
                await(forever);
            }
            return wallets.write(change);
        });
        CompletableFuture<Answered> slow = CompletableFuture.supplyAsync(() -> desk.ask(LIMA, topUp("pi:1", 5)), Thread::startVirtualThread);
        assertThat(desk.ask(Actors.OSLO, topUp("pi:1", 5)).answer()).isInstanceOf(WalletAnswer.Booked.class);
        forever.countDown();
        assertThat(slow.join().answer()).isInstanceOf(WalletAnswer.Booked.class);
    }

    @Test
    void a_caller_that_is_interrupted_spoils_nobody_s_work() {
        desk.ask(LIMA, topUp("pi:1", 1_000));
        wallets.onWrite(change -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the connection was closed by an interrupt");
            }
            return wallets.write(change);
        });
        AtomicInteger stillInterrupted = new AtomicInteger();
        List<CompletableFuture<Answered>> calls = heldAs(8, number -> {
            Thread.currentThread().interrupt();
            try {
                return desk.ask(LIMA, charge("call " + number, POST_ANALYTICS, 1, ANA));
            } finally {
                stillInterrupted.addAndGet(Thread.interrupted() ? 1 : 0);
            }
        }, () -> { });
        assertThat(charged(calls.stream().map(CompletableFuture::join).toList())).isEqualTo(8);
        assertThat(stillInterrupted).hasValue(8);
    }

    @Test
    void what_another_program_changed_is_known_before_anything_is_refused() {
        desk.ask(LIMA, charge("warm", Action.CREATOR_UNLOCK, 1, ANA));
        elsewhere.ask(LIMA, plan("standard"));
        assertThat(desk.ask(LIMA, open("1", Action.EMAIL_UNLOCK, "luca", ANA)).answer()).isInstanceOf(WalletAnswer.Charged.class);

        WalletCommand.Reserve reserve = reserve("r", Action.CREATOR_UNLOCK, 2, ANA);
        elsewhere.ask(LIMA, reserve);
        assertThat(desk.ask(LIMA, new WalletCommand.Commit(reserve.key(), 2, ANA)).answer()).isInstanceOf(WalletAnswer.Settled.class);
    }

    @Test
    void what_another_program_opened_is_open_here() {
        desk.ask(LIMA, charge("warm", Action.CREATOR_UNLOCK, 1, ANA));
        AtomicInteger times = new AtomicInteger();
        wallets.onWrite(change -> {
            if (times.getAndIncrement() == 0) {
                elsewhere.ask(LIMA, open("there", Action.CREATOR_UNLOCK, "luca", BEN));
                return new Applied.Clash(Existing.ACCESS); // a store may notice this before it notices the version
            }
            return wallets.write(change);
        });
        assertThat(desk.ask(LIMA, open("here", Action.CREATOR_UNLOCK, "luca", ANA)).answer()).isInstanceOf(WalletAnswer.AlreadyOpen.class);
    }

    @Test
    void a_source_is_granted_once_whatever_the_key_and_its_repeat_is_answered_as_before() {
        desk.ask(LIMA, topUp("pi:1", 5));
        desk.ask(LIMA, charge("1", POST_ANALYTICS, 1, ANA));
        WalletCommand.Grant again = new WalletCommand.Grant(key("by hand"), "pi:1", LotKind.TOP_UP, 5, Set.of(), Optional.empty(),
                Optional.empty(), ROOT, Optional.empty());
        assertThat(desk.ask(LIMA, again).answer()).isEqualTo(new WalletAnswer.GrantedBefore("pi:1"));
        // a store may notice the lot before it notices the operation
        wallets.onWrite(change -> wallets.write(change) instanceof Applied.Clash ? new Applied.Clash(Existing.LOT) : new Applied.Written());
        Answered repeat = desk.ask(LIMA, topUp("pi:1", 5));
        assertThat(repeat.replayed()).isTrue();
        assertThat(repeat.answer()).isInstanceOf(WalletAnswer.Booked.class);
    }

    @Test
    void a_source_that_was_granted_does_not_keep_those_from_their_answers_that_wait_beside_it() {
        desk.ask(LIMA, topUp("pi:1", 500));
        desk.ask(LIMA, charge("1", POST_ANALYTICS, 100, ANA));
        List<Answered> answers = together(10, number -> number == 4
                ? new WalletCommand.Grant(key("by hand"), "pi:1", LotKind.TOP_UP, 500, Set.of(), Optional.empty(), Optional.empty(), ROOT,
                        Optional.empty())
                : topUp("pi:2" + number, 100));
        assertThat(answers.get(4).answer()).isEqualTo(new WalletAnswer.GrantedBefore("pi:1"));
        assertThat(answers).filteredOn(answered -> answered.answer() instanceof WalletAnswer.Booked).hasSize(9);
    }

    @Test
    void an_answer_behind_a_write_that_did_not_happen_is_found_anew() {
        desk.ask(LIMA, charge("warm", Action.CREATOR_UNLOCK, 1, ANA));
        AtomicInteger times = new AtomicInteger();
        wallets.onWrite(change -> {
            if (times.getAndIncrement() == 0) {
                elsewhere.ask(LIMA, topUp("pi:there", 100));
                elsewhere.ask(LIMA, charge("there", POST_ANALYTICS, 1, ANA));
            }
            return wallets.write(change);
        });
        List<Answered> answers = together(2, number -> number == 0
                ? topUp("pi:here", 10)
                : new WalletCommand.Charge(key("capped"), Spend.of(POST_ANALYTICS, 30, ANA).within(OptionalLong.of(100), OptionalLong.empty())));
        assertThat(answers.get(1).answer()).isEqualTo(new WalletAnswer.CapReached(100, 5, 150));
        assertThat(wallet().available(clock.instant())).isEqualTo(110 - 5);
    }

    @Test
    void a_slow_voice_does_not_undo_what_a_faster_one_has_said() {
        desk.ask(LIMA, noticed("free", 1));
        elsewhere.ask(LIMA, noticed("premium", 3));
        assertThat(desk.ask(LIMA, noticed("standard", 2)).answer()).isEqualTo(new WalletAnswer.Outdated(3));
        assertThat(desk.ask(LIMA, noticed("free", 1)).replayed()).as("a repeat").isTrue();
        assertThat(wallet().plan()).contains(new PlanId("premium", 1));
        assertThat(desk.ask(LIMA, plan("standard")).answer()).as("by hand").isInstanceOf(WalletAnswer.Booked.class);
    }

    @Test
    void of_notices_that_wait_together_an_older_one_behind_a_newer_one_changes_nothing() {
        List<Answered> answers = together(3, number -> switch (number) {
            case 0 -> noticed("standard", 7);
            case 1 -> noticed("premium", 6);
            default -> topUp("pi:1", 5);
        });
        assertThat(answers.get(0).answer()).isInstanceOf(WalletAnswer.Booked.class);
        assertThat(answers.get(1).answer()).isEqualTo(new WalletAnswer.Outdated(7));
        assertThat(wallet().plan()).contains(new PlanId("standard", 1));
        assertThat(wallet().lastNotice()).isEqualTo(7);
    }

    @Test
    void an_owner_who_moved_has_the_next_period_where_it_lives() {
        desk.ask(LIMA, topUp("pi:1", 100));
        stored.move(LIMA, ZoneId.of("Asia/Tokyo"));
        clock.advance(Duration.ofDays(40));
        desk.ask(LIMA, charge("1", POST_ANALYTICS, 1, ANA));
        assertThat(wallet().cycle().index()).isEqualTo(1);
        assertThat(wallet().cycle().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void a_team_that_is_not_there_has_no_wallet() {
        assertThatThrownBy(() -> desk.ask(TeamId.CATALOGUE, topUp("pi:1", 5))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void wallets_that_nobody_uses_are_forgotten_and_found_again() {
        List<TeamId> teams = IntStream.range(0, 22_000).mapToObj(number -> new TeamId(UUID.nameUUIDFromBytes(("team " + number).getBytes(StandardCharsets.UTF_8)))).toList();
        teams.forEach(team -> desk.ask(team, charge("1", Action.CREATOR_UNLOCK, 1, ANA)));
        AtOnce.call(2_000, number -> desk.ask(teams.get(number * 11), charge("1", Action.CREATOR_UNLOCK, 1, ANA)))
                .forEach(answered -> assertThat(answered.replayed()).isTrue());
    }

    @Test
    void one_last_unit_goes_to_one_of_many_first_of_the_quota_then_of_the_allowance() {
        desk.ask(LIMA, charge("4 of 5", Action.CREATOR_UNLOCK, 4, ANA));
        desk.ask(LIMA, charge("9 of 10", Action.ADVANCED_SEARCH, 9, ANA));
        assertThat(charged(AtOnce.call(64, number -> desk.ask(LIMA, charge("quota " + number, Action.CREATOR_UNLOCK, 1, ANA))))).isEqualTo(1);
        assertThat(charged(AtOnce.call(64, number -> desk.ask(LIMA, charge("allowance " + number, Action.ADVANCED_SEARCH, 1, ANA))))).isEqualTo(1);
        assertThatLedgerIsWhole();
    }

    private Wallet wallet() {
        return stored.load(LIMA).orElseThrow();
    }

    private Optional<Operation> operation(OperationKey key) {
        return stored.operations(LIMA, Set.of(key.operation(LIMA))).stream().findFirst();
    }

    private void assertThatLedgerIsWhole() {
        InMemoryLedgers ledgers = new InMemoryLedgers(transactions, stored);
        LedgerVerdict verdict = transactions.reading(TeamFixtures.system(LIMA),
                () -> LedgerVerdict.of(ledgers.find().orElseThrow(), ledgers, Optional.empty()));
        assertThat(verdict).isInstanceOf(LedgerVerdict.Whole.class);
    }

    private static long charged(List<Answered> answers) {
        return answers.stream().filter(answered -> answered.answer() instanceof WalletAnswer.Charged).count();
    }

    private static WalletCommand plan(String key) {
        return new WalletCommand.ChangePlan(OperationKey.once(SeededIds.next()), new PlanId(key, 1), false, ROOT);
    }

    private static WalletCommand noticed(String plan, long notice) {
        return new WalletCommand.ChangePlan(key("notice " + notice), new PlanId(plan, 1), false, OptionalLong.of(notice), "system:billing");
    }

    private static <T> List<T> onThreads(int threads, int calls, IntFunction<T> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<CompletableFuture<T>> running = IntStream.range(0, calls)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> work.apply(number), pool)).toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private List<Answered> together(int callers, IntFunction<WalletCommand> commands) {
        return together(callers, commands, () -> { });
    }

    private List<Answered> together(int callers, IntFunction<WalletCommand> commands, Runnable meanwhile) {
        return heldAs(callers, number -> desk.ask(LIMA, commands.apply(number)), meanwhile).stream().map(CompletableFuture::join).toList();
    }

    private List<CompletableFuture<Answered>> held(int callers, IntFunction<WalletCommand> commands) {
        return heldAs(callers, number -> desk.ask(LIMA, commands.apply(number)), () -> { });
    }

    /** Lets callers queue, in the order of their numbers, behind one that is held up until all of them wait. */
    private List<CompletableFuture<Answered>> heldAs(int callers, IntFunction<Answered> calls, Runnable meanwhile) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        wallets.holdNext(begun, held);
        CompletableFuture<Answered> first = new CompletableFuture<>();
        start(first, () -> desk.ask(LIMA, charge("first", Action.CREATOR_UNLOCK, 1, BEN)));
        await(begun);
        List<CompletableFuture<Answered>> running = new ArrayList<>();
        for (int number = 0; number < callers; number++) {
            int own = number;
            CompletableFuture<Answered> call = new CompletableFuture<>();
            Thread caller = start(call, () -> calls.apply(own));
            while (caller.isAlive() && caller.getState() != Thread.State.WAITING) {
                Thread.yield();
            }
            running.add(call);
        }
        meanwhile.run();
        held.countDown();
        first.join();
        return running;
    }

    private static Thread start(CompletableFuture<Answered> call, Supplier<Answered> work) {
        return Thread.startVirtualThread(() -> {
            try {
                call.complete(work.get());
            } catch (RuntimeException | Error failure) {
                call.completeExceptionally(failure);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
