package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTimeTextTest {

    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");

    private static Optional<Instant> read(String text) {
        return PostTimeText.read(text, Optional.empty(), LATEST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2022-06-05T13:00:00Z|2022-06-05T13:00:00Z",
        "2022-06-05T13:00Z|2022-06-05T13:00:00Z",
        "2022-06-05T13:00:00.123456Z|2022-06-05T13:00:00.123456Z",
        "2022-06-05T13:00:00+02:00|2022-06-05T11:00:00Z",
        "2022-06-05T13:00:00+0000|2022-06-05T13:00:00Z",
        "2022-06-05 13:00:00+00|2022-06-05T13:00:00Z",
        "2022-06-05 13:00:00.5 -03:30|2022-06-05T16:30:00.5Z",
        "2022-06-05T13:00:00|2022-06-05T13:00:00Z",
        "2022-06-05 13:00:00|2022-06-05T13:00:00Z",
        "2022-06-05 9:05|2022-06-05T09:05:00Z",
        "2022/6/5 13:00:00 UTC|2022-06-05T13:00:00Z",
        "5.6.2022 13:00|2022-06-05T13:00:00Z",
        "13/06/2022, 13:00|2022-06-13T13:00:00Z",
        "6/13/2022 1:05 PM|2022-06-13T13:05:00Z",
        "6/13/2022, 12:05:09 AM|2022-06-13T00:05:09Z",
        "Jun 5, 2022 at 1:00pm|2022-06-05T13:00:00Z",
        "Sun, 05 Jun 2022 13:00:00 GMT|2022-06-05T13:00:00Z",
        "Sun Jun 05 13:00:00 +0200 2022|2022-06-05T11:00:00Z",
        "2022-06-05|2022-06-05T12:00:00Z",
        "Jun 5, 2022|2022-06-05T12:00:00Z",
        "1654434000|2022-06-05T13:00:00Z",
        "1654434000.25|2022-06-05T13:00:00.25Z",
        "1654434000250|2022-06-05T13:00:00.25Z",
        "' 1654434000 '|2022-06-05T13:00:00Z"})
    void a_time_is_read_in_the_forms_that_files_have(String text, Instant time) {
        assertThat(read(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2022-06-05 25:00", "2022-06-05 13:60", "2022-02-30", "2022-02-30 10:00", "06/05/2022 10:00",
            "6/13/2022 13:05 PM",
        "6/13/2022 0:05 AM", "2022-06-05T13:00:00+25:00", "13:00", "165443400", "16544340001", "2002-12-31T23:59:59Z", "2026-01-01T00:00:01Z",
        "9999999999", "Sun Jun 05 13:00:00 +0200 2222", "٢٠٢٢-٠٦-٠٥",
                "2022-06-05T13:00:00 and then some more text that nobody asked for, at all"})
    void what_is_no_time_or_an_impossible_one_is_none(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void the_order_of_day_and_month_is_asked_where_it_does_not_show() {
        assertThat(PostTimeText.read("05/06/2022 10:00", Optional.of(true), LATEST)).contains(Instant.parse("2022-06-05T10:00:00Z"));
        assertThat(PostTimeText.read("05/06/2022 10:00", Optional.of(false), LATEST)).contains(Instant.parse("2022-05-06T10:00:00Z"));
    }

    @Test
    void what_was_written_in_a_known_form_is_read_as_it_was() {
        List<DateTimeFormatter> forms = List.of(DateTimeFormatter.ISO_INSTANT, form("yyyy-MM-dd HH:mm:ss"), form("yyyy-MM-dd'T'HH:mm:ssXXX"),
                form("dd.MM.yyyy HH:mm:ss"), form("EEE MMM dd HH:mm:ss Z yyyy"), form("MMM d, yyyy h:mm:ss a"),
                        form("EEE, dd MMM yyyy HH:mm:ss 'GMT'"));
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            Instant time = Instant.ofEpochSecond(1_050_000_000L + random.nextInt(700_000_000));
            for (DateTimeFormatter form : forms) {
                String text = form.format(time);
                assertThat(read(text)).as(text).contains(time);
            }
            assertThat(read(Long.toString(time.getEpochSecond()))).contains(time);
            assertThat(read(Long.toString(time.toEpochMilli() + 7))).contains(time.plusMillis(7));
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    @Test
    void rubbish_is_quickly_none() {
        Random random = new Random(8);
        String signs = "0123456789:-/. TtZz+,aApPmM";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(70), 0, signs.length()).forEach(sign -> text.append(signs.charAt(sign)));
            read(text.toString()).ifPresent(time -> assertThat(time).as(text.toString()).isBetween(Instant.parse("2003-01-01T00:00:00Z"),
                    LATEST));
        }
        assertThat(read("1:".repeat(1_000_000))).isEmpty();
    }
}
