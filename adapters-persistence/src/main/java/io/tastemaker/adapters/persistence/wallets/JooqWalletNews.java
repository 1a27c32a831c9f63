package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.OPERATION;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.WALLET;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.wallets.WalletStanding;
import io.tastemaker.application.wallets.out.WalletNews;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Operation;
import java.util.Collection;
import java.util.List;
import org.jooq.impl.DSL;

/** What happened in wallets, in PostgreSQL: where they stand is seen over all teams, what was done in one only as its team. */
public final class JooqWalletNews implements WalletNews {

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqWalletNews(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public List<WalletStanding> standings(Collection<TeamId> teams) {
        return acrossTeams.run(sql -> sql.select(WALLET.TEAM_ID, WALLET.VERSION, WALLET.POSTED, WALLET.HELD).from(WALLET)
                .where(WALLET.TEAM_ID.eq(DSL.any(teams.toArray(TeamId[]::new))))
                .fetch(row -> new WalletStanding(row.value1(), row.value2(), row.value3() - row.value4())));
    }

    @Override
    public List<Operation> between(TeamId team, long from, long to) {
        return transactions.reading(team, sql -> sql.select(OperationRow.COLUMNS).from(OPERATION)
                .where(OPERATION.TEAM_ID.eq(team).and(OPERATION.VERSION.ge(from)).and(OPERATION.VERSION.lt(to)))
                .orderBy(OPERATION.VERSION, OPERATION.POSITION)
                .fetch(OperationRow::operation));
    }
}
