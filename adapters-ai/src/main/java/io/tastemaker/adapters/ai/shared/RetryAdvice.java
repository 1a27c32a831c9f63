package io.tastemaker.adapters.ai.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a model says that it can be asked again. */
final class RetryAdvice {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final double MOST_SECONDS = 999_999;

    private RetryAdvice() {}

    /** By the header that is meant for it, or by how long the model will still be loaded, which Hugging Face tells in the body. */
    static Optional<Duration> of(Attempt.Answered answer, InstantSource clock) {
        return answer.headers().firstValue("Retry-After").map(String::strip).flatMap(text -> told(text, clock))
                .or(() -> answer.body().flatMap(Json::read).flatMap(RetryAdvice::loading));
    }

    private static Optional<Duration> told(String text, InstantSource clock) {
        return SECONDS.matcher(text).matches() ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : until(text, clock);
    }

    private static Optional<Duration> until(String date, InstantSource clock) {
        try {
            Duration wait = Duration.between(clock.instant(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> loading(JsonNode body) {
        return Optional.of(body.path("estimated_time")).filter(JsonNode::isNumber).map(JsonNode::doubleValue)
                .filter(seconds -> seconds >= 0 && seconds <= MOST_SECONDS).map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
