package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.application.identity.out.PersonalData.Place;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The JSON document of an export, written in pieces as the rows come:
 * {@code {"user_id", "exported_at", "account": [{"table", "rows"}], "teams": [{"team_id", "holdings": [{"table", "rows"}]}]}}.
 * The rows are JSON already; what is put between them is ids, times and names of tables, which need no escapes.
 */
final class ExportFile {

    /** Characters of a piece, about: the row that passes it is its last. */
    private static final int PIECE = 1 << 18;

    private final DataExports exports;
    private final DataExports.Taken taken;
    private final InstantSource clock;
    private final StringBuilder text = new StringBuilder();
    private Optional<TeamId> team = Optional.empty();
    private Optional<Place> open = Optional.empty();
    private long rows;
    private int number;

    ExportFile(DataExports exports, DataExports.Taken taken, InstantSource clock) {
        this.exports = exports;
        this.taken = taken;
        this.clock = clock;
        text.append("{\"user_id\":\"").append(taken.export().user()).append("\",\"exported_at\":\"").append(clock.instant())
                .append("\",\"account\":[");
    }

    /** Adds rows of a place; the places outside of teams come first. Gives false when the export is no longer this worker's. */
    boolean add(Place place, List<String> found) {
        for (String row : found) {
            text.append(open.filter(place::equals).isPresent() ? "," : opened(place)).append(row);
            rows++;
            if (text.length() >= PIECE && !flush()) {
                return false;
            }
        }
        return true;
    }

    /** Writes what is left. */
    boolean close() {
        open.ifPresent(last -> text.append("]}"));
        text.append(team.isPresent() ? "]}]}" : "],\"teams\":[]}");
        return flush();
    }

    private String opened(Place place) {
        String before = open.isPresent() ? "]}" : "";
        if (!place.team().equals(team)) {
            before += (team.isPresent() ? "]}," : "],\"teams\":[") + "{\"team_id\":\"" + place.team().orElseThrow() + "\",\"holdings\":[";
            team = place.team();
        } else {
            before += open.isPresent() ? "," : "";
        }
        open = Optional.of(place);
        return before + "{\"table\":\"" + place.table() + "\",\"rows\":[";
    }

    private boolean flush() {
        boolean written = exports.append(taken, number, text.toString(), rows, clock.instant());
        number++;
        rows = 0;
        text.setLength(0);
        return written;
    }
}
