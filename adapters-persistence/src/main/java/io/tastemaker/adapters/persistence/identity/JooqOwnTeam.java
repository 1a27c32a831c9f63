package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import org.jooq.Condition;

/** The bound team in PostgreSQL. */
public final class JooqOwnTeam implements OwnTeam {

    private final JooqTransactions transactions;

    public JooqOwnTeam(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Team> find() {
        return transactions.sql().select(TeamRow.COLUMNS).from(TEAM).where(own().and(TEAM.DELETED_AT.isNull())).fetchOptional(TeamRow::team);
    }

    @Override
    public boolean replace(Team team) {
        return transactions.sql().update(TEAM).set(TeamRow.changeable(team))
                .where(own().and(TEAM.TEAM_ID.eq(team.id())).and(TEAM.VERSION.eq(team.version() - 1)))
                .execute() == 1;
    }

    private Condition own() {
        return TEAM.TEAM_ID.eq(transactions.team()).and(TEAM.TEAM_ID.ne(TeamId.CATALOGUE));
    }
}
