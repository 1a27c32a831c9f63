package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.RevenueReport;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Accounts of a program that is killed, or overtaken, when a test wants it to be. */
final class WatchedAccounts implements Accounts {

    /** The program was killed. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private enum Death { NONE, AT_THE_NEXT_WRITE, AT_THE_NEXT_STEP, AT_THE_NEXT_SETTLING }

    private final Accounts accounts;
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicReference<Death> death = new AtomicReference<>(Death.NONE);
    private final AtomicReference<Runnable> beforeDues = new AtomicReference<>();

    WatchedAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** How often an account was written. */
    int writes() {
        return writes.get();
    }

    /** Kills the program after it has written an account next time, and before it tells the wallet of it. */
    void killAfterWriting() {
        death.set(Death.AT_THE_NEXT_WRITE);
    }

    /** Kills the program after it has told the wallet next time, and before it notes that. */
    void killBeforeNoting() {
        death.set(Death.AT_THE_NEXT_SETTLING);
    }

    /** Something happens just before somebody next asks what is due. */
    void beforeDues(Runnable happens) {
        beforeDues.set(happens);
    }

    private void dieOf(Death cause) {
        if (death.compareAndSet(cause, Death.NONE)) {
            throw new Killed();
        }
    }

    @Override
    public Account load(TeamId team, Set<String> named, Instant now) {
        dieOf(Death.AT_THE_NEXT_STEP);
        return accounts.load(team, named, now);
    }

    @Override
    public boolean write(Account before, Account after) {
        boolean isWritten = accounts.write(before, after);
        if (isWritten) {
            writes.incrementAndGet();
            death.compareAndSet(Death.AT_THE_NEXT_WRITE, Death.AT_THE_NEXT_STEP);
        }
        return isWritten;
    }

    @Override
    public boolean settle(Account account) {
        dieOf(Death.AT_THE_NEXT_SETTLING);
        return accounts.settle(account);
    }

    @Override
    public Optional<TeamId> teamOf(Notice.Matter matter) {
        return accounts.teamOf(matter);
    }

    @Override
    public Optional<TeamId> teamOfCustomer(String customer) {
        return accounts.teamOfCustomer(customer);
    }

    @Override
    public Account own(Instant now) {
        return accounts.own(now);
    }

    @Override
    public Page<Payment> listPayments(Set<Payment.Kind> kinds, PageRequest page) {
        return accounts.listPayments(kinds, page);
    }

    @Override
    public Optional<Map.Entry<TeamId, Payment>> findPayment(String id) {
        return accounts.findPayment(id);
    }

    @Override
    public List<TeamId> listDue(Instant now, int limit) {
        return accounts.listDue(now, limit);
    }

    @Override
    public List<TeamId> list(Optional<TeamId> after, int limit) {
        return accounts.list(after, limit);
    }

    @Override
    public List<Notice.Matter> listStale(Instant now) {
        return accounts.listStale(now);
    }

    @Override
    public List<String> listOfClosedTeams() {
        return accounts.listOfClosedTeams();
    }

    @Override
    public Map<String, Long> dues(TeamId team) {
        Optional.ofNullable(beforeDues.getAndSet(null)).ifPresent(Runnable::run);
        return accounts.dues(team);
    }

    @Override
    public Page<Held> listSubscriptions(Set<SubscriptionStatus> statuses, PageRequest page) {
        return accounts.listSubscriptions(statuses, page);
    }

    @Override
    public RevenueReport report(Instant since, Instant now) {
        return accounts.report(since, now);
    }
}
