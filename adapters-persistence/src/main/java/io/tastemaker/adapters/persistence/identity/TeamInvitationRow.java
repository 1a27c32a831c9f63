package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM_INVITATION;

import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TeamInvitation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/** An invitation as its row has it. */
final class TeamInvitationRow {

    static final List<TableField<Record, ?>> COLUMNS = List.of(
            TEAM_INVITATION.TEAM_ID, TEAM_INVITATION.ID, TEAM_INVITATION.VERSION, TEAM_INVITATION.EMAIL, TEAM_INVITATION.ROLE,
            TEAM_INVITATION.TOKEN_HASH, TEAM_INVITATION.INVITED_BY, TEAM_INVITATION.CREATED_AT, TEAM_INVITATION.EXPIRES_AT,
            TEAM_INVITATION.ACCEPTED_AT, TEAM_INVITATION.REVOKED_AT);

    private TeamInvitationRow() {}

    static TeamInvitation invitation(Record row) {
        return new TeamInvitation(row.get(TEAM_INVITATION.ID), row.get(TEAM_INVITATION.TEAM_ID), row.get(TEAM_INVITATION.VERSION),
                new EmailAddress(row.get(TEAM_INVITATION.EMAIL)), row.get(TEAM_INVITATION.ROLE), row.get(TEAM_INVITATION.TOKEN_HASH),
                row.get(TEAM_INVITATION.INVITED_BY), row.get(TEAM_INVITATION.CREATED_AT), row.get(TEAM_INVITATION.EXPIRES_AT), state(row));
    }

    /** All but what an invitation is born with. */
    static Map<Field<?>, Object> changeable(TeamInvitation invitation) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(TEAM_INVITATION.VERSION, invitation.version());
        values.put(TEAM_INVITATION.TOKEN_HASH, invitation.tokenHash());
        values.put(TEAM_INVITATION.EXPIRES_AT, invitation.expiresAt());
        values.put(TEAM_INVITATION.ACCEPTED_AT, invitation.state() instanceof TeamInvitation.State.Accepted(Instant at) ? at : null);
        values.put(TEAM_INVITATION.REVOKED_AT, invitation.state() instanceof TeamInvitation.State.Revoked(Instant at) ? at : null);
        return values;
    }

    private static TeamInvitation.State state(Record row) {
        Optional<TeamInvitation.State> accepted =
                Optional.ofNullable(row.get(TEAM_INVITATION.ACCEPTED_AT)).map(TeamInvitation.State.Accepted::new);
        Optional<TeamInvitation.State> revoked =
                Optional.ofNullable(row.get(TEAM_INVITATION.REVOKED_AT)).map(TeamInvitation.State.Revoked::new);
        return accepted.or(() -> revoked).orElseGet(TeamInvitation.State.Pending::new);
    }
}
