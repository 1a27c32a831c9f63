package io.tastemaker.domain.creators;

import io.tastemaker.domain.creators.RowFault.Code;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one row of a list. Used once. */
final class RowReader {

    private static final int LONGEST_RAW = 1000;
    private static final Map<String, Platform> PLATFORM_NAMES = Map.ofEntries(Map.entry("ig", Platform.INSTAGRAM), Map.entry("insta",
            Platform.INSTAGRAM),
            Map.entry("yt", Platform.YOUTUBE), Map.entry("you tube", Platform.YOUTUBE), Map.entry("youtube channel", Platform.YOUTUBE),
            Map.entry("tik tok", Platform.TIKTOK), Map.entry("tt", Platform.TIKTOK), Map.entry("fb", Platform.FACEBOOK),
            Map.entry("twitter", Platform.X), Map.entry("x twitter", Platform.X), Map.entry("twitter x", Platform.X),
            Map.entry("linked in", Platform.LINKEDIN), Map.entry("snap", Platform.SNAPCHAT));

    private final CreatorListLayout layout;
    private final long row;
    private final long line;
    private final List<String> cells;
    private final String source;
    private final Instant asOf;
    private final List<RowFault> faults = new ArrayList<>();
    private final List<String> unknownCategories = new ArrayList<>();
    private final Map<String, String> raw = new LinkedHashMap<>();
    private Facts facts = Facts.NONE;

    RowReader(CreatorListLayout layout, long row, long line, List<String> cells, String source, Instant asOf) {
        this.layout = layout;
        this.row = row;
        this.line = line;
        this.cells = cells;
        this.source = source;
        this.asOf = asOf;
    }

    CreatorListRow read() {
        lookAtShape();
        Optional<HandleText> link = first(Meaning.PROFILE_URL).flatMap(HandleText::address);
        Optional<String> written = first(Meaning.HANDLE);
        Optional<HandleText> handle = written.flatMap(HandleText::read);
        Optional<Platform> platform = platform(link.or(() -> handle).flatMap(HandleText::platform));
        if (platform.isEmpty()) {
            return new CreatorListRow.Rejected(faults);
        }
        Optional<Handle> real = handle.or(() -> link).flatMap(text -> Handle.read(platform.get(), text.name()));
        Optional<String> name = first(Meaning.NAME).or(() -> handle.flatMap(HandleText::title)).or(() -> real.isPresent()
                ? Optional.empty() : written);
        if (real.isEmpty() && name.isEmpty()) {
            fault("", "", Code.NO_HANDLE, "neither a handle nor a name stands in this row; it was left out");
            return new CreatorListRow.Rejected(faults);
        }
        if (real.isEmpty() && written.isPresent() && layout.handlesAreReal()) {
            ColumnReader column = layout.readers(Meaning.HANDLE).getFirst();
            fault(column.label(), written.get(), Code.NOT_A_HANDLE,
                    "a handle has no blanks; the creator's handle was inferred from the name");
        }
        Handle identity = real.orElseGet(() -> HandleText.inferred(platform.get(), written.or(() -> name).orElseThrow()));
        name.ifPresent(text -> learn(Fact.NAME, cut(Meaning.NAME, text, 300)));
        layout.meanings().forEach(this::readFact);
        keepRaw();
        return new CreatorListRow.Draft(identity, real.isPresent() ? Observed.Kind.IMPORTED : Observed.Kind.INFERRED, facts, raw,
                unknownCategories, faults);
    }

    private Optional<String> first(Meaning meaning) {
        for (ColumnReader column : layout.readers(meaning)) {
            Optional<String> text = column.in(cells);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private Optional<Platform> platform(Optional<Platform> byLink) {
        List<ColumnReader> columns = layout.readers(Meaning.PLATFORM);
        Optional<String> written = first(Meaning.PLATFORM);
        if (written.isPresent()) {
            String folded = FoldedText.of(written.get());
            Optional<Platform> known = Coded.find(Platform.class, folded.replace(" ", ""))
                    .or(() -> Optional.ofNullable(PLATFORM_NAMES.get(folded)));
            if (known.isEmpty()) {
                fault(columns.getFirst().label(), written.get(), Code.UNKNOWN_PLATFORM, "no platform is called that; the row was left out");
            }
            return known;
        }
        Optional<Platform> platform = byLink.or(layout::platform);
        if (platform.isEmpty()) {
            String label = columns.isEmpty() ? "" : columns.getFirst().label();
            fault(label, "", Code.UNKNOWN_PLATFORM, "the row does not say on which platform the creator is; it was left out");
        }
        return platform;
    }

    /** Too many cells, and characters that could not be read or shown. */
    private void lookAtShape() {
        int width = layout.columns().size();
        for (int i = width; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                fault("", cells.get(i), Code.TOO_MANY_CELLS, "the row has " + cells.size() + " values under " + width
                        + " headers; those beyond were left out");
                break;
            }
        }
        for (int i = 0; i < Math.min(width, cells.size()); i++) {
            String cell = cells.get(i);
            if (cell.indexOf('\uFFFD') >= 0) {
                fault(label(i), cell, Code.REPLACED_CHARACTERS, "bytes that the encoding does not know became U+FFFD");
            }
            List<String> removed = CleanText.of(cell).removed();
            if (!removed.isEmpty()) {
                fault(label(i), cell, Code.ALTERED_TEXT, "invisible characters were removed: " + String.join(", ", removed));
            }
        }
    }

    private String label(int column) {
        return layout.columns().get(column).column();
    }

    private void fault(String column, String value, Code code, String detail) {
        faults.add(new RowFault(row, line, column, value, code, detail));
    }

    private void fault(ColumnReader column, String value, Code code, String detail) {
        fault(column.label(), value, code, detail);
        raw.put(column.label(), limited(value));
    }

    private <T> void learn(Fact<T> fact, T value) {
        facts = facts.with(fact, new Observed<>(value, Observed.Kind.IMPORTED, source, asOf));
    }

    private String cut(Meaning meaning, String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        String column = layout.readers(meaning).isEmpty() ? "" : layout.readers(meaning).getFirst().label();
        fault(column, text, Code.ALTERED_TEXT, "cut to " + longest + " characters");
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest).strip();
    }

    private void readFact(Meaning meaning) {
        switch (meaning) {
            case HANDLE, NAME, CREATOR, PLATFORM, PROFILE_URL -> { }
            case FOLLOWERS -> count(meaning, Fact.FOLLOWERS);
            case POSTS_COUNT -> count(meaning, Fact.POSTS_COUNT);
            case TOTAL_VIEWS -> count(meaning, Fact.TOTAL_VIEWS);
            case AVERAGE_VIEWS -> count(meaning, Fact.AVERAGE_VIEWS);
            case AVERAGE_LIKES -> count(meaning, Fact.AVERAGE_LIKES);
            case AVERAGE_COMMENTS -> count(meaning, Fact.AVERAGE_COMMENTS);
            case AVERAGE_SHARES -> count(meaning, Fact.AVERAGE_SHARES);
            case AVERAGE_ENGAGEMENTS -> count(meaning, Fact.AVERAGE_ENGAGEMENTS);
            case ENGAGEMENT_RATE, CATEGORIES, LOCATION, AUDIENCE_LOCATION, LANGUAGES, VERIFIED, LAST_POST_ON, EMAIL, WEBSITE, AVATAR_URL,
                    BIOGRAPHY ->
                new ValueReader(column -> column.in(cells), this::fault, unknownCategories, raw, asOf)
                        .read(meaning, layout.readers(meaning))
                        .ifPresent(stated -> facts = stated.into(facts, Observed.Kind.IMPORTED, source, asOf));
        }
    }

    /** The plain column first; the abbreviated one where that says nothing, and to compare. */
    private void count(Meaning meaning, Fact<Long> fact) {
        List<ColumnReader> columns = layout.readers(meaning);
        Optional<Long> value = Optional.empty();
        for (ColumnReader column : columns) {
            boolean known = value.isPresent();
            String text = column.index() < cells.size() ? CleanText.of(cells.get(column.index())).value() : "";
            switch (column.count(text)) {
                case CountText.Count other when known -> compare(columns.getFirst(), column, text);
                case CountText.Count count -> {
                    value = Optional.of(count.value());
                    if (count.rounded() && meaning.reading() == Meaning.Reading.WHOLE) {
                        fault(column.label(), text, Code.ALTERED_NUMBER, "rounded to " + count.value() + ", since it counts whole things");
                    }
                }
                case CountText.Missing missing -> {
                    if (known && value.get() == 0) { // a spreadsheet formula makes 0 of an empty cell
                        fault(columns.getFirst(), "0", Code.DISAGREEMENT, "\"" + column.label()
                                + "\" says nothing, so the 0 was taken for unknown");
                        value = Optional.empty();
                    }
                }
                case CountText.Unreadable unreadable -> fault(column, text, Code.NOT_A_NUMBER,
                        unreadable.reason() + "; must be a count such as 48500000, 48.5M or 22,20,00,000");
                case CountText.OutOfRange beyond -> fault(column, text, Code.OUT_OF_RANGE, beyond.reason() + "; must be 0 to "
                        + meaning.most());
            }
        }
        value.ifPresent(count -> learn(fact, count));
    }

    private void compare(ColumnReader plain, ColumnReader other, String text) {
        String first = CleanText.of(plain.index() < cells.size() ? cells.get(plain.index()) : "").value();
        if (NumberText.read(first, plain.mark()) instanceof NumberText.Amount a && NumberText.read(text,
                other.mark()) instanceof NumberText.Amount b
                && !PairProfiles.agree(a.value(), b.value())) {
            fault(other.label(), text, Code.DISAGREEMENT, "\"" + plain.label() + "\" says " + first + ", which was kept");
        }
    }

    private void keepRaw() {
        for (int i = 0; i < Math.min(cells.size(), layout.columns().size()); i++) {
            if (!layout.isRead(i) && !MissingText.isMissing(cells.get(i))) {
                String value = CleanText.of(cells.get(i)).value();
                if (!value.isEmpty()) {
                    raw.put(label(i), limited(value));
                }
            }
        }
    }

    private static String limited(String value) {
        if (value.length() <= LONGEST_RAW) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(LONGEST_RAW - 1)) ? LONGEST_RAW - 1 : LONGEST_RAW);
    }
}
