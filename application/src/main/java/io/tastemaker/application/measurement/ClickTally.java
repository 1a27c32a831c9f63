package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.Doorways;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Clicks that were counted and are not written yet, so that nobody who follows a link waits for the database. */
final class ClickTally {

    private record Key(TeamId team, TrackedLinkId link, LocalDate day) {}

    private final ConcurrentHashMap<Key, Long> counts = new ConcurrentHashMap<>();

    void count(TeamId team, TrackedLinkId link, LocalDate day) {
        counts.merge(new Key(team, link, day), 1L, Long::sum);
    }

    /** Takes all that was counted. */
    List<Doorways.Clicks> take() {
        List<Doorways.Clicks> taken = new ArrayList<>();
        for (Key key : counts.keySet()) {
            Long count = counts.remove(key);
            if (count != null) {
                taken.add(new Doorways.Clicks(key.team(), key.link(), key.day(), count));
            }
        }
        return taken;
    }

    /** Puts back what could not be written. */
    void putBack(Collection<Doorways.Clicks> clicks) {
        clicks.forEach(each -> counts.merge(new Key(each.team(), each.link(), each.day()), each.count(), Long::sum));
    }
}
