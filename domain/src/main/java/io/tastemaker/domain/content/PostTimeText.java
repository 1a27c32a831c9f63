package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.DayText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a post was published, as files write it: ISO 8601 with or without a zone, a day and a time apart by a blank, with {@code AM} or
 * {@code PM} or without, seconds or milliseconds since 1970, the form of Twitter, or a day alone. A time without a zone is taken for UTC, a
 * day for its noon in UTC.
 */
final class PostTimeText {

    private static final Instant EARLIEST = Instant.parse("2003-01-01T00:00:00Z");
    private static final int LONGEST = 60;
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\.(\\d{1,9})|(\\d{3}))?");
    private static final Pattern WITH_OFFSET = Pattern.compile("(.+:\\d{2}(?:[.,]\\d{1,9})?) ?([+-]\\d{2})(?::?(\\d{2}))?");
    private static final Pattern TIME = Pattern.compile("(.+?)(?:T|,? |,? at )(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
            + "(?: ?(?i:([ap])\\.?m\\.?))?(?: ?(?i:utc|gmt|z))?");
    private static final Pattern CLOCK = Pattern.compile("\\d:\\d{2}");
    private static final DateTimeFormatter TWITTER = DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    private PostTimeText() {}

    /** Reads a time; empty when it is none, or lies before there were such platforms or after a time. */
    static Optional<Instant> read(String text, Optional<Boolean> daysFirst, Instant latest) {
        String bare = text.strip();
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return parse(bare, daysFirst).filter(at -> !at.isBefore(EARLIEST) && !at.isAfter(latest));
        } catch (DateTimeException impossible) {
            return Optional.empty(); // such as 25:00: it is none
        }
    }

    private static Optional<Instant> parse(String text, Optional<Boolean> daysFirst) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1)),
                    nanos(epoch.group(2) == null ? epoch.group(3) : epoch.group(2))));
        }
        Matcher zoned = WITH_OFFSET.matcher(text);
        if (zoned.matches()) {
            ZoneOffset offset = ZoneOffset.of(zoned.group(2) + ":" + (zoned.group(3) == null ? "00" : zoned.group(3)));
            return local(zoned.group(1), daysFirst).map(time -> time.toInstant(offset));
        }
        if (CLOCK.matcher(text).find()) {
            return local(text, daysFirst).map(time -> time.toInstant(ZoneOffset.UTC)).or(() -> ofTwitter(text));
        }
        return DayText.read(text, daysFirst).map(day -> day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private static Optional<Instant> ofTwitter(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, TWITTER).toInstant());
        } catch (DateTimeParseException other) {
            return Optional.empty(); // no form that is known: the caller says so
        }
    }

    private static Optional<LocalDateTime> local(String text, Optional<Boolean> daysFirst) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        LocalTime clock = LocalTime.of(hour(Integer.parseInt(time.group(2)), time.group(6)), Integer.parseInt(time.group(3)),
                time.group(4) == null ? 0 : Integer.parseInt(time.group(4)), nanos(time.group(5)));
        return DayText.read(time.group(1), daysFirst).map(day -> day.atTime(clock));
    }

    private static int hour(int written, String half) {
        if (half == null) {
            return written;
        }
        if (written < 1 || written > 12) {
            throw new DateTimeException("there is no such hour in half a day: " + written);
        }
        return written % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    /** The digits behind the point of seconds. */
    private static int nanos(String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    }
}
