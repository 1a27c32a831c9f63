package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.domain.shared.TeamId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Nothing is done by itself for a team that is closed, though its rows stay until they are purged. */
public final class LivingTeams {

    private LivingTeams() {}

    /** That the team of a row is not closed. */
    public static Condition isOf(Field<TeamId> team) {
        return DSL.condition("exists (select from identity.team living where living.team_id = {0} and living.deleted_at is null)", team);
    }
}
