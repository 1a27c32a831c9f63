package io.tastemaker.application.wallets;

import io.tastemaker.application.identity.ShowCreditCap;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.AllWallets;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with wallets, prices and plans.
 *
 * @param spendCredits uses something at once, or says what it would cost
 * @param openAccess opens something by paying for it
 * @param foreseeCharge shows what something would take
 * @param checkFeature finds out what the plan opens
 * @param showAllowances shows what is free, and what a member may spend
 * @param reserveCredits sets something aside
 * @param settleCredits ends a reservation
 * @param adjustWallet gives, takes or refunds by hand
 * @param changePlan puts a team on a plan
 * @param followBilling lets a wallet follow what was paid
 * @param findGrants finds out what was granted for it
 * @param showWallet shows a wallet
 * @param priceBasket prices several things together
 * @param listOperations lists what moved
 * @param explainOperation explains one of it
 * @param showUses shows what was used month by month
 * @param verifyLedger computes a ledger anew
 * @param showPricing shows prices and plans
 * @param listPricingRules lists all versions of prices
 * @param addPricingRule adds a version
 * @param addPlan adds a version of a plan
 * @param findOpenRights finds out what was paid for
 * @param listUnlocks lists unlocks
 * @param sweepWallets books what has ended
 * @param takeAnchor takes the daily anchor
 * @param showCreditStats shows figures over all wallets
 * @param listWalletOwners lists the owners
 */
public record WalletUseCases(
        SpendCredits spendCredits,
        OpenAccess openAccess,
        ForeseeCharge foreseeCharge,
        CheckFeature checkFeature,
        ShowAllowances showAllowances,
        ReserveCredits reserveCredits,
        SettleCredits settleCredits,
        AdjustWallet adjustWallet,
        ChangePlan changePlan,
        FollowBilling followBilling,
        FindGrants findGrants,
        ShowWallet showWallet,
        PriceBasket priceBasket,
        ListOperations listOperations,
        ExplainOperation explainOperation,
        ShowUses showUses,
        VerifyLedger verifyLedger,
        ShowPricing showPricing,
        ListPricingRules listPricingRules,
        AddPricingRule addPricingRule,
        AddPlan addPlan,
        FindOpenRights findOpenRights,
        ListUnlocks listUnlocks,
        SweepWallets sweepWallets,
        TakeAnchor takeAnchor,
        ShowCreditStats showCreditStats,
        ListWalletOwners listWalletOwners) {

    /** Builds them from the driven ports and what identity knows of a member's cap. */
    @Inject
    public WalletUseCases(Transactions transactions, Wallets wallets, Tariffs tariffs, Ledgers ledgers, AllWallets all,
            ShowCreditCap caps, Ids ids, InstantSource clock) {
        this(new WalletDesk(wallets, tariffs, clock), new Spenders(caps), transactions, wallets, tariffs, ledgers, all, ids, clock);
    }

    private WalletUseCases(WalletDesk desk, Spenders spenders, Transactions transactions, Wallets wallets, Tariffs tariffs,
            Ledgers ledgers, AllWallets all, Ids ids, InstantSource clock) {
        this(new SpendCredits(desk, wallets, tariffs, spenders, clock), desk, spenders, transactions, wallets, tariffs, ledgers, all, ids,
                clock);
    }

    private WalletUseCases(SpendCredits spendCredits, WalletDesk desk, Spenders spenders, Transactions transactions, Wallets wallets,
            Tariffs tariffs, Ledgers ledgers, AllWallets all, Ids ids, InstantSource clock) {
        this(spendCredits, new OpenAccess(spendCredits, tariffs), new ForeseeCharge(wallets, tariffs, spenders, clock),
                new CheckFeature(wallets, tariffs, spenders, clock), new ShowAllowances(wallets, tariffs, spenders, clock),
                new ReserveCredits(desk, spenders), new SettleCredits(desk),
                new AdjustWallet(desk, transactions), new ChangePlan(desk, transactions, tariffs, ids),
                new FollowBilling(desk, tariffs), new FindGrants(transactions, ledgers),
                new ShowWallet(wallets, tariffs, clock), new PriceBasket(wallets, tariffs, clock),
                new ListOperations(transactions, ledgers), new ExplainOperation(transactions, ledgers), new ShowUses(transactions, ledgers),
                new VerifyLedger(transactions, ledgers), new ShowPricing(tariffs), new ListPricingRules(tariffs),
                new AddPricingRule(transactions, tariffs), new AddPlan(transactions, tariffs),
                new FindOpenRights(transactions, ledgers, clock), new ListUnlocks(transactions, ledgers, clock),
                new SweepWallets(desk, all, ids, clock), new TakeAnchor(all, clock), new ShowCreditStats(all, clock),
                new ListWalletOwners(all));
    }
}
