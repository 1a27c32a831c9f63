package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the open streams of each team, of events and of long lists, since each holds a connection and reads again and again. */
final class Streams {

    static final int MOST_PER_TEAM = 20;

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Map<TeamId, Integer> open = new ConcurrentHashMap<>();

    Reply admit(TeamId team, Reply reply) {
        return switch (reply) {
            case EventStream stream -> enters(team) ? new EventStream(stream.source(), () -> leave(team)) : full();
            case LineStream lines -> enters(team) ? new LineStream(lines.source(), () -> leave(team)) : full();
            case Answer answer -> answer;
            case Problem problem -> problem;
            case Download download -> download;
        };
    }

    private boolean enters(TeamId team) {
        boolean hasRoom = open.merge(team, 1, Integer::sum) <= MOST_PER_TEAM;
        if (!hasRoom) {
            leave(team);
        }
        return hasRoom;
    }

    private static Problem full() {
        return Problem.of(ProblemCode.RATE_LIMITED, "The team has " + MOST_PER_TEAM + " streams open.").retryAfter(WAIT);
    }

    private void leave(TeamId team) {
        open.computeIfPresent(team, (known, count) -> count == 1 ? null : count - 1);
    }
}
