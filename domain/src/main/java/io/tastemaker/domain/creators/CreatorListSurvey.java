package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out what the columns of a list of creators mean, from the header and from the values: rows go in one by one, the layout comes out.
 * The header is the first of the first ten rows that has a column naming creators. The first 10,000 rows are looked at whole,
 * of the others every tenth, in memory that does not grow with the list.
 */
public final class CreatorListSurvey {

    /** How far down the header is looked for. */
    public static final int DEEPEST_HEADER = 10;
    /** The most columns a list may have; what stands beyond them is left out, with a fault. */
    public static final int MOST_COLUMNS = 500;

    private static final long LOOKED_AT_WHOLE = 10_000;

    private final Optional<Platform> platform;
    private final Map<String, String> columns;
    private final List<List<String>> above = new ArrayList<>();
    private List<ColumnProfile> profiles = List.of();
    private PairProfiles pairs = new PairProfiles(List.of());
    private int headerRow;
    private long rows;

    /**
     * Begins a survey.
     *
     * @param platform where the creators are, for lists without a column that says so
     * @param columns columns named by the user: the code of a fact, {@code handle}, {@code name}, {@code platform} or {@code profile_url},
     *     to the header of the column; they win over what the survey would find
     * @throws IllegalArgumentException when a key is no such code; {@link #unknownCodes} tells beforehand
     */
    public CreatorListSurvey(Optional<Platform> platform, Map<String, String> columns) {
        Set<String> unknown = unknownCodes(columns.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no column can mean " + String.join(", ", unknown));
        }
        this.platform = platform;
        this.columns = Map.copyOf(columns);
    }

    /**
     * The codes that no column can have.
     *
     * @param codes codes that a user gave
     * @return those that are unknown, in order
     */
    public static Set<String> unknownCodes(Set<String> codes) {
        Set<String> unknown = new TreeSet<>(codes);
        unknown.removeIf(code -> Meaning.ofCode(code).isPresent());
        return unknown;
    }

    /** What came of a survey. */
    public sealed interface Result {
        /**
         * The list can be read.
         *
         * @param layout how
         * @param warnings what its owner should know
         */
        record Recognized(CreatorListLayout layout, List<ListWarning> warnings) implements Result {
            /** Copies the warnings. */
            public Recognized {
                warnings = List.copyOf(warnings);
            }
        }

        /**
         * The list cannot be read.
         *
         * @param why what is missing, for people
         * @param headers what stands in its first row
         */
        record Unrecognized(String why, List<String> headers) implements Result {
            /** Copies the headers. */
            public Unrecognized {
                headers = List.copyOf(headers);
            }
        }
    }

    /**
     * Takes in a row.
     *
     * @param cells the row's values
     */
    public void feed(List<String> cells) {
        if (profiles.isEmpty()) {
            lookForHeader(cells);
            return;
        }
        rows++;
        if (rows > LOOKED_AT_WHOLE && rows % 10 != 0) {
            return;
        }
        List<Optional<BigDecimal>> numbers = new ArrayList<>(profiles.size());
        for (int i = 0; i < profiles.size(); i++) {
            numbers.add(i < cells.size() ? profiles.get(i).look(cells.get(i)) : Optional.empty());
        }
        pairs.look(numbers);
    }

    private void lookForHeader(List<String> cells) {
        if (above.size() >= DEEPEST_HEADER) {
            return;
        }
        List<ColumnHeader> headers = cells.stream().limit(MOST_COLUMNS).map(ColumnHeader::of).toList();
        if (isHeader(headers)) {
            headerRow = above.size();
            profiles = headers.stream().map(ColumnProfile::new).toList();
            pairs = new PairProfiles(headers);
        }
        above.add(cells.stream().limit(MOST_COLUMNS).map(cell -> CleanText.of(cell).value()).toList());
    }

    private boolean isHeader(List<ColumnHeader> headers) {
        long meant = headers.stream().filter(header -> header.meaning().isPresent()).count();
        long filled = headers.stream().filter(header -> !header.text().isEmpty()).count();
        boolean names = headers.stream().flatMap(header -> header.meaning().stream())
                .anyMatch(meaning -> meaning.reading() == Meaning.Reading.CREATOR || meaning == Meaning.PROFILE_URL);
        boolean named = columns.values().stream().anyMatch(name -> headers.stream().anyMatch(header -> matches(header, name)));
        return named || names && meant >= Math.min(2, filled);
    }

    private static boolean matches(ColumnHeader header, String name) {
        String wanted = CleanText.of(name).value();
        return header.text().equals(wanted) || header.text().equalsIgnoreCase(wanted);
    }

    /**
     * Decides what the columns mean. To be asked when all rows were fed.
     *
     * @return the layout, or why there is none
     */
    public Result layout() {
        if (profiles.isEmpty()) {
            return unrecognized(above.isEmpty() ? "the list is empty" : "no row at its top has a column that names creators,"
                    + " such as handle, username, channel or name; name the columns explicitly, or add a header");
        }
        Map<Integer, Meaning> explicit = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>();
        columns.forEach((code, name) -> {
            boolean found = false;
            for (int i = 0; i < profiles.size(); i++) {
                if (matches(profiles.get(i).header(), name)) {
                    explicit.put(i, Meaning.ofCode(code).orElseThrow());
                    found = true;
                }
            }
            if (!found) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            return unrecognized("it has no column called " + String.join(", ", unknown));
        }
        return new ColumnPlan(profiles, pairs, platform, explicit, rows).decide(headerRow + 1, above.get(headerRow));
    }

    private Result unrecognized(String why) {
        List<String> headers = above.isEmpty() ? List.of() : above.get(profiles.isEmpty() ? 0 : headerRow);
        return new Result.Unrecognized(why, headers);
    }
}
