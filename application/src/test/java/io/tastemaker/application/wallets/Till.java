package io.tastemaker.application.wallets;

import io.tastemaker.application.identity.CreditCaps;
import io.tastemaker.application.identity.ShowCreditCap;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.out.InMemoryAllWallets;
import io.tastemaker.application.wallets.out.InMemoryLedgers;
import io.tastemaker.application.wallets.out.InMemoryTariffs;
import io.tastemaker.application.wallets.out.InMemoryWallets;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Wallets as a program meets them, in memory, with the prices and plans that it ships with. */
public final class Till {

    private static final Actor OPERATOR = new Actor.Operator("root", TeamId.CATALOGUE);

    final InMemoryTransactions transactions;
    final InMemoryIds ids;
    private final InMemoryWallets wallets;
    private final InMemoryTariffs tariffs;
    private final InMemoryAllWallets all;
    private final WalletUseCases useCases;

    /** Wallets of whatever teams, on the given clock; their members have the given caps. */
    public Till(InMemoryTransactions transactions, InMemoryIds ids, InstantSource clock, ShowCreditCap caps) {
        this(transactions, new InMemoryWallets(transactions), ids, clock, caps);
    }

    /** Wallets beside other parts of a program. */
    public Till(InMemoryTransactions transactions, InMemoryWallets wallets, InMemoryIds ids, InstantSource clock, ShowCreditCap caps) {
        this(transactions, wallets, new InMemoryTariffs(), ids, clock, caps);
    }

    /** Wallets beside other parts of a program, on other prices and plans. */
    public Till(InMemoryTransactions transactions, InMemoryWallets wallets, InMemoryTariffs tariffs, InMemoryIds ids, InstantSource clock,
            ShowCreditCap caps) {
        this.tariffs = tariffs;
        this.transactions = transactions;
        this.ids = ids;
        this.wallets = wallets;
        this.all = new InMemoryAllWallets(transactions, wallets);
        this.useCases = new WalletUseCases(transactions, wallets, tariffs, new InMemoryLedgers(transactions, wallets), all, caps, ids,
                clock);
    }

    /** Wallets of whatever teams, all on the standard plan, beside other parts of a program. */
    public static Till ofPayingTeams(InMemoryTransactions transactions, InMemoryIds ids, InstantSource clock) {
        return new Till(transactions, new InMemoryWallets(transactions), new InMemoryTariffs("standard"), ids, clock,
                new CreditCaps(transactions).show());
    }

    /** Wallets of whatever teams, whose members have no caps. */
    public static Till on(HandClock clock) {
        InMemoryTransactions transactions = new InMemoryTransactions();
        return new Till(transactions, new InMemoryIds(), clock, new CreditCaps(transactions).show());
    }

    /** What can be done with them. */
    public WalletUseCases useCases() {
        return useCases;
    }

    /** The wallets. */
    public InMemoryWallets wallets() {
        return wallets;
    }

    /** Prices and plans. */
    public InMemoryTariffs tariffs() {
        return tariffs;
    }

    /** All wallets together. */
    public InMemoryAllWallets all() {
        return all;
    }

    /** An operator gives a team credits for everything. */
    public void give(TeamId team, long credits) {
        useCases.adjustWallet().handle(new AdjustWallet.Command(OPERATOR, team, OperationKey.ofReversal("given:" + ids.next()),
                new AdjustWallet.Adjustment.Give(LotKind.TOP_UP, credits, Set.of(), Optional.empty()), "a test needs it"));
    }

    /** An operator puts a team on a plan. */
    public void subscribe(TeamId team, String plan) {
        useCases.changePlan().handle(new ChangePlan.Command(OPERATOR, team, plan, false));
    }
}
