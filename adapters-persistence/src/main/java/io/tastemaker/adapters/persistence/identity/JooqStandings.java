package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.MEMBERSHIP;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.SESSION;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.USER_ACCOUNT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.application.identity.out.Standings;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.Optional;

/**
 * What is left of a sign-in, in PostgreSQL. What was found is not looked up again for half a second, so that a busy client does not ask
 * the database twice for each request; what ends a session or changes a role takes effect within that time on every node.
 */
public final class JooqStandings implements Standings {

    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final int MOST_REMEMBERED = 10_000;

    private record Asked(SessionId session, TeamId team) {}

    private final AcrossTeams acrossTeams;
    private final Cache<Asked, Standing> remembered;

    public JooqStandings(AcrossTeams acrossTeams) {
        this.acrossTeams = acrossTeams;
        this.remembered = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();
    }

    @Override
    public Optional<Standing> find(SessionId session, TeamId team) {
        return Optional.ofNullable(remembered.get(new Asked(session, team), missing -> stored(missing).orElse(null)));
    }

    private Optional<Standing> stored(Asked asked) {
        return acrossTeams.run(sql -> sql.select(SESSION.USER_ID, SESSION.EXPIRES_AT, USER_ACCOUNT.HOME_TEAM_ID, MEMBERSHIP.ROLE)
                .from(SESSION)
                .join(USER_ACCOUNT).on(USER_ACCOUNT.USER_ID.eq(SESSION.USER_ID))
                .leftJoin(MEMBERSHIP).on(MEMBERSHIP.USER_ID.eq(SESSION.USER_ID).and(MEMBERSHIP.TEAM_ID.eq(asked.team()))
                        .and(exists(selectOne().from(TEAM).where(TEAM.TEAM_ID.eq(MEMBERSHIP.TEAM_ID).and(TEAM.DELETED_AT.isNull())))))
                .where(SESSION.SESSION_ID.eq(asked.session()).and(SESSION.REVOKED_AT.isNull()).and(USER_ACCOUNT.SUSPENDED_AT.isNull()))
                .fetchOptional(row -> new Standing(row.value1(), row.value2(), row.value3().equals(TeamId.CATALOGUE),
                        Optional.ofNullable(row.value4()))));
    }
}
