package io.tastemaker.adapters.persistence.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.content.Attributed;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.ProducedBy;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.JSONB;

/** What was read out of a text as JSON. In these records null stands for what is not known. */
final class ReadingJson {

    private record Stored(MoodJson sentiment, GuessJson language, GuessJson category) {}

    private record MoodJson(String mood, double score, double confidence, ByJson by) {}

    private record GuessJson(List<LikelyJson> likely, ByJson by) {}

    private record LikelyJson(String value, double confidence) {}

    private record ByJson(String source, String provider, String name, String version, long micros, String fallback) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReadingJson() {}

    static String write(Reading reading) {
        Stored stored = new Stored(
                reading.sentiment().map(read -> new MoodJson(read.value().mood().code(), read.value().score(), read.value().confidence(),
                        by(read.by()))).orElse(null),
                reading.language().map(read -> guess(read, Language::code)).orElse(null),
                reading.category().map(read -> guess(read, Category::code)).orElse(null));
        try {
            return MAPPER.writeValueAsString(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    static Reading read(JSONB column) {
        try {
            Stored stored = MAPPER.readValue(column.data(), Stored.class);
            return new Reading(
                    Optional.ofNullable(stored.sentiment()).map(mood -> new Attributed<>(
                            new Sentiment(Codes.read(Mood.class, mood.mood()), mood.score(), mood.confidence()), by(mood.by()))),
                    Optional.ofNullable(stored.language()).map(guess -> guess(guess, Language::new)),
                    Optional.ofNullable(stored.category()).map(guess -> guess(guess, code -> Codes.read(Category.class, code))));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static <T> GuessJson guess(Attributed<Guess<T>> read, Function<T, String> code) {
        return new GuessJson(read.value().likely().stream().map(each -> new LikelyJson(code.apply(each.value()), each.confidence())).toList(),
                by(read.by()));
    }

    private static <T> Attributed<Guess<T>> guess(GuessJson stored, Function<String, T> value) {
        return new Attributed<>(new Guess<>(stored.likely().stream()
                .map(each -> new Guess.Likely<>(value.apply(each.value()), each.confidence())).toList()), by(stored.by()));
    }

    private static ByJson by(ProducedBy by) {
        Model model = by.model();
        return new ByJson(model.source().code(), model.provider(), model.name(), model.version(), by.latency().toNanos() / 1_000,
                by.fallback().map(FallbackReason::code).orElse(null));
    }

    private static ProducedBy by(ByJson by) {
        return new ProducedBy(new Model(Codes.read(Model.Source.class, by.source()), by.provider(), by.name(), by.version()),
                Duration.ofNanos(by.micros() * 1_000),
                Optional.ofNullable(by.fallback()).map(code -> Codes.read(FallbackReason.class, code)));
    }
}
