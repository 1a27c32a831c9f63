package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;

/** Teams in PostgreSQL. */
public final class JooqTeams implements Teams {

    private final JooqPlatformTransactions transactions;

    public JooqTeams(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Team team) {
        transactions.sql().insertInto(TEAM).set(TEAM.TEAM_ID, team.id()).set(TEAM.CREATED_AT, team.createdAt())
                .set(TeamRow.changeable(team)).execute();
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return transactions.sql().select(TeamRow.COLUMNS).from(TEAM).where(TEAM.TEAM_ID.eq(id).and(TEAM.TEAM_ID.ne(TeamId.CATALOGUE)))
                .fetchOptional(TeamRow::team);
    }

    @Override
    public List<Team> findAll(Set<TeamId> ids) {
        return living(TEAM.TEAM_ID.in(ids));
    }

    @Override
    public List<Team> all() {
        return living(TEAM.TEAM_ID.isNotNull());
    }

    @Override
    public List<TeamId> due(Instant now) {
        return transactions.sql().select(TEAM.TEAM_ID).from(TEAM).where(TEAM.DELETE_AFTER.le(now).and(TEAM.DELETED_AT.isNull()))
                .orderBy(TEAM.DELETE_AFTER).limit(100).fetch(TEAM.TEAM_ID);
    }

    private List<Team> living(Condition wanted) {
        return transactions.sql().select(TeamRow.COLUMNS).from(TEAM)
                .where(wanted.and(TEAM.TEAM_ID.ne(TeamId.CATALOGUE)).and(TEAM.DELETED_AT.isNull()))
                .orderBy(TEAM.CREATED_AT, TEAM.TEAM_ID)
                .limit(1000)
                .fetch(TeamRow::team);
    }
}
