package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.Coupons;
import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.Reconciliations;
import io.tastemaker.application.billing.out.SignedNotices;
import io.tastemaker.application.billing.out.TopUpPacks;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.WalletUseCases;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What can be done with plans, credits and money.
 *
 * @param openCheckout opens a checkout
 * @param showOrder shows an order
 * @param listOrders lists orders
 * @param showSubscription shows what a team is subscribed to
 * @param changeSubscription changes it
 * @param openPortal opens the provider's pages
 * @param listPayments lists what was paid
 * @param showTopUpPacks shows packs and what they cost a team
 * @param checkCoupon checks a code
 * @param addCoupon makes a coupon
 * @param endCoupon ends one
 * @param listCoupons lists them
 * @param listTopUpPacks lists packs as operators see them
 * @param addTopUpPack adds a version of a pack
 * @param refundPayment pays money back
 * @param listSubscriptions lists the subscriptions of all teams
 * @param showRevenue shows figures over all teams
 * @param receiveNotice takes in what the provider tells
 * @param applyNotices heeds it
 * @param listNotices lists it
 * @param replayNotice begins anew with it
 * @param forgetNotices forgets what is old
 * @param settleAccounts looks after accounts that are due
 * @param reconcile compares everything with the provider
 * @param listReconciliations lists what came of that
 */
public record BillingUseCases(
        OpenCheckout openCheckout,
        ShowOrder showOrder,
        ListOrders listOrders,
        ShowSubscription showSubscription,
        ChangeSubscription changeSubscription,
        OpenPortal openPortal,
        ListPayments listPayments,
        ShowTopUpPacks showTopUpPacks,
        CheckCoupon checkCoupon,
        AddCoupon addCoupon,
        EndCoupon endCoupon,
        ListCoupons listCoupons,
        ListTopUpPacks listTopUpPacks,
        AddTopUpPack addTopUpPack,
        RefundPayment refundPayment,
        ListSubscriptions listSubscriptions,
        ShowRevenue showRevenue,
        ReceiveNotice receiveNotice,
        ApplyNotices applyNotices,
        ListNotices listNotices,
        ReplayNotice replayNotice,
        ForgetNotices forgetNotices,
        SettleAccounts settleAccounts,
        Reconcile reconcile,
        ListReconciliations listReconciliations) {

    /**
     * Builds them from the driven ports and what other contexts can do.
     *
     * @param rows what we know
     * @param provider who takes the money
     * @param notices reads what it sends
     * @param transactions for one team's work
     * @param platform for work across teams
     * @param outbox sends letters
     * @param teams tells who owns a team
     * @param wallets follow what was paid
     * @param pages where people are sent from the provider's pages; asked when they are
     * @param trialDays how many days of a first subscription are free; 0 for none
     * @param publicUrl what links in letters begin with
     * @param ids new ids
     * @param clock the time
     */
    @Inject
    public BillingUseCases(Rows rows, PaymentProvider provider, SignedNotices notices, Transactions transactions,
            PlatformTransactions platform, Outbox outbox, TeamUseCases teams, WalletUseCases wallets, Supplier<BillingPages> pages,
            int trialDays, PublicUrl publicUrl, Ids ids, InstantSource clock) {
        this(rows, provider, notices, transactions, platform, teams, wallets, pages, trialDays, ids, clock,
                new Bookkeeper(platform, rows.accounts(), rows.orders(), provider, outbox, new BillingLetters(publicUrl), teams.findOwner(),
                        wallets.showPricing(), new Settlement(rows.accounts(), wallets.followBilling(), clock), clock),
                new CouponBook(rows.coupons(), provider));
    }

    private BillingUseCases(Rows rows, PaymentProvider provider, SignedNotices notices, Transactions transactions,
            PlatformTransactions platform, TeamUseCases teams, WalletUseCases wallets, Supplier<BillingPages> pages, int trialDays, Ids ids,
            InstantSource clock, Bookkeeper bookkeeper, CouponBook coupons) {
        this(rows, provider, notices, transactions, platform, teams, wallets, pages, trialDays, ids, clock, bookkeeper, coupons,
                new Offers(wallets.showWallet(), rows.packs(), coupons, provider, clock),
                new Customers(platform, rows.accounts(), provider, teams.findOwner(), clock),
                new ApplyNotices(rows.inbox(), bookkeeper, coupons, clock), new SettleAccounts(rows.accounts(), bookkeeper, clock));
    }

    private BillingUseCases(Rows rows, PaymentProvider provider, SignedNotices notices, Transactions transactions,
            PlatformTransactions platform, TeamUseCases teams, WalletUseCases wallets, Supplier<BillingPages> pages, int trialDays, Ids ids,
            InstantSource clock, Bookkeeper bookkeeper, CouponBook coupons, Offers offers, Customers customers, ApplyNotices applyNotices,
            SettleAccounts settleAccounts) {
        this(new OpenCheckout(platform, offers, customers,
                        rows.accounts(), rows.orders(), provider, bookkeeper, coupons, pages, trialDays, clock),
                new ShowOrder(transactions, rows.orders(), bookkeeper), new ListOrders(transactions, rows.orders()),
                new ShowSubscription(transactions, rows.accounts(), wallets.showWallet(), clock),
                new ChangeSubscription(platform, rows.accounts(), provider, bookkeeper, wallets.showPricing(), ids, clock),
                new OpenPortal(rows.accounts(), customers, provider, pages, clock), new ListPayments(transactions, rows.accounts()),
                new ShowTopUpPacks(rows.packs(), wallets.showWallet()), new CheckCoupon(offers),
                new AddCoupon(transactions, provider, coupons), new EndCoupon(transactions, provider, coupons), new ListCoupons(rows.coupons()),
                new ListTopUpPacks(rows.packs()), new AddTopUpPack(platform, rows.packs()),
                new RefundPayment(transactions, rows.accounts(), provider, bookkeeper), new ListSubscriptions(rows.accounts()),
                new ShowRevenue(rows.accounts(), clock), new ReceiveNotice(notices, rows.inbox(), clock), applyNotices,
                new ListNotices(rows.inbox()), new ReplayNotice(transactions, rows.inbox(), provider, clock),
                new ForgetNotices(rows.inbox(), clock), settleAccounts,
                new Reconcile(platform, rows.reconciliations(), rows.accounts(), rows.orders(), rows.inbox(), provider, applyNotices,
                        settleAccounts, bookkeeper, wallets.findGrants(), clock),
                new ListReconciliations(rows.reconciliations()));
    }

    /**
     * What we know of teams as customers.
     *
     * @param accounts what they subscribed to and paid
     * @param orders what they asked to buy
     * @param coupons codes that make something cheaper
     * @param packs packs of credits
     * @param inbox what the provider told
     * @param reconciliations what came of comparing
     */
    public record Rows(Accounts accounts, Orders orders, Coupons coupons, TopUpPacks packs, Inbox inbox, Reconciliations reconciliations) {}
}
