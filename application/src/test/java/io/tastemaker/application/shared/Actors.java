package io.tastemaker.application.shared;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.UUID;

/** People of two teams. */
public final class Actors {

    /** A team. */
    public static final TeamId LIMA = new TeamId(new UUID(0x0195_b000_0000_7000L, 0x8000_0000_0000_0001L));
    /** Another team. */
    public static final TeamId OSLO = new TeamId(new UUID(0x0195_b000_0000_7000L, 0x8000_0000_0000_0002L));

    /** Runs the first team's campaigns. */
    public static final Actor ANA = user(1, LIMA, Role.MANAGER);
    /** Reads in the first team. */
    public static final Actor BEN = user(2, LIMA, Role.MEMBER);
    /** Runs the other team's campaigns. */
    public static final Actor OLE = user(3, OSLO, Role.MANAGER);
    /** Writes the shared catalogue. */
    public static final Actor OPERATOR = new Actor.Operator("root", TeamId.CATALOGUE);
    /** Works in the background. */
    public static final Actor PROGRAM = new Actor.System("jobs", TeamId.CATALOGUE);

    private Actors() {}

    private static Actor user(int number, TeamId team, Role role) {
        long low = 0x8000_0000_0000_0000L + number;
        return new Actor.User(
                new UserId(new UUID(0x0195_a000_0000_7000L, low)), team, role, new SessionId(new UUID(0x0195_a500_0000_7000L, low)));
    }
}
