package io.tastemaker.adapters.integrations.shared;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** When somebody who has too much to do wants to be asked again: RFC 9110 section 10.2.3, seconds or a date. */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");
    private static final Duration LEAST = Duration.ofSeconds(1);
    /** Whoever names a longer time has miscounted, or means never. */
    private static final Duration MOST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * Reads the header.
     *
     * @param text as it was sent
     * @param now the time
     * @return at least a second and at most a day; empty when it is neither seconds nor a date
     */
    public static Optional<Duration> read(String text, Instant now) {
        String bare = text.strip();
        boolean isCounted = SECONDS.matcher(bare).matches();
        Optional<Duration> wait = isCounted ? Optional.of(Duration.ofSeconds(Long.parseLong(bare))) : until(bare, now);
        return wait.map(time -> time.compareTo(LEAST) < 0 ? LEAST : time).map(time -> time.compareTo(MOST) > 0 ? MOST : time);
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            return Optional.of(Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
