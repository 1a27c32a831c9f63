package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the open event streams of each team, since each holds a connection and looks for news again and again. */
final class Streams {

    static final int MOST_PER_TEAM = 20;

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Map<TeamId, Integer> open = new ConcurrentHashMap<>();

    Reply admit(TeamId team, EventStream stream) {
        int now = open.merge(team, 1, Integer::sum);
        if (now > MOST_PER_TEAM) {
            leave(team);
            return Problem.of(ProblemCode.RATE_LIMITED, "The team has " + MOST_PER_TEAM + " streams open.").retryAfter(WAIT);
        }
        return new EventStream(stream.source(), () -> leave(team));
    }

    private void leave(TeamId team) {
        open.computeIfPresent(team, (known, count) -> count == 1 ? null : count - 1);
    }
}
