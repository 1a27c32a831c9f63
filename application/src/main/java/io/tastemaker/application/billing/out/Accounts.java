package io.tastemaker.application.billing.out;

import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.RevenueReport;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts of teams with the payment provider. A version guards them: who wants to change one loads it, looks at the provider, and writes;
 * when somebody else wrote meanwhile, nothing is written, and he looks again. So what is written was seen after all that was written before.
 * What belongs to one team and says nothing else runs inside a transaction of either kind; the other methods are steps of their own.
 */
public interface Accounts {

    /**
     * Loads an account with all subscriptions and the payments that matter: those that the wallet does not know of, those that wait for
     * their money, trials, those that cover a plan now or later, and those that are named. A step of its own.
     *
     * @param team whose
     * @param named ids, intents or orders of more payments
     * @param now the time
     * @return the account; one of version 0 when the team never had any
     */
    Account load(TeamId team, Set<String> named, Instant now);

    /**
     * Writes an account, unless somebody did since it was loaded. Runs inside a platform transaction. Its version counts up by one. What the
     * wallet knows of it is for {@link #settle} to say, and whether the team is gone for the team.
     *
     * @param before as it was loaded
     * @param after as it is to be
     * @return whether it was written
     */
    boolean write(Account before, Account after);

    /**
     * Notes that the wallet knows everything of a version, unless it has changed since. A step of its own; the version stays.
     *
     * @param account as it was loaded
     * @return whether it was noted
     */
    boolean settle(Account account);

    /**
     * Finds out whose something is, from what we know already. A step of its own.
     *
     * @param matter what
     * @return the team; empty when we never heard of it
     */
    Optional<TeamId> teamOf(Notice.Matter matter);

    /**
     * Finds out whose customer somebody is. A step of its own.
     *
     * @param customer the provider's id
     * @return the team; empty when it is none of ours
     */
    Optional<TeamId> teamOfCustomer(String customer);

    /**
     * Shows the team's own account, as {@link #load} does.
     *
     * @param now the time
     * @return the account
     */
    Account own(Instant now);

    /**
     * Lists the team's payments, the newest first; trials are not among them.
     *
     * @param kinds of which kinds; empty for all
     * @param page which page
     * @return the page
     */
    Page<Payment> listPayments(Set<Payment.Kind> kinds, PageRequest page);

    /**
     * Finds a payment of any team. A step of its own.
     *
     * @param id what it is known by
     * @return whose it is, and the payment
     */
    Optional<Map.Entry<TeamId, Payment>> findPayment(String id);

    /**
     * Accounts that somebody has to look after: the wallet does not know everything, or a time has come. A step of its own.
     *
     * @param now the time
     * @param limit how many, at least 1
     * @return up to so many
     */
    List<TeamId> listDue(Instant now, int limit);

    /**
     * Accounts in the order of the team's ids. A step of its own.
     *
     * @param after the id behind which they begin; empty for the first
     * @param limit how many, at least 1
     * @return up to so many
     */
    List<TeamId> list(Optional<TeamId> after, int limit);

    /**
     * What should be looked at again, whether anything was told or not: subscriptions whose period or trial is over, or whose payment is
     * late, invoices that wait for money, and payments in dispute. A step of its own.
     *
     * @param now the time
     * @return what to fetch
     */
    List<Notice.Matter> listStale(Instant now);

    /**
     * Subscriptions that run although their team is gone. A step of its own.
     *
     * @return the provider's ids
     */
    List<String> listOfClosedTeams();

    /**
     * The credits that are due to a team because of what it paid. A step of its own.
     *
     * @param team the team
     * @return by source
     */
    Map<String, Long> dues(TeamId team);

    /**
     * A subscription, and whose it is.
     *
     * @param team whose
     * @param subscription the subscription
     */
    record Held(TeamId team, Subscription subscription) {}

    /**
     * Lists subscriptions of all teams, the newest first. A step of its own.
     *
     * @param statuses with which status; empty for all
     * @param page which page
     * @return the page
     */
    Page<Held> listSubscriptions(Set<SubscriptionStatus> statuses, PageRequest page);

    /**
     * Adds up subscriptions and money. A step of its own.
     *
     * @param since from when on money counts
     * @param now the time
     * @return the figures
     */
    RevenueReport report(Instant since, Instant now);
}
