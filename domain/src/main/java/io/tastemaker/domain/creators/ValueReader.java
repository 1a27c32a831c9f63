package io.tastemaker.domain.creators;

import io.tastemaker.domain.creators.RowFault.Code;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the values of a row that are no counts.
 *
 * @param cell the clean value of a column, empty when it says nothing
 * @param faults where faults go; they keep the value raw
 * @param unknownCategories where labels without a category go
 * @param raw where values go that are kept as they are
 * @param asOf the time of the list, which no post is younger than
 */
record ValueReader(Function<ColumnReader, Optional<String>> cell, Faults faults, List<String> unknownCategories, Map<String, String> raw,
        Instant asOf) {

    private static final Pattern BETWEEN_LABELS = Pattern.compile("[,;|/\\[\\]]+");
    private static final Pattern AROUND_LABEL = Pattern.compile("^['\"\\s]+|['\"\\s]+$");
    private static final Pattern BETWEEN_LANGUAGES = Pattern.compile("[,;|/]+");
    private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>()\"]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.)+\\p{L}{2,24}");
    private static final Pattern URL = Pattern.compile(
            "(?i)(?:https?://)?(?:[\\p{L}\\p{N}_-]{1,63}\\.)+\\p{L}{2,24}(?::\\d{1,5})?(?:[/?#]\\S*)?");
    private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1", "verified", "x", "✓", "✔", "✅", "☑", "si", "sí", "sim",
            "oui", "ja", "да", "是", "verificado");
    private static final Set<String> NO = Set.of("no", "n", "false", "f", "0", "not verified", "unverified", "✗", "✘", "❌", "não", "nao",
            "non", "nein", "нет", "否");
    private static final LocalDate FIRST_POSTS = LocalDate.of(2003, 1, 1);

    /** Where faults go. */
    interface Faults {
        void add(ColumnReader column, String value, Code code, String detail);
    }

    /** The first of the columns that says something readable. */
    Optional<Facts.Stated<?>> read(Meaning meaning, List<ColumnReader> columns) {
        return switch (meaning.reading()) {
            case CATEGORY -> categories(columns);
            case LANGUAGE -> languages(columns);
            case RATE -> first(columns, this::rate).map(rate -> new Facts.Stated<>(Fact.DECLARED_ENGAGEMENT_RATE, rate));
            case PLACE -> first(columns, this::place)
                    .map(place -> new Facts.Stated<>(meaning == Meaning.LOCATION ? Fact.LOCATION : Fact.AUDIENCE_LOCATION, place));
            case YES_NO -> first(columns, this::yesNo).map(yes -> new Facts.Stated<>(Fact.VERIFIED, yes));
            case DAY -> first(columns, this::day).map(day -> new Facts.Stated<>(Fact.LAST_POST_ON, day));
            case EMAIL -> first(columns, this::email).map(email -> new Facts.Stated<>(Fact.EMAIL, email));
            case LINK -> first(columns, this::link).map(link -> new Facts.Stated<>(meaning == Meaning.AVATAR_URL ? Fact.AVATAR_URL
                    : Fact.WEBSITE, link));
            case TEXT -> first(columns, this::text).map(text -> new Facts.Stated<>(Fact.BIOGRAPHY, text));
            case CREATOR, PLATFORM, WHOLE, MEAN -> throw new IllegalArgumentException(meaning + " is not read here");
        };
    }

    private interface Reading<T> {
        Optional<T> read(ColumnReader column, String text);
    }

    private <T> Optional<T> first(List<ColumnReader> columns, Reading<T> reading) {
        for (ColumnReader column : columns) {
            Optional<T> value = cell.apply(column).flatMap(text -> reading.read(column, text));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private Optional<EngagementRate> rate(ColumnReader column, String text) {
        return switch (NumberText.read(text, column.mark())) {
            case NumberText.Missing missing -> Optional.empty();
            case NumberText.Unreadable unreadable -> {
                faults.add(column, text, Code.NOT_A_NUMBER, unreadable.reason() + "; must be a rate such as 1.39% or 0.0139");
                yield Optional.empty();
            }
            case NumberText.Amount amount -> {
                BigDecimal fraction = amount.percent() || column.percent() ? amount.value().movePointLeft(2) : amount.value();
                if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.valueOf(1000)) > 0) {
                    faults.add(column, text, Code.OUT_OF_RANGE, "an engagement rate is 0 to 100000 %");
                    yield Optional.empty();
                }
                yield Optional.of(EngagementRate.of(fraction));
            }
        };
    }

    private Optional<Facts.Stated<?>> categories(List<ColumnReader> columns) {
        Set<Category> found = EnumSet.noneOf(Category.class);
        for (ColumnReader column : columns) {
            cell.apply(column).ifPresent(text -> {
                Optional<Set<Category>> whole = CategoryLabels.find(text);
                if (whole.isPresent()) {
                    found.addAll(whole.get());
                    return;
                }
                for (String part : BETWEEN_LABELS.split(text)) {
                    String label = AROUND_LABEL.matcher(part).replaceAll("");
                    Optional<Set<Category>> known = CategoryLabels.find(label);
                    known.ifPresent(found::addAll);
                    if (known.isEmpty() && !MissingText.isMissing(label)) {
                        unknownCategories.add(label.length() > 100 ? label.substring(0, label.offsetByCodePoints(0, 50)) + "…" : label);
                        raw.put(column.label(), text.length() > 1000 ? text.substring(0, text.offsetByCodePoints(0, 500)) : text);
                    }
                }
            });
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Facts.Stated<>(Fact.CATEGORIES, Set.copyOf(found)));
    }

    private Optional<Facts.Stated<?>> languages(List<ColumnReader> columns) {
        Set<Language> found = new TreeSet<>();
        for (ColumnReader column : columns) {
            cell.apply(column).ifPresent(text -> {
                for (String part : BETWEEN_LANGUAGES.split(text)) {
                    Optional<Language> language = LanguageNames.find(part);
                    language.ifPresent(found::add);
                    if (language.isEmpty() && !MissingText.isMissing(part)) {
                        faults.add(column, text, Code.UNKNOWN_LANGUAGE, "no language is called " + part.strip());
                    }
                }
            });
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Facts.Stated<>(Fact.LANGUAGES, Set.copyOf(found)));
    }

    private Optional<Place> place(ColumnReader column, String text) {
        Optional<Place> place = text.length() > 100 ? Optional.empty() : Place.named(text);
        if (place.isEmpty()) {
            int comma = text.lastIndexOf(',');
            place = comma < 0 || text.length() > 100 ? Optional.empty() : Place.named(text.substring(comma + 1)); // "Lisbon, Portugal"
        }
        if (place.isEmpty()) {
            faults.add(column, text, Code.UNKNOWN_COUNTRY,
                    "no country is called that; must be a name such as South Korea or a code such as KR or BR-SP");
        }
        return place;
    }

    private Optional<Boolean> yesNo(ColumnReader column, String text) {
        String folded = text.toLowerCase(Locale.ROOT).replace("\uFE0F", "");
        if (YES.contains(folded) || NO.contains(folded)) {
            return Optional.of(YES.contains(folded));
        }
        faults.add(column, text, Code.NOT_A_YES_OR_NO, "must be yes or no, true or false, 1 or 0");
        return Optional.empty();
    }

    private Optional<LocalDate> day(ColumnReader column, String text) {
        Optional<LocalDate> day = text.length() > 60 ? Optional.empty() : DayText.read(text, column.daysFirst());
        if (day.isEmpty()) {
            faults.add(column, text, Code.NOT_A_DATE,
                    "must be a day such as 2022-06-05; 05/06/2022 is ambiguous where no other value settles its order");
            return day;
        }
        LocalDate latest = asOf.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC).toLocalDate();
        if (day.get().isBefore(FIRST_POSTS) || day.get().isAfter(latest)) {
            faults.add(column, text, Code.OUT_OF_RANGE, "a last post lies between 2003 and the time of the list");
            return Optional.empty();
        }
        return day;
    }

    private Optional<String> email(ColumnReader column, String text) {
        String bare = MAILTO.matcher(text).replaceFirst("").strip();
        if (bare.length() <= 254 && EMAIL.matcher(bare).matches()) {
            return Optional.of(bare);
        }
        faults.add(column, text, Code.BAD_EMAIL, "must be one e-mail address");
        return Optional.empty();
    }

    private Optional<String> link(ColumnReader column, String text) {
        if (text.length() <= 2000 && URL.matcher(text).matches()) {
            return Optional.of(text);
        }
        faults.add(column, text, Code.BAD_URL, "must be a web address");
        return Optional.empty();
    }

    private Optional<String> text(ColumnReader column, String text) {
        if (text.length() <= 5000) {
            return Optional.of(text);
        }
        faults.add(column, text, Code.ALTERED_TEXT, "cut to 5000 characters");
        return Optional.of(text.substring(0, Character.isHighSurrogate(text.charAt(4999)) ? 4999 : 5000));
    }
}
