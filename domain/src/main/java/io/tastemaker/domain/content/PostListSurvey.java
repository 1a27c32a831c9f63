package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.CountText;
import io.tastemaker.domain.creators.DayText;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.MissingText;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds out what the columns of a list of posts mean: by their headers, which a list of posts must have, and by whether the values of the
 * first 1,000 rows agree with them. A column whose values do not is distrusted: kept raw, and nothing is computed from it.
 */
public final class PostListSurvey {

    /** How many rows are looked at. */
    public static final int MOST_ROWS = 1_000;

    /** The most columns a list may have; what stands beyond them is left out, with a fault. */
    public static final int MOST_COLUMNS = 500;

    private static final int LONGEST_HEADER = 200;

    private static final int MOST_CHARACTERS = 500;

    private final Optional<Platform> platform;
    private final Optional<Handle> creator;
    private final Map<String, String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Begins a survey.
     *
     * @param platform where the posts stand, for lists whose rows do not say so
     * @param creator whose posts they are, for lists whose rows do not say so
     * @param columns columns named by the user: the code of what it means to the header of the column; they win over what the headers say
     * @throws IllegalArgumentException when a key is no such code; {@link #unknownCodes} tells beforehand
     */
    public PostListSurvey(Optional<Platform> platform, Optional<Handle> creator, Map<String, String> columns) {
        if (!unknownCodes(columns.keySet()).isEmpty()) {
            throw new IllegalArgumentException("no column can mean " + String.join(", ", unknownCodes(columns.keySet())));
        }
        this.platform = platform;
        this.creator = creator;
        this.columns = Map.copyOf(columns);
    }

    /**
     * The codes that no column can have.
     *
     * @param codes codes that a user gave
     * @return those that are unknown, in order
     */
    public static Set<String> unknownCodes(Set<String> codes) {
        return codes.stream().filter(code -> Coded.find(PostColumn.class, code).isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The codes that a column can have.
     *
     * @return with commas between
     */
    public static String codes() {
        return Arrays.stream(PostColumn.values()).map(Coded::code).collect(Collectors.joining(", "));
    }

    /** What came of a survey. */
    public sealed interface Result {
        /**
         * The list can be read.
         *
         * @param layout how
         * @param warnings what its owner should know
         */
        record Recognized(PostListLayout layout, List<ListWarning> warnings) implements Result {
            /** Copies the warnings. */
            public Recognized {
                warnings = List.copyOf(warnings);
            }
        }

        /**
         * The list cannot be read.
         *
         * @param why for people
         */
        record Unrecognized(String why) implements Result {}
    }

    /**
     * Takes the next row; the first is the header.
     *
     * @param cells its values
     * @return whether more rows are wanted
     */
    public boolean feed(List<String> cells) {
        if (rows.size() <= MOST_ROWS) {
            rows.add(cells.stream().map(PostListSurvey::start).toList());
        }
        return rows.size() <= MOST_ROWS;
    }

    /** As much of a value as tells what it is; a list may have long texts. */
    private static String start(String cell) {
        return cell.length() <= MOST_CHARACTERS ? cell : cell.substring(0, MOST_CHARACTERS);
    }

    /**
     * Ends the survey.
     *
     * @return how the list is read, or why it cannot be
     */
    public Result result() {
        if (rows.isEmpty()) {
            return new Result.Unrecognized("The list is empty.");
        }
        List<String> headers = headers(rows.getFirst());
        List<String> absent = columns.values().stream().filter(named -> place(headers, PostText.line(named)) < 0).sorted().toList();
        if (!absent.isEmpty()) {
            return new Result.Unrecognized("The list has no column " + String.join(", ", absent) + ". Its columns are: " + shown(headers));
        }
        Map<PostColumn, Integer> meanings = meanings(headers);
        boolean namesPosts = meanings.containsKey(PostColumn.URL) || meanings.containsKey(PostColumn.KEY)
                || meanings.containsKey(PostColumn.CAPTION);
        if (!namesPosts) {
            return new Result.Unrecognized("No column has the address, the id or the caption of posts. The columns are: " + shown(headers)
                    + ". Name one with the option columns");
        }
        Map<Integer, String> distrusted = distrusted(meanings, headers);
        List<ListWarning> warnings = new ArrayList<>();
        distrusted.forEach((column, reason) ->
                warnings.add(new ListWarning("column_distrusted", Optional.of(headers.get(column)), reason, 1)));
        List<ColumnUse> uses = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            uses.add(use(headers.get(i), i, meanings, distrusted));
        }
        meanings.values().removeIf(distrusted::containsKey);
        return new Result.Recognized(new PostListLayout(platform, creator, meanings, uses, daysFirst(meanings)), warnings);
    }

    private static String shown(List<String> headers) {
        String all = String.join(" | ", headers);
        return all.length() > 500 ? all.substring(0, all.offsetByCodePoints(0, 250)) + "…" : all;
    }

    /** Cleaned, and each unique: a repeated one is numbered. */
    private static List<String> headers(List<String> row) {
        Set<String> headers = new LinkedHashSet<>();
        for (String cell : row.subList(0, Math.min(row.size(), MOST_COLUMNS))) {
            String header = PostText.cut(PostText.line(cell), LONGEST_HEADER);
            String text = header.isEmpty() ? "column " + (headers.size() + 1) : header;
            String unique = text;
            for (int number = 2; !headers.add(unique); number++) {
                unique = text + " (" + number + ")";
            }
        }
        return List.copyOf(headers);
    }

    /** Where a column stands that the user named; -1 when there is none. */
    private static int place(List<String> headers, String wanted) {
        int exactly = headers.indexOf(wanted);
        return exactly >= 0 ? exactly
                : IntStream.range(0, headers.size()).filter(i -> headers.get(i).equalsIgnoreCase(wanted)).findFirst().orElse(-1);
    }

    /** The first column of each meaning; one that the user named comes first. */
    private Map<PostColumn, Integer> meanings(List<String> headers) {
        Map<PostColumn, Integer> meanings = new EnumMap<>(PostColumn.class);
        columns.forEach((code, header) ->
                meanings.put(Coded.find(PostColumn.class, code).orElseThrow(), place(headers, PostText.line(header))));
        for (int i = 0; i < headers.size(); i++) {
            int column = i;
            if (!meanings.containsValue(column)) {
                PostColumn.of(headers.get(i)).ifPresent(meaning -> meanings.putIfAbsent(meaning, column));
            }
        }
        return meanings;
    }

    private Map<Integer, String> distrusted(Map<PostColumn, Integer> meanings, List<String> headers) {
        Map<Integer, String> distrusted = new LinkedHashMap<>();
        meanings.forEach((meaning, column) -> {
            if (meaning.isCount() && !isMostlyCounts(column)) {
                distrusted.put(column, "most values are no counts; nothing is computed from them");
            }
        });
        Integer likes = meanings.get(PostColumn.LIKES);
        Integer comments = meanings.get(PostColumn.COMMENTS);
        if (likes != null && comments != null && areSwapped(likes, comments)) {
            String reason = "\"" + headers.get(comments) + "\" exceeds \"" + headers.get(likes)
                    + "\" in nearly every row, which no audience does; nothing is computed from them";
            distrusted.put(likes, reason);
            distrusted.put(comments, reason);
        }
        Integer key = meanings.get(PostColumn.KEY);
        boolean isNamedOtherwise = meanings.containsKey(PostColumn.URL) || meanings.containsKey(PostColumn.CAPTION);
        if (key != null && isNamedOtherwise && !columns.containsKey(PostColumn.KEY.code()) && numbersRows(key)) {
            distrusted.put(key, "it only numbers the rows, so that the like of it names other posts in other lists");
        }
        return distrusted;
    }

    private boolean numbersRows(int column) {
        List<String> values = rows.stream().skip(1).map(row -> column < row.size() ? row.get(column).strip() : "").toList();
        return values.size() >= 3 && IntStream.of(0, 1).anyMatch(first ->
                IntStream.range(0, values.size()).allMatch(i -> values.get(i).equals(Integer.toString(first + i))));
    }

    private List<String> values(int column) {
        return rows.stream().skip(1).filter(row -> column < row.size()).map(row -> row.get(column))
                .filter(value -> !MissingText.isMissing(value)).toList();
    }

    private boolean isMostlyCounts(int column) {
        List<String> values = values(column);
        return 2 * values.stream().filter(value -> CountText.read(value) instanceof CountText.Count).count() >= values.size();
    }

    private boolean areSwapped(int likes, int comments) {
        long both = 0;
        long more = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            if (Math.max(likes, comments) < row.size() && CountText.read(row.get(likes)) instanceof CountText.Count(long liked, var a)
                    && CountText.read(row.get(comments)) instanceof CountText.Count(long commented, var b)) {
                both++;
                more += commented > liked ? 1 : 0;
            }
        }
        return both >= 20 && 10 * more >= 9 * both;
    }

    private Optional<Boolean> daysFirst(Map<PostColumn, Integer> meanings) {
        Integer column = meanings.get(PostColumn.POSTED_AT);
        return column == null ? Optional.empty()
                : values(column).stream().flatMap(value -> DayText.order(value).stream()).findFirst();
    }

    private static ColumnUse use(String header, int column, Map<PostColumn, Integer> meanings, Map<Integer, String> distrusted) {
        Optional<String> meaning = meanings.entrySet().stream().filter(entry -> entry.getValue() == column)
                .map(entry -> entry.getKey().code()).findFirst();
        if (distrusted.containsKey(column)) {
            return new ColumnUse(header, meaning, ColumnUse.State.DISTRUSTED, distrusted.get(column));
        }
        return meaning.isPresent() ? new ColumnUse(header, meaning, ColumnUse.State.USED, "")
                : new ColumnUse(header, meaning, ColumnUse.State.RAW, "nothing that is known of posts stands for it");
    }
}
