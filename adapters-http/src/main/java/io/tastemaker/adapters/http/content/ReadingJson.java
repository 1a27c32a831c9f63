package io.tastemaker.adapters.http.content;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.content.Attributed;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.ProducedBy;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read out of a text. What was not asked is null.
 *
 * @param sentiment the mood
 * @param language the language
 * @param category the categories
 */
record ReadingJson(Optional<SentimentJson> sentiment, Optional<LanguageJson> language, Optional<CategoryJson> category) {

    /** The mood. */
    record SentimentJson(
            @About("negative, neutral or positive") String label,
            @About("-1 to 1") BigDecimal score,
            @About("0 to 1, as the analyst judges") BigDecimal confidence,
            ProducedByJson producedBy) {}

    /** The language. */
    record LanguageJson(
            @About("The likeliest; null when nothing can be said") Optional<String> code,
            @About("0 to 1") BigDecimal confidence,
            @About("Others, the likeliest first") List<LikelyJson> alternatives,
            ProducedByJson producedBy) {}

    /** The categories. */
    record CategoryJson(
            @About("The likeliest; null when nothing speaks for any") Optional<String> label,
            @About("0 to 1") BigDecimal confidence,
            @About("Others, the likeliest first; each confidence stands for itself") List<LikelyJson> alternatives,
            ProducedByJson producedBy) {}

    /** Another possibility. */
    record LikelyJson(String value, BigDecimal confidence) {}

    /** Where a result comes from. */
    record ProducedByJson(
            @About("rule_based, local, remote or defaults") String source,
            @About("Who runs the model") String provider,
            @About("The model") String analyst,
            String version,
            @About("Whether it is not the chosen analyst") boolean fallbackUsed,
            @About("Why not the chosen one") Optional<String> fallbackReason,
            @About("Of the call in which it was read, with others perhaps") long latencyMs) {

        static ProducedByJson of(ProducedBy by) {
            Model model = by.model();
            return new ProducedByJson(model.source().code(), model.provider(), model.name(), model.version(), by.isFallback(),
                    by.fallback().map(FallbackReason::code), by.latency().toMillis());
        }
    }

    static ReadingJson of(Reading reading) {
        return new ReadingJson(reading.sentiment().map(ReadingJson::sentiment), reading.language().map(ReadingJson::language),
                reading.category().map(ReadingJson::category));
    }

    private static SentimentJson sentiment(Attributed<Sentiment> read) {
        Sentiment mood = read.value();
        return new SentimentJson(mood.mood().code(), thousandths(mood.score()), thousandths(mood.confidence()), ProducedByJson.of(read.by()));
    }

    private static LanguageJson language(Attributed<Guess<Language>> read) {
        return new LanguageJson(best(read, Language::code), confidence(read), others(read, Language::code), ProducedByJson.of(read.by()));
    }

    private static CategoryJson category(Attributed<Guess<Category>> read) {
        return new CategoryJson(best(read, Coded::code), confidence(read), others(read, Coded::code), ProducedByJson.of(read.by()));
    }

    private static <T> Optional<String> best(Attributed<Guess<T>> read, Function<? super T, String> code) {
        return read.value().best().map(likely -> code.apply(likely.value()));
    }

    private static <T> BigDecimal confidence(Attributed<Guess<T>> read) {
        return thousandths(read.value().best().map(Guess.Likely::confidence).orElse(0.0));
    }

    private static <T> List<LikelyJson> others(Attributed<Guess<T>> read, Function<? super T, String> code) {
        return read.value().likely().stream().skip(1)
                .map(likely -> new LikelyJson(code.apply(likely.value()), thousandths(likely.confidence()))).toList();
    }

    static BigDecimal thousandths(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
