package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The wallet of one team and a clock that stands where it is put; every step is audited. */
final class Till {

    static final TeamId TEAM = WalletFixtures.team(7);
    static final String ANA = "user:ana";

    private final Tariff tariff;
    private final PureTeller teller;
    private final WalletAuditor auditor;
    private Instant now;
    private int number;

    private Till(String plan, Instant since, ZoneId zone) {
        tariff = WalletFixtures.tariff(plan);
        teller = new PureTeller(tariff, since, zone);
        auditor = new WalletAuditor(tariff);
        now = since;
    }

    /** A new team on a plan, in Berlin. */
    static Till on(PlanId plan) {
        return new Till(plan.key(), WalletFixtures.START, WalletFixtures.BERLIN);
    }

    static Till on(PlanId plan, String since, String zone) {
        return new Till(plan.key(), Instant.parse(since), ZoneId.of(zone));
    }

    Till at(String time) {
        return at(Instant.parse(time));
    }

    Till at(Instant time) {
        now = time;
        return this;
    }

    Till after(Duration time) {
        return at(now.plus(time));
    }

    Instant now() {
        return now;
    }

    Tariff tariff() {
        return tariff;
    }

    void moveTo(String zone) {
        teller.move(TEAM, ZoneId.of(zone));
    }

    static OperationKey key(String name) {
        return OperationKey.ofClient("POST /test", name);
    }

    Teller.Answered submit(WalletCommand command) {
        Teller.Answered answered = teller.submit(TEAM, command, now);
        auditor.audit(new WalletScript.Step.Ask(TEAM, command, now), answered, stored());
        return answered;
    }

    WalletAnswer ask(WalletCommand command) {
        return submit(command).answer();
    }

    WalletAnswer charge(Action action, long units) {
        return charge("n" + ++number, Spend.of(action, units, ANA));
    }

    WalletAnswer charge(String key, Spend spend) {
        return ask(new WalletCommand.Charge(key(key), spend));
    }

    WalletAnswer reserve(String key, Action action, long units) {
        return ask(new WalletCommand.Reserve(key(key), Spend.of(action, units, ANA), WalletCommand.Reserve.USUAL_TTL));
    }

    WalletAnswer reserve(String key, Action action, long units, Duration ttl) {
        return ask(new WalletCommand.Reserve(key(key), Spend.of(action, units, ANA), ttl));
    }

    WalletAnswer commit(String key, long units) {
        return ask(new WalletCommand.Commit(key(key), units, ANA));
    }

    WalletAnswer release(String key) {
        return ask(new WalletCommand.Release(key(key), ANA));
    }

    WalletAnswer grant(String source, LotKind kind, long credits) {
        return ask(WalletCommand.Grant.of(source, kind, credits, "system:billing"));
    }

    WalletAnswer grant(String source, LotKind kind, long credits, Instant until) {
        return ask(WalletCommand.Grant.of(source, kind, credits, "system:billing").until(until));
    }

    WalletAnswer grant(String source, LotKind kind, long credits, Set<Action> scope, Optional<Instant> from, Optional<Instant> until) {
        return ask(new WalletCommand.Grant(OperationKey.ofGrant(source), source, kind, credits, scope, from, until, "system:billing", Optional.empty()));
    }

    WalletAnswer refund(String key) {
        return refund(key(key).operation(TEAM), OptionalLong.empty());
    }

    WalletAnswer refund(String key, long credits) {
        return refund(key(key).operation(TEAM), OptionalLong.of(credits));
    }

    WalletAnswer refund(UUID operation, OptionalLong credits) {
        return ask(new WalletCommand.Refund(OperationKey.ofReversal("n" + ++number), operation, credits, "operator:1", Optional.empty()));
    }

    WalletAnswer clawback(String source, long refunded, long paid) {
        return ask(new WalletCommand.Clawback(OperationKey.ofReversal("n" + ++number), source, refunded, paid, "system:billing"));
    }

    WalletAnswer clawback(String source, long refunded, long paid, long notice) {
        return ask(new WalletCommand.Clawback(OperationKey.ofReversal("n" + ++number), source, refunded, paid, OptionalLong.of(notice),
                "system:billing"));
    }

    WalletAnswer deduct(long credits) {
        return ask(new WalletCommand.Deduct(key("n" + ++number), credits, "operator:1", Optional.empty()));
    }

    WalletAnswer plan(PlanId plan, boolean atPeriodEnd) {
        return ask(new WalletCommand.ChangePlan(key("n" + ++number), plan, atPeriodEnd, "system:billing"));
    }

    WalletAnswer plan(PlanId plan, boolean atPeriodEnd, long notice) {
        return ask(new WalletCommand.ChangePlan(key("n" + ++number), plan, atPeriodEnd, OptionalLong.of(notice), "system:billing"));
    }

    /** Somebody wants something of the wallet, and changes nothing of it. */
    WalletAnswer come() {
        return ask(new WalletCommand.ChangePlan(OperationKey.once(new UUID(2, ++number)), stored().plan(tariff()).id(), false, "user:1"));
    }

    WalletAnswer touch() {
        return ask(new WalletCommand.Touch(OperationKey.once(new UUID(1, ++number)), "system:sweeper"));
    }

    /** The wallet as it was last written. */
    Wallet stored() {
        return teller.wallet(TEAM);
    }

    /** The wallet as it is now. */
    Wallet wallet() {
        return stored().at(tariff, now);
    }

    /** What is left of a lot now. */
    long left(String source) {
        return wallet().lots().stream().filter(lot -> lot.source().equals(source)).mapToLong(Lot::remaining).sum();
    }

    long available() {
        return wallet().available(now);
    }

    boolean isOpen(Action action, String target) {
        return teller.access(TEAM, new Access.Right(action, target)).filter(access -> access.isActive(now)).isPresent();
    }

    List<LedgerEntry> entries() {
        return teller.entries(TEAM);
    }

    List<Operation> operations() {
        return teller.operations(TEAM);
    }

    /** The entries of an operation as text, such as {@code available>usage.odd_thing 7 pi:1}. */
    List<String> moved(OperationKey key) {
        return entries().stream().filter(entry -> entry.operation().equals(key.operation(TEAM)))
                .map(entry -> entry.from() + ">" + entry.to() + " " + entry.amount() + entry.lot().map(lot -> " " + lot).orElse("")).toList();
    }

    List<String> sources() {
        return entries().stream().filter(entry -> entry.from().name().startsWith("issuance.")).flatMap(entry -> entry.lot().stream()).toList();
    }
}
