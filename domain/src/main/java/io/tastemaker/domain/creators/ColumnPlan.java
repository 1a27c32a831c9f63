package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what each surveyed column is used for. Used once. */
final class ColumnPlan {

    /** Fewer rows than this prove nothing against a header. */
    private static final long PROOF = 5;
    private static final Set<String> AMBIGUOUS = Set.of("likes", "comments", "shares", "likes count", "comments count");
    private static final List<Meaning> MANY = List.of(Meaning.CATEGORIES, Meaning.LANGUAGES);

    private final List<ColumnProfile> profiles;
    private final PairProfiles pairs;
    private final Optional<Platform> platform;
    private final Map<Integer, Meaning> explicit;
    private final long rows;
    private final List<ColumnUse> uses = new ArrayList<>();
    private final List<ListWarning> warnings = new ArrayList<>();
    private final Map<Meaning, List<Integer>> used = new EnumMap<>(Meaning.class);

    ColumnPlan(List<ColumnProfile> profiles, PairProfiles pairs, Optional<Platform> platform, Map<Integer, Meaning> explicit, long rows) {
        this.profiles = profiles;
        this.pairs = pairs;
        this.platform = platform;
        this.explicit = explicit;
        this.rows = rows;
    }

    CreatorListSurvey.Result decide(int firstRow, List<String> headers) {
        Map<Integer, Meaning> meanings = meanings();
        labels();
        chooseCreatorColumns(meanings);
        meanings.forEach((i, meaning) -> {
            if (meaning.reading() != Meaning.Reading.CREATOR) {
                used.computeIfAbsent(meaning, any -> new ArrayList<>()).add(i);
            }
        });
        used.forEach(this::settleRepeats);
        distrustByKind();
        distrustByComparison();
        if (used.getOrDefault(Meaning.HANDLE, List.of()).isEmpty() && used.getOrDefault(Meaning.NAME, List.of()).isEmpty()
                && used.getOrDefault(Meaning.PROFILE_URL, List.of()).isEmpty()) {
            return new CreatorListSurvey.Result.Unrecognized("no column names creators, such as handle, username, channel or name",
                    headers);
        }
        boolean platformKnown = platform.isPresent() || used.containsKey(Meaning.PLATFORM)
                || linkShare(Meaning.PROFILE_URL) > 0.5 || linkShare(Meaning.HANDLE) > 0.5;
        if (!platformKnown) {
            return new CreatorListSurvey.Result.Unrecognized("it does not say on which platform the creators are; name the platform",
                    headers);
        }
        warnOfRaw();
        List<String> order = uses.stream().map(ColumnUse::column).toList();
        warnings.sort(Comparator.comparingInt(warning -> warning.column().map(order::indexOf).orElse(-1)));
        return new CreatorListSurvey.Result.Recognized(new CreatorListLayout(firstRow, platform, readers(), uses, handlesAreReal()),
                warnings);
    }

    private double linkShare(Meaning meaning) {
        return used.getOrDefault(meaning, List.of()).stream().mapToDouble(i -> profiles.get(i).linkShare()).max().orElse(0);
    }

    private Map<Integer, Meaning> meanings() {
        Map<Integer, Meaning> meanings = new HashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            ColumnProfile profile = profiles.get(i);
            int column = i;
            Optional<Meaning> meaning = Optional.ofNullable(explicit.get(i)).or(() -> profile.header().meaning()
                    .filter(found -> !explicit.containsValue(found))
                    .filter(found -> found != Meaning.CREATOR || !explicit.containsValue(Meaning.HANDLE)
                            || !explicit.containsValue(Meaning.NAME)));
            // An address column under any name: profiles when the values are profiles, the creator's own site otherwise.
            meaning.map(found -> found == Meaning.PROFILE_URL && profile.linkShare() < 0.5 && !explicit.containsKey(column)
                    ? Meaning.WEBSITE
                    : found == Meaning.WEBSITE && profile.linkShare() > 0.9 && !explicit.containsKey(column) ? Meaning.PROFILE_URL : found)
                    .ifPresent(found -> meanings.put(column, found));
        }
        return meanings;
    }

    private void labels() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            String text = profiles.get(i).header().text();
            String label = text.isEmpty() ? "column " + (i + 1) : text;
            int times = seen.merge(label, 1, Integer::sum);
            uses.add(new ColumnUse(times == 1 ? label : label + " (" + times + ")", Optional.empty(), ColumnUse.State.RAW, ""));
        }
    }

    /** Of the columns that could be handles the one whose values look most like handles; the header only breaks near ties. */
    private void chooseCreatorColumns(Map<Integer, Meaning> meanings) {
        List<Integer> candidates = new ArrayList<>(meanings.keySet().stream().filter(i -> meanings.get(i)
                .reading() == Meaning.Reading.CREATOR
                && (explicit.containsKey(i) || profiles.get(i).filled() > 0 || rows == 0)).sorted().toList());
        Optional<Integer> handle = candidates.stream().filter(i -> explicit.get(i) == Meaning.HANDLE).findFirst()
                .or(() -> candidates.stream().filter(i -> !explicit.containsKey(i))
                        .max(Comparator.<Integer>comparingDouble(i -> handleScore(i, meanings)).thenComparing(Comparator.reverseOrder()))
                        .filter(best -> isHandleColumn(best, candidates, meanings)));
        handle.ifPresent(i -> used.put(Meaning.HANDLE, new ArrayList<>(List.of(i))));
        handle.ifPresent(candidates::remove);
        candidates.stream().filter(i -> explicit.get(i) != Meaning.HANDLE)
                .max(Comparator.<Integer>comparingInt(i -> nameScore(i, meanings)).thenComparing(Comparator.reverseOrder()))
                .ifPresent(i -> used.put(Meaning.NAME, new ArrayList<>(List.of(i))));
    }

    private double handleScore(int i, Map<Integer, Meaning> meanings) {
        double header = switch (meanings.get(i)) {
            case HANDLE -> 0.25;
            case NAME -> -0.25;
            default -> 0;
        };
        return profiles.get(i).handleShare() + header;
    }

    private boolean isHandleColumn(int best, List<Integer> candidates, Map<Integer, Meaning> meanings) {
        double words = profiles.get(best).wordShare();
        if (meanings.get(best) == Meaning.HANDLE) {
            return words >= 0.5 || rows == 0;
        }
        if (meanings.get(best) == Meaning.NAME || meanings.containsValue(Meaning.PROFILE_URL)) {
            return profiles.get(best).handleShare() >= 0.9 && !meanings.containsValue(Meaning.PROFILE_URL);
        }
        boolean ahead = candidates.size() > 1 && candidates.stream().filter(i -> i != best)
                .allMatch(i -> profiles.get(i).handleShare() + 0.1 <= profiles.get(best).handleShare());
        return words >= 0.95 || ahead && words >= 0.4;
    }

    private static int nameScore(int i, Map<Integer, Meaning> meanings) {
        return switch (meanings.get(i)) {
            case NAME -> 3;
            case CREATOR -> 2;
            default -> 1;
        };
    }

    /** A display name that was taken for a handle is kept as a handle only where whole columns are handles. */
    private boolean handlesAreReal() {
        return used.getOrDefault(Meaning.HANDLE, List.of()).stream().anyMatch(i -> profiles.get(i).wordShare() >= 0.95);
    }

    /**
     * Columns that mean one thing: abbreviated and plain values of it are one fact, the plainer first; other second columns are kept raw.
     */
    private void settleRepeats(Meaning meaning, List<Integer> columns) {
        if (columns.size() == 1 || MANY.contains(meaning)) {
            return;
        }
        columns.sort(Comparator.<Integer>comparingInt(i -> explicit.containsKey(i) ? 0 : 1)
                .thenComparingInt(i -> -profiles.get(i).header().certainty())
                .thenComparing(Comparator.naturalOrder()));
        int first = columns.getFirst();
        List<Integer> kept = new ArrayList<>(List.of(first));
        for (int i : columns.subList(1, columns.size())) {
            boolean sameHeader = profiles.get(i).header().text().equalsIgnoreCase(profiles.get(first).header().text());
            boolean agree = meaning.reading().isNumeric() && pairs.same(first, i) * 10 >= pairs.both(first, i) * 9 && pairs.both(first,
                    i) > 0;
            if (sameHeader && (agree || pairs.both(first, i) < PROOF) || agree) {
                kept.add(i);
            } else {
                set(i, meaning, ColumnUse.State.RAW, meaning.code() + " is read from \"" + uses.get(first).column() + "\"");
                warnings.add(new ListWarning("column_ignored", Optional.of(uses.get(i).column()),
                        "kept raw: " + meaning.code() + " is read from \"" + uses.get(first).column() + "\"", 1));
            }
        }
        kept.sort(Comparator.<Integer>comparingInt(i -> explicit.containsKey(i) ? 0 : 1)
                .thenComparingDouble(i -> profiles.get(i).share(profiles.get(i).abbreviated()))
                .thenComparing(Comparator.naturalOrder()));
        columns.clear();
        columns.addAll(kept);
    }

    private void distrustByKind() {
        for (Meaning meaning : List.copyOf(used.keySet())) {
            for (int i : List.copyOf(used.get(meaning))) {
                kindFault(meaning, profiles.get(i)).filter(reason -> !explicit.containsKey(i)).ifPresent(reason -> distrust(meaning, i,
                        reason));
            }
        }
    }

    private Optional<String> kindFault(Meaning meaning, ColumnProfile profile) {
        long telling = profile.telling();
        if (telling < PROOF) {
            return Optional.empty();
        }
        Optional<String> example = profile.odd().map(odd -> ", such as \"" + odd + "\"");
        return switch (meaning.reading()) {
            case WHOLE, MEAN, RATE -> {
                if (profile.numbers() * 2 < telling) {
                    String what = profile.places() * 2 > telling ? "countries" : "no numbers";
                    long how = profile.places() * 2 > telling ? profile.places() : telling - profile.numbers();
                    yield Optional.of(how + " of " + telling + " values are " + what + example.orElse(""));
                }
                if (meaning.reading() == Meaning.Reading.WHOLE && profile.header().unit() == 0 && profile.mark(true) != DecimalMark.COMMA
                        && profile.fractions() * 2 > profile.numbers() && profile.medianDigits() <= 4) {
                    yield Optional.of(profile.fractions() + " of " + profile.numbers()
                            + " values have a fraction, which a count has not; a unit such as millions seems to be left out");
                }
                if (meaning.reading() == Meaning.Reading.RATE && profile.medianDigits() > 3) {
                    yield Optional.of("its values are far above 100 %, as counts are");
                }
                yield Optional.empty();
            }
            case PLACE -> profile.numbers() * 2 > telling
                    ? Optional.of(profile.numbers() + " of " + telling + " values are numbers") : Optional.empty();
            case CATEGORY, LANGUAGE, DAY, YES_NO, PLATFORM, TEXT, CREATOR, LINK -> meaning.reading() == Meaning.Reading.CATEGORY
                    && profile.numbers() * 10 > telling * 9 ? Optional.of(profile.numbers() + " of " + telling + " values are numbers")
                            : Optional.empty();
            case EMAIL -> profile.emailShare() < 0.5 ? Optional.of("most of its values are no e-mail addresses" + example.orElse(""))
                    : Optional.empty();
        };
    }

    /**
     * Comparisons that no honest list of creators turns around: a post is watched more often than liked, liked more often than commented or
     * shared on average, and liked by fewer than follow in most accounts. Both columns are distrusted, since it cannot be told which one
     * lies.
     */
    private void distrustByComparison() {
        mostlyExceeds(Meaning.AVERAGE_COMMENTS, Meaning.AVERAGE_LIKES, 0.5);
        mostlyExceeds(Meaning.AVERAGE_LIKES, Meaning.AVERAGE_VIEWS, 0.8);
        mostlyExceeds(Meaning.AVERAGE_COMMENTS, Meaning.AVERAGE_VIEWS, 0.5);
        exceedsFollowers(Meaning.AVERAGE_LIKES);
        exceedsFollowers(Meaning.AVERAGE_COMMENTS);
        exceedsFollowers(Meaning.AVERAGE_ENGAGEMENTS);
        bareViews();
    }

    private void mostlyExceeds(Meaning small, Meaning great, double share) {
        if (!used.containsKey(small) || !used.containsKey(great)) {
            return;
        }
        int a = used.get(small).getFirst();
        int b = used.get(great).getFirst();
        long both = pairs.both(a, b);
        if (both >= PROOF && pairs.greater(a, b) > both * share && !explicit.containsKey(a) && !explicit.containsKey(b)) {
            String reason = "\"" + profiles.get(a).header().text() + "\" exceeds \"" + profiles.get(b).header().text() + "\" in "
                    + pairs.greater(a, b) + " of " + both + " rows";
            List.copyOf(used.get(small)).forEach(i -> distrust(small, i, reason));
            List.copyOf(used.get(great)).forEach(i -> distrust(great, i, reason));
        }
    }

    private void exceedsFollowers(Meaning mean) {
        if (!used.containsKey(mean) || !used.containsKey(Meaning.FOLLOWERS)) {
            return;
        }
        int a = used.get(mean).getFirst();
        int b = used.get(Meaning.FOLLOWERS).getFirst();
        boolean oneUnit = profiles.get(a).header().unit() == profiles.get(b).header().unit();
        if (oneUnit && pairs.both(a, b) >= 20 && pairs.greater(a, b) > pairs.both(a, b) * 0.8 && !explicit.containsKey(a)) {
            String reason = "it exceeds the followers in " + pairs.greater(a, b) + " of " + pairs.both(a, b) + " rows, as totals do";
            List.copyOf(used.get(mean)).forEach(i -> distrust(mean, i, reason));
        }
    }

    /** "Views" alone may be a total or a mean; a total below the number of followers is none. */
    private void bareViews() {
        if (!used.containsKey(Meaning.TOTAL_VIEWS) || !used.containsKey(Meaning.FOLLOWERS)) {
            return;
        }
        int a = used.get(Meaning.TOTAL_VIEWS).getFirst();
        int b = used.get(Meaning.FOLLOWERS).getFirst();
        boolean bare = !FoldedText.of(profiles.get(a).header().text()).matches(".*(total|all|lifetime|gesamt|totale).*");
        if (bare && pairs.both(a, b) >= PROOF && pairs.greater(b, a) * 2 > pairs.both(a, b) && !explicit.containsKey(a)) {
            List.copyOf(used.get(Meaning.TOTAL_VIEWS)).forEach(i -> distrust(Meaning.TOTAL_VIEWS, i,
                    "the header says neither total nor average, and the values are mostly below the followers"));
        }
    }

    private void distrust(Meaning meaning, int column, String reason) {
        used.get(meaning).remove(Integer.valueOf(column));
        if (used.get(meaning).isEmpty()) {
            used.remove(meaning);
        }
        set(column, meaning, ColumnUse.State.DISTRUSTED, reason);
        warnings.add(new ListWarning("column_distrusted", Optional.of(uses.get(column).column()),
                "kept raw, nothing is computed from it: " + reason, profiles.get(column).filled()));
    }

    private void set(int column, Meaning meaning, ColumnUse.State state, String reason) {
        uses.set(column, new ColumnUse(uses.get(column).column(), Optional.of(meaning.code()), state, reason));
    }

    private void warnOfRaw() {
        used.forEach((meaning, columns) -> {
            for (int i : columns) {
                boolean repeats = i != columns.getFirst() && !MANY.contains(meaning);
                set(i, meaning, repeats ? ColumnUse.State.REPEATS : ColumnUse.State.USED,
                        repeats ? "read where \"" + uses.get(columns.getFirst()).column() + "\" says nothing" : unitNote(i, meaning));
            }
        });
        for (int i = 0; i < uses.size(); i++) {
            ColumnUse use = uses.get(i);
            if (use.state() == ColumnUse.State.RAW && use.meaning().isEmpty() && profiles.get(i).filled() > 0) {
                boolean ambiguous = AMBIGUOUS.contains(FoldedText.of(use.column()));
                warnings.add(new ListWarning("column_ignored", Optional.of(use.column()), ambiguous
                        ? "kept raw: the header says neither total nor average; name the column explicitly to use it"
                        : "kept raw: no fact is known by this header", 1));
            }
        }
    }

    private String unitNote(int i, Meaning meaning) {
        ColumnHeader header = profiles.get(i).header();
        if (meaning.reading() == Meaning.Reading.RATE) {
            return profiles.get(i).isPercent() ? "read as percent" : "read as fractions, since no value is above 1";
        }
        return header.unit() == 0 || !meaning.reading().isNumeric() ? "" : "times 10^" + header.unit() + ", as the header says";
    }

    private Map<Meaning, List<ColumnReader>> readers() {
        Map<Meaning, List<ColumnReader>> readers = new EnumMap<>(Meaning.class);
        used.forEach((meaning, columns) -> readers.put(meaning, columns.stream().map(i -> {
            ColumnProfile profile = profiles.get(i);
            return new ColumnReader(i, uses.get(i).column(), meaning, profile.mark(meaning.reading() == Meaning.Reading.WHOLE),
                    unit(profile, meaning), profile.isPercent(), profile.daysFirst());
        }).toList()));
        return readers;
    }

    /** A header's unit is left aside when the values are too great for it: "Followers (millions)" over 485000000. */
    private static int unit(ColumnProfile profile, Meaning meaning) {
        int unit = profile.header().unit();
        return meaning.reading().isNumeric() && profile.medianDigits() + unit <= 11 ? unit : 0;
    }
}
