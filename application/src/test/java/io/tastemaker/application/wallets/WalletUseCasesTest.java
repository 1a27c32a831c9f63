package io.tastemaker.application.wallets;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.BEN;
import static io.tastemaker.application.shared.Actors.LIMA;
import static io.tastemaker.application.shared.Actors.OLE;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static io.tastemaker.application.shared.Actors.PROGRAM;
import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.CreditCaps;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.AdjustWallet.Adjustment;
import io.tastemaker.application.wallets.out.InMemoryLedgers;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.application.wallets.out.TariffFixtures;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.Quota;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.Quotation;
import io.tastemaker.domain.wallets.Receipt;
import io.tastemaker.domain.wallets.Split;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalletUseCasesTest {

    private static final Actor KEY_WITHOUT_SCOPE =
            new Actor.Key(new ApiKeyId(new UUID(7, 7)), LIMA, Role.MANAGER, Set.of(Scope.JOBS_READ));

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final CreditCaps caps = new CreditCaps(transactions);
    private final Till till = new Till(transactions, new InMemoryIds(), clock, caps.show());
    private final WalletUseCases wallets = till.useCases();

    /** What an actor tries. */
    private record Attempt(String name, Consumer<Actor> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attempt> whatIsForOperators() {
        WalletUseCases wallets = Till.on(new HandClock()).useCases();
        return Stream.of(
                new Attempt("adjust", actor -> wallets.adjustWallet().handle(new AdjustWallet.Command(
                        actor, actor.team(), key("a"), new Adjustment.Take(1), "why"))),
                new Attempt("change plan", actor -> wallets.changePlan().handle(new ChangePlan.Command(actor, actor.team(), "premium", false))),
                new Attempt("add rule", actor -> wallets.addPricingRule().handle(new AddPricingRule.Command(
                        actor, POST_ANALYTICS, 1, 0, Optional.empty(), "request"))),
                new Attempt("add plan", actor -> wallets.addPlan().handle(new AddPlan.Command(actor, "free", id -> TariffFixtures.FREE))),
                new Attempt("list rules", actor -> wallets.listPricingRules().handle(new ListPricingRules.Query(actor))),
                new Attempt("sweep", actor -> wallets.sweepWallets().handle(new SweepWallets.Command(actor))),
                new Attempt("anchor", actor -> wallets.takeAnchor().handle(new TakeAnchor.Command(actor, true))),
                new Attempt("stats", actor -> wallets.showCreditStats().handle(new ShowCreditStats.Query(actor))),
                new Attempt("owners", actor -> wallets.listWalletOwners().handle(new ListWalletOwners.Query(actor, Optional.empty()))));
    }

    static Stream<Attempt> whatAScopeIsNeededFor() {
        WalletUseCases wallets = Till.on(new HandClock()).useCases();
        return Stream.of(
                new Attempt("spend", actor -> wallets.spendCredits().handle(spend(actor, "1", POST_ANALYTICS, 1))),
                new Attempt("reserve", actor -> wallets.reserveCredits().handle(reserve(actor, "1", POST_ANALYTICS, 1))),
                new Attempt("settle", actor -> wallets.settleCredits().handle(
                        new SettleCredits.Command(actor, Permission.READ_CREATORS, key("1"), 1))),
                new Attempt("wallet", actor -> wallets.showWallet().handle(new ShowWallet.Query(actor, actor.team()))),
                new Attempt("basket", actor -> wallets.priceBasket().handle(new PriceBasket.Query(actor, List.of()))),
                new Attempt("operations", actor -> wallets.listOperations().handle(
                        new ListOperations.Query(actor, actor.team(), Ledgers.Filter.ALL, PageRequest.first(1)))),
                new Attempt("explain", actor -> wallets.explainOperation().handle(new ExplainOperation.Query(actor, new UUID(1, 1)))),
                new Attempt("uses", actor -> wallets.showUses().handle(
                        new ShowUses.Query(actor, YearMonth.of(2026, 3), YearMonth.of(2026, 3)))),
                new Attempt("verify", actor -> wallets.verifyLedger().handle(new VerifyLedger.Query(actor, actor.team(), Optional.empty()))),
                new Attempt("rights", actor -> wallets.findOpenRights().handle(
                        new FindOpenRights.Query(actor, Action.CREATOR_UNLOCK, List.of("luca")))),
                new Attempt("unlocks", actor -> wallets.listUnlocks().handle(new ListUnlocks.Query(actor, PageRequest.first(1)))));
    }

    /** Prices and plans as a program remembers them that does not know yet what another one has added. */
    private static final class Remembered implements Tariffs {
        private final Tariffs stored;
        private Tariff known;

        Remembered(Tariffs stored) {
            this.stored = stored;
            this.known = stored.current();
        }

        @Override
        public Tariff current() {
            return known;
        }

        @Override
        public Tariff renewed() {
            known = stored.renewed();
            return known;
        }

        @Override
        public List<PricingRule> listRules() {
            return stored.listRules();
        }

        @Override
        public boolean add(PricingRule rule) {
            return stored.add(rule);
        }

        @Override
        public boolean add(Plan plan) {
            return stored.add(plan);
        }
    }

    private WalletUseCases inAnotherProgram() {
        return new WalletUseCases(transactions, till.wallets(), new Remembered(till.tariffs()),
                new InMemoryLedgers(transactions, till.wallets()), till.all(), caps.show(), till.ids, clock);
    }

    @Test
    void a_plan_that_another_program_added_and_gave_a_moment_ago_counts_everywhere() {
        List<WalletUseCases> others = Stream.generate(this::inAnotherProgram).limit(6).toList();
        AddPlan.Command pro = new AddPlan.Command(OPERATOR, "pro", id -> new Plan(id, "Pro", TariffFixtures.STANDARD.monthlyPrice(), 9,
                Map.of(POST_ANALYTICS, new Quota.Included(7)), Set.of(Feature.CAMPAIGNS), Plan.Gifts.NONE, 0, "standard", false));
        wallets.addPlan().handle(pro);
        till.subscribe(LIMA, "pro");
        ForeseeCharge.Query foreseen = new ForeseeCharge.Query(ANA, Permission.READ_WALLET, POST_ANALYTICS, 7);
        CheckFeature.Query campaigns = new CheckFeature.Query(ANA, Permission.WRITE_CAMPAIGNS, Feature.CAMPAIGNS);
        PriceBasket.Query basket = new PriceBasket.Query(ANA, List.of(new Quotation.Item(POST_ANALYTICS, 7)));

        assertThat(others.get(0).showWallet().handle(new ShowWallet.Query(ANA, LIMA)).plan().id().key()).isEqualTo("pro");
        assertThat(others.get(1).foreseeCharge().handle(foreseen).orElseThrow().line().split()).isEqualTo(new Split(7, 0, 0));
        assertThat(others.get(2).checkFeature().handle(campaigns)).isEqualTo(new CheckFeature.Outcome.Open());
        assertThat(others.get(3).priceBasket().handle(basket)).isInstanceOfSatisfying(PriceBasket.Outcome.Priced.class,
                priced -> assertThat(priced.plan().seats()).isEqualTo(9));
        assertThat(others.get(4).showAllowances().handle(new ShowAllowances.Query(ANA)).view().plan().id().key()).isEqualTo("pro");
        assertThat(others.get(5).spendCredits().handle(spend(ANA, "1", POST_ANALYTICS, 7)))
                .isInstanceOfSatisfying(SpendCredits.Outcome.Asked.class,
                        asked -> assertThat(asked.answered().answer()).isInstanceOf(WalletAnswer.Charged.class));
    }

    @ParameterizedTest
    @MethodSource("whatIsForOperators")
    void what_is_for_operators_is_refused_to_members(Attempt attempt) {
        assertThatThrownBy(() -> attempt.call().accept(BEN)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> attempt.call().accept(KEY_WITHOUT_SCOPE)).isInstanceOf(Refusal.Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("whatAScopeIsNeededFor")
    void what_needs_a_scope_is_refused_to_keys_without_it(Attempt attempt) {
        assertThatThrownBy(() -> attempt.call().accept(KEY_WITHOUT_SCOPE)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void a_member_does_not_verify_the_ledger_and_nobody_looks_at_another_team_s() {
        assertThatThrownBy(() -> verify(BEN, LIMA)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> wallets.showWallet().handle(new ShowWallet.Query(OLE, LIMA))).isInstanceOf(Refusal.NotFound.class);
        TeamId nobody = TeamId.CATALOGUE;
        ListOperations.Query nobodys = new ListOperations.Query(OPERATOR, nobody, Ledgers.Filter.ALL, PageRequest.first(1));
        assertThatThrownBy(() -> wallets.listOperations().handle(nobodys)).isInstanceOf(Refusal.NotFound.class);
        assertThat(wallets.showWallet().handle(new ShowWallet.Query(OPERATOR, LIMA)).team()).isEqualTo(LIMA);
    }

    @Test
    void operators_pay_nothing_and_have_no_wallet() {
        assertThat(wallets.spendCredits().handle(spend(OPERATOR, "1", POST_ANALYTICS, 9))).isEqualTo(new SpendCredits.Outcome.Free());
        assertThat(wallets.reserveCredits().handle(reserve(PROGRAM, "1", POST_ANALYTICS, 9))).isEqualTo(new ReserveCredits.Outcome.Free());
        assertThatThrownBy(() -> wallets.showWallet().handle(new ShowWallet.Query(OPERATOR, TeamId.CATALOGUE)))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_dry_run_says_what_it_would_cost_and_writes_nothing() {
        till.give(LIMA, 100);
        long version = view().wallet().version();
        SpendCredits.Command dry = new SpendCredits.Command(
                ANA, Permission.UNLOCK_CREATORS, key("1"), Action.CREATOR_UNLOCK, 7, Optional.of("luca"), OptionalLong.empty(), true);
        Answered answered = ((SpendCredits.Outcome.Asked) wallets.spendCredits().handle(dry)).answered();
        assertThat(receipt(answered).credits()).isEqualTo(50);
        assertThat(answered.operation()).isEmpty();
        assertThat(view().wallet().version()).isEqualTo(version);
        assertThat(receipt(ask(spend(ANA, "1", Action.CREATOR_UNLOCK, 7))).credits()).isEqualTo(50);
    }

    @Test
    void a_member_with_a_cap_spends_up_to_its_edge_however_many_calls_it_makes_at_once() {
        till.give(LIMA, 1_000);
        caps.set(((Actor.User) BEN).id(), 5 * 7 + 4);
        List<Answered> answers = AtOnce.call(64, number -> ask(spend(BEN, "call " + number, POST_ANALYTICS, 1)));
        assertThat(answers).filteredOn(answered -> answered.answer() instanceof WalletAnswer.Charged).hasSize(7);
        assertThat(answers).filteredOn(answered -> answered.answer().equals(new WalletAnswer.CapReached(39, 35, 5))).hasSize(57);
        assertThat(ask(spend(ANA, "ana", POST_ANALYTICS, 20)).answer()).isInstanceOf(WalletAnswer.Charged.class);
    }

    @Test
    void what_was_set_aside_is_settled_once() {
        till.give(LIMA, 100);
        wallets.reserveCredits().handle(reserve(ANA, "job", POST_ANALYTICS, 10));
        assertThat(view().wallet().held()).isEqualTo(50);
        SettleCredits.Command four = new SettleCredits.Command(ANA, Permission.READ_CREATORS, key("job"), 4);
        assertThat(receipt(wallets.settleCredits().handle(four)).credits()).isEqualTo(20);
        assertThat(wallets.settleCredits().handle(four).replayed()).isTrue();
        assertThat(wallets.settleCredits().handle(new SettleCredits.Command(ANA, Permission.READ_CREATORS, key("job"), 0)).answer())
                .isEqualTo(new WalletAnswer.KeyReused());
        assertThat(view().wallet().available(clock.instant())).isEqualTo(80);
    }

    @Test
    void an_operator_gives_takes_and_refunds_and_the_team_s_audit_log_says_so() {
        adjust("give", new Adjustment.Give(LotKind.PROMO, 100, Set.of(), Optional.empty()));
        Operation used = ask(spend(ANA, "1", POST_ANALYTICS, 4)).operation().orElseThrow();
        adjust("take", new Adjustment.Take(30));
        adjust("refund", new Adjustment.Refund(used.id(), OptionalLong.empty()));
        assertThat(view().wallet().available(clock.instant())).isEqualTo(100 - 30 + 10); // the day's gift burnt first
        assertThat(adjust("too much", new Adjustment.Take(1_000)).answer()).isInstanceOf(WalletAnswer.CreditsMissing.class);
        assertThat(adjust("take", new Adjustment.Take(30)).replayed()).isTrue();
        assertThat(transactions.done()).extracting(InMemoryTransactions.Done::action)
                .containsExactly("wallet.adjust", "wallet.adjust", "wallet.adjust", "wallet.adjust.refused");
        assertThat(transactions.done()).allMatch(done -> done.actor().team().equals(LIMA) && done.subject().isPresent());
        assertThat(used.note()).isEmpty();
        assertThat(list(Ledgers.Filter.ALL).getFirst().note()).contains("a test needs it");
    }

    @Test
    void a_team_is_put_on_a_plan_that_there_is() {
        ChangePlan.Outcome outcome = wallets.changePlan().handle(new ChangePlan.Command(OPERATOR, LIMA, "gold", false));
        assertThat(outcome).isEqualTo(new ChangePlan.Outcome.UnknownPlan(Set.of("free", "standard", "premium")));
        assertThat(transactions.done()).isEmpty();
        assertThat(wallets.changePlan().handle(new ChangePlan.Command(OPERATOR, LIMA, "standard", false)))
                .isEqualTo(new ChangePlan.Outcome.Changed(TariffFixtures.STANDARD));
        assertThat(view().plan()).isEqualTo(TariffFixtures.STANDARD);
        assertThat(transactions.done()).extracting(InMemoryTransactions.Done::action).containsExactly("wallet.plan_change");
    }

    @Test
    void a_plan_that_waits_for_the_next_period_counts_from_then_on() {
        wallets.changePlan().handle(new ChangePlan.Command(OPERATOR, LIMA, "premium", true));
        assertThat(priced().plan()).isEqualTo(TariffFixtures.FREE);
        clock.advance(Duration.ofDays(32));
        assertThat(priced().plan()).isEqualTo(TariffFixtures.PREMIUM);
        assertThat(view().plan()).isEqualTo(TariffFixtures.PREMIUM);
    }

    @Test
    void a_basket_is_priced_as_a_whole_and_says_what_has_no_price() {
        till.give(LIMA, 30);
        PriceBasket.Outcome.Priced priced = (PriceBasket.Outcome.Priced) wallets.priceBasket().handle(new PriceBasket.Query(ANA,
                List.of(new Quotation.Item(Action.CREATOR_UNLOCK, 4), new Quotation.Item(Action.CREATOR_UNLOCK, 3))));
        assertThat(priced.quotation().credits()).isEqualTo(50);
        assertThat(priced.quotation().affordable()).isFalse();
        Action unknown = new Action("teleport");
        assertThat(wallets.priceBasket().handle(new PriceBasket.Query(ANA, List.of(new Quotation.Item(unknown, 1)))))
                .isInstanceOfSatisfying(PriceBasket.Outcome.UnknownActions.class, none -> assertThat(none.unknown()).containsExactly(unknown));
    }

    @Test
    void uses_are_shown_month_by_month_in_the_zone_of_the_wallet() {
        till.wallets().move(LIMA, ZoneId.of("Pacific/Auckland"));
        till.give(LIMA, 100);
        clock.advance(Duration.ofDays(40)); // the zone counts from the second period on
        ask(spend(ANA, "april", POST_ANALYTICS, 1));
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-04-30T11:59:59Z")));
        ask(spend(ANA, "late april", POST_ANALYTICS, 2));
        clock.advance(Duration.ofSeconds(1)); // midnight in Auckland
        ask(spend(ANA, "may", POST_ANALYTICS, 4));
        List<ShowUses.Month> months = wallets.showUses().handle(new ShowUses.Query(BEN, YearMonth.of(2026, 3), YearMonth.of(2026, 5)));
        assertThat(months).extracting(month -> month.uses().stream().mapToLong(Ledgers.Use::credits).sum()).containsExactly(0L, 15L, 20L);
    }

    @Test
    void an_operation_is_explained_entry_by_entry_to_its_own_team() {
        till.give(LIMA, 100);
        Operation used = ask(spend(ANA, "1", Action.CREATOR_UNLOCK, 6)).operation().orElseThrow();
        ExplainOperation.Explained explained = wallets.explainOperation().handle(new ExplainOperation.Query(BEN, used.id()));
        assertThat(explained.operation()).isEqualTo(used);
        assertThat(explained.entries()).hasSize(2).allMatch(entry -> entry.operation().equals(used.id()));
        assertThat(explained.entries()).extracting(entry -> entry.rule().orElse("")).containsOnly("creator_unlock@1");
        assertThatThrownBy(() -> wallets.explainOperation().handle(new ExplainOperation.Query(OLE, used.id())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_ledger_is_verified_and_what_somebody_changed_behind_the_program_is_found() {
        till.give(LIMA, 100);
        ask(spend(ANA, "1", POST_ANALYTICS, 6));
        LedgerAnchor anchor = ((TakeAnchor.Outcome.Taken) wallets.takeAnchor().handle(new TakeAnchor.Command(PROGRAM, true))).anchor();
        assertThat(verify(OPERATOR, LIMA)).isEqualTo(new LedgerVerdict.Whole(3));
        assertThat(wallets.verifyLedger().handle(new VerifyLedger.Query(OPERATOR, LIMA, Optional.of(anchor.marks().getFirst()))))
                .isEqualTo(new LedgerVerdict.Whole(3));
        till.wallets().tamper(LIMA, entries -> entries.subList(0, 2));
        assertThat(verify(OPERATOR, LIMA)).isEqualTo(new LedgerVerdict.Broken(3, LedgerVerdict.Flaw.REMOVED));
    }

    @Test
    void a_sweep_books_what_has_ended() {
        till.give(LIMA, 100);
        wallets.reserveCredits().handle(reserve(ANA, "job", POST_ANALYTICS, 10));
        assertThat(wallets.sweepWallets().handle(new SweepWallets.Command(PROGRAM))).isEqualTo(new SweepWallets.Outcome.Swept(0));
        clock.advance(Duration.ofMinutes(15));
        assertThat(wallets.showCreditStats().handle(new ShowCreditStats.Query(OPERATOR)).overdue()).isEqualTo(1);
        assertThat(wallets.sweepWallets().handle(new SweepWallets.Command(PROGRAM))).isEqualTo(new SweepWallets.Outcome.Swept(1));
        assertThat(wallets.showCreditStats().handle(new ShowCreditStats.Query(OPERATOR)).holds()).isZero();
        assertThat(wallets.sweepWallets().handle(new SweepWallets.Command(PROGRAM))).isEqualTo(new SweepWallets.Outcome.Swept(0));
    }

    @Test
    void an_anchor_is_taken_once_a_day() {
        till.give(LIMA, 100);
        assertThat(anchor(false)).isInstanceOf(TakeAnchor.Outcome.Taken.class);
        clock.advance(Duration.ofHours(10));
        assertThat(anchor(false)).isEqualTo(new TakeAnchor.Outcome.NotNow());
        assertThat(anchor(true)).isInstanceOf(TakeAnchor.Outcome.Taken.class);
        clock.advance(Duration.ofHours(23)); // a moment earlier on the next day
        assertThat(anchor(false)).isInstanceOfSatisfying(TakeAnchor.Outcome.Taken.class, taken -> {
            assertThat(taken.anchor().number()).isEqualTo(3);
            assertThat(taken.anchor().isWhole()).isTrue();
        });
    }

    @Test
    void a_new_price_counts_from_now_on_and_old_charges_keep_theirs() {
        till.give(LIMA, 100);
        Operation before = ask(spend(ANA, "1", POST_ANALYTICS, 1)).operation().orElseThrow();
        wallets.addPricingRule().handle(new AddPricingRule.Command(OPERATOR, POST_ANALYTICS, 7, 0, Optional.empty(), "request"));
        assertThat(receipt(ask(spend(ANA, "2", POST_ANALYTICS, 1))).credits()).isEqualTo(7);
        Answered repeat = ask(spend(ANA, "1", POST_ANALYTICS, 1));
        assertThat(repeat.replayed()).isTrue();
        assertThat(receipt(repeat).price().rule()).isEqualTo("post_analytics@1");
        assertThat(wallets.explainOperation().handle(new ExplainOperation.Query(ANA, before.id())).entries())
                .extracting(entry -> entry.rule().orElse("")).containsOnly("post_analytics@1");
        assertThat(wallets.listPricingRules().handle(new ListPricingRules.Query(OPERATOR)))
                .filteredOn(rule -> rule.action().equals(POST_ANALYTICS)).extracting(rule -> rule.name())
                .containsExactly("post_analytics@2", "post_analytics@1");
    }

    @Test
    void a_new_version_of_a_plan_is_for_those_who_are_put_on_it() {
        till.subscribe(LIMA, "standard");
        wallets.addPlan().handle(new AddPlan.Command(OPERATOR, "standard", id -> new Plan(id, "Standard",
                TariffFixtures.STANDARD.monthlyPrice(), 3, TariffFixtures.STANDARD.quotas(), TariffFixtures.STANDARD.features(),
                TariffFixtures.STANDARD.gifts(), 0, "priority", false)));
        assertThat(view().plan().seats()).isEqualTo(2);
        till.subscribe(LIMA, "standard");
        assertThat(view().plan().seats()).isEqualTo(3);
    }

    @Test
    void what_was_unlocked_is_found_and_listed() {
        ask(open("1", Action.CREATOR_UNLOCK, "luca"));
        ask(open("2", Action.ADVANCED_SEARCH, "q1"));
        assertThat(wallets.findOpenRights().handle(new FindOpenRights.Query(BEN, Action.CREATOR_UNLOCK, List.of("luca", "mei"))))
                .containsExactly("luca");
        assertThat(wallets.listUnlocks().handle(new ListUnlocks.Query(BEN, PageRequest.first(10))).items())
                .extracting(access -> access.right().target()).containsExactly("luca");
        assertThat(wallets.findOpenRights().handle(new FindOpenRights.Query(OLE, Action.CREATOR_UNLOCK, List.of("luca")))).isEmpty();
    }

    private TakeAnchor.Outcome anchor(boolean now) {
        return wallets.takeAnchor().handle(new TakeAnchor.Command(PROGRAM, now));
    }

    private Answered adjust(String key, Adjustment adjustment) {
        return wallets.adjustWallet().handle(
                new AdjustWallet.Command(OPERATOR, LIMA, OperationKey.ofReversal(key), adjustment, "a test needs it"));
    }

    private LedgerVerdict verify(Actor actor, TeamId team) {
        return wallets.verifyLedger().handle(new VerifyLedger.Query(actor, team, Optional.empty()));
    }

    private PriceBasket.Outcome.Priced priced() {
        return (PriceBasket.Outcome.Priced) wallets.priceBasket().handle(
                new PriceBasket.Query(ANA, List.of(new Quotation.Item(POST_ANALYTICS, 1))));
    }

    private WalletView view() {
        return wallets.showWallet().handle(new ShowWallet.Query(ANA, LIMA));
    }

    private List<Operation> list(Ledgers.Filter filter) {
        return wallets.listOperations().handle(new ListOperations.Query(ANA, LIMA, filter, PageRequest.first(100))).items();
    }

    private Answered ask(SpendCredits.Command command) {
        return ((SpendCredits.Outcome.Asked) wallets.spendCredits().handle(command)).answered();
    }

    private static Receipt receipt(Answered answered) {
        return answered.answer().charge().orElseThrow();
    }

    private static SpendCredits.Command spend(Actor actor, String key, Action action, long units) {
        return new SpendCredits.Command(
                actor, Permission.READ_CREATORS, key(key), action, units, Optional.empty(), OptionalLong.empty(), false);
    }

    private static SpendCredits.Command open(String key, Action action, String target) {
        return new SpendCredits.Command(
                ANA, Permission.READ_CREATORS, key(key), action, 1, Optional.of(target), OptionalLong.empty(), false);
    }

    private static ReserveCredits.Command reserve(Actor actor, String key, Action action, long units) {
        return new ReserveCredits.Command(
                actor, Permission.READ_CREATORS, key(key), action, units, OptionalLong.empty(), Duration.ofMinutes(15));
    }

    private static OperationKey key(String name) {
        return OperationKey.ofClient("POST /test", name);
    }
}
