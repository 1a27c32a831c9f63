package io.tastemaker.application.identity.out;

import io.tastemaker.domain.shared.TeamId;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Seats that a test gives out; without limit for all other teams. */
public final class InMemorySeats implements Seats {

    private final Map<TeamId, Integer> limits = new ConcurrentHashMap<>();

    /** Limits a team. */
    public void limit(TeamId team, int most) {
        limits.put(team, most);
    }

    @Override
    public OptionalInt of(TeamId team) {
        return limits.containsKey(team) ? OptionalInt.of(limits.get(team)) : OptionalInt.empty();
    }
}
