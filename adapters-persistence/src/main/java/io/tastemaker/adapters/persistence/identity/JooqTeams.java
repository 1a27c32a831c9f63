package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;
import static org.jooq.Records.mapping;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;

/** Teams in PostgreSQL. */
public final class JooqTeams implements Teams {

    private final AcrossTeams acrossTeams;

    public JooqTeams(AcrossTeams acrossTeams) {
        this.acrossTeams = acrossTeams;
    }

    @Override
    public void add(Team team) {
        acrossTeams.run(sql -> sql.insertInto(TEAM, TEAM.TEAM_ID, TEAM.NAME, TEAM.CREATED_AT)
                .values(team.id(), team.name(), team.createdAt())
                .execute());
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return acrossTeams.run(sql -> sql.select(TEAM.TEAM_ID, TEAM.NAME, TEAM.CREATED_AT)
                .from(TEAM)
                .where(TEAM.TEAM_ID.eq(id).and(TEAM.TEAM_ID.ne(TeamId.CATALOGUE)))
                .fetchOptional(mapping(Team::new)));
    }

    @Override
    public List<Team> all() {
        return acrossTeams.run(sql -> sql.select(TEAM.TEAM_ID, TEAM.NAME, TEAM.CREATED_AT)
                .from(TEAM)
                .where(TEAM.TEAM_ID.ne(TeamId.CATALOGUE))
                .orderBy(TEAM.CREATED_AT, TEAM.TEAM_ID)
                .limit(1000)
                .fetch(mapping(Team::new)));
    }
}
