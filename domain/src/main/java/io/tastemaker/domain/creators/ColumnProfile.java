package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of one column look like: counters that grow while a list is surveyed, in bounded memory. */
final class ColumnProfile {

    private static final Pattern STRICT_HANDLE = Pattern.compile("@?[a-z0-9._]{1,60}");
    private static final Pattern THREE_BEHIND_POINT = Pattern.compile("\\d{1,3}\\.\\d{3}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int MAGNITUDES = 40;
    /** Categories, countries and days repeat: so many texts of a column are looked at once, however often they come. */
    private static final int MOST_KNOWN = 1000;
    private static final int LONGEST_KNOWN = 60;

    /** What a text could be. */
    private record Look(boolean place, boolean email, boolean link, boolean handle, boolean word, Optional<Boolean> dayFirst) {

        static Look at(String text) {
            return new Look(text.length() <= 60 && Place.named(text).isPresent(),
                    text.indexOf('@') >= 0 && text.length() <= 320 && EMAIL.matcher(text).matches(),
                    HandleText.address(text).isPresent(), STRICT_HANDLE.matcher(text).matches(), HandleText.read(text).isPresent(),
                    DayText.order(text));
        }
    }

    private final ColumnHeader header;
    private final long[] magnitudes = new long[MAGNITUDES];
    private final Map<String, Look> known = new HashMap<>();
    private long filled;
    private long numbers;
    private long fractions;
    private long abbreviated;
    private long percents;
    private long aboveOne;
    private long errors;
    private long places;
    private long emails;
    private long links;
    private long handles;
    private long words;
    private long points;
    private long commas;
    private long threeBehindPoint;
    private long dayFirst;
    private long monthFirst;
    private Optional<String> odd = Optional.empty();

    ColumnProfile(ColumnHeader header) {
        this.header = header;
    }

    /** Looks at a value, and gives it back as a number when it is one. */
    Optional<BigDecimal> look(String cell) {
        if (MissingText.isMissing(cell)) {
            return Optional.empty();
        }
        filled++;
        NumberText number = NumberText.read(cell, DecimalMark.POINT);
        if (header.meaning().map(Meaning::reading).orElse(Meaning.Reading.TEXT) == Meaning.Reading.CREATOR
                || !(number instanceof NumberText.Amount)) {
            lookAtText(cell);
        }
        return switch (number) {
            case NumberText.Missing missing -> Optional.empty();
            case NumberText.Unreadable unreadable -> {
                if (cell.startsWith("#")) {
                    errors++;
                }
                yield Optional.empty();
            }
            case NumberText.Amount amount -> Optional.of(count(cell, amount));
        };
    }

    private BigDecimal count(String cell, NumberText.Amount amount) {
        numbers++;
        abbreviated += amount.abbreviated() ? 1 : 0;
        percents += amount.percent() ? 1 : 0;
        fractions += amount.value().stripTrailingZeros().scale() > 0 ? 1 : 0;
        aboveOne += amount.value().compareTo(BigDecimal.ONE) > 0 ? 1 : 0;
        threeBehindPoint += THREE_BEHIND_POINT.matcher(cell).matches() ? 1 : 0;
        NumberText.betrayedMark(cell).ifPresent(mark -> {
            points += mark == DecimalMark.POINT ? 1 : 0;
            commas += mark == DecimalMark.COMMA ? 1 : 0;
        });
        int magnitude = amount.value().signum() <= 0 ? 0 : amount.value().precision() - amount.value().scale() + 10;
        magnitudes[Math.clamp(magnitude, 0, MAGNITUDES - 1)]++;
        return amount.value();
    }

    private void lookAtText(String cell) {
        String text = CleanText.of(cell).value();
        if (odd.isEmpty() && !text.isEmpty()) {
            odd = Optional.of(text.length() > 60 ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…" : text);
        }
        Look look = lookOnce(text);
        places += look.place() ? 1 : 0;
        emails += look.email() ? 1 : 0;
        links += look.link() ? 1 : 0;
        handles += look.handle() ? 1 : 0;
        words += look.word() ? 1 : 0;
        look.dayFirst().ifPresent(first -> {
            dayFirst += first ? 1 : 0;
            monthFirst += first ? 0 : 1;
        });
    }

    private Look lookOnce(String text) {
        Look before = known.get(text);
        if (before != null) {
            return before;
        }
        Look look = Look.at(text);
        if (known.size() < MOST_KNOWN && text.length() <= LONGEST_KNOWN) {
            known.put(text, look);
        }
        return look;
    }

    ColumnHeader header() {
        return header;
    }

    long filled() {
        return filled;
    }

    long numbers() {
        return numbers;
    }

    long places() {
        return places;
    }

    long abbreviated() {
        return abbreviated;
    }

    long fractions() {
        return fractions;
    }

    /** A value that is no number, as evidence. */
    Optional<String> odd() {
        return odd;
    }

    /** Values that say something, spreadsheet errors not counted. */
    long telling() {
        return filled - errors;
    }

    double share(long part) {
        return telling() == 0 ? 0 : (double) part / telling();
    }

    double emailShare() {
        return share(emails);
    }

    double linkShare() {
        return share(links);
    }

    /** How much the values look like handles: 1 when all are lower-case words of ASCII. */
    double handleShare() {
        return share(handles) * 0.4 + share(words) * 0.6;
    }

    /** The share of values that can be handles at all. */
    double wordShare() {
        return share(words);
    }

    boolean isPercent() {
        return header.percent() || percents > 0 || aboveOne > 0;
    }

    /** How many digits the median value has before the point; the middle of a list is sturdier than its ends. */
    int medianDigits() {
        long seen = 0;
        for (int i = 0; i < MAGNITUDES; i++) {
            seen += magnitudes[i];
            if (seen * 2 >= Math.max(1, numbers)) {
                return i - 10;
            }
        }
        return 0;
    }

    DecimalMark mark(boolean whole) {
        if (points > 0 && commas == 0) {
            return DecimalMark.POINT;
        }
        boolean groupedByPoints = points == 0 && threeBehindPoint >= 20 && medianDigits() <= 3 && fractions == threeBehindPoint;
        if (commas > 0 && points == 0 || groupedByPoints) {
            return DecimalMark.COMMA;
        }
        return whole && header.unit() == 0 ? DecimalMark.WHOLE : DecimalMark.POINT;
    }

    /** Whether the day stands before the month, where some value tells. */
    Optional<Boolean> daysFirst() {
        if (dayFirst > 0 == monthFirst > 0) {
            return Optional.empty();
        }
        return Optional.of(dayFirst > 0);
    }
}
