package io.tastemaker.application.content.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every detector of languages does. */
public abstract class LanguageDetectorContract {

    private static final Map<String, String> SENTENCES = Map.of(
            "en", "This is the best breakfast that I have had in years",
            "es", "Este es el mejor desayuno que he tomado en muchos años",
            "ja", "これは今までで一番おいしい朝ごはんです",
            "ru", "Это самый вкусный завтрак за много лет");

    /** The same one within a test. */
    protected abstract LanguageDetector detector();

    @Test
    void it_says_what_it_is() {
        assertThat(detector().version()).isNotBlank().isEqualTo(detector().version());
    }

    @Test
    void plain_sentences_are_told_apart() {
        SENTENCES.forEach((code, sentence) -> assertThat(best(sentence)).as(sentence).isEqualTo(code));
    }

    @Test
    void the_same_text_has_the_same_answer() {
        SENTENCES.values().forEach(sentence -> assertThat(detector().detect(sentence)).isEqualTo(detector().detect(sentence)));
    }

    @Test
    void links_mentions_and_emoji_change_nothing() {
        SENTENCES.forEach((code, sentence) -> assertThat(best("@breakfast.club " + sentence + " 😋🥐 https://example.com/the/best?of=all"))
                .as(sentence).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\r\n", "😋🥐👩‍🍳", "12,345.67 %", "https://example.com/the/best/breakfast", "@breakfast.club",
        "!!! ... ???", "\u202e\u200f\u200e", "\ud83d", "\udc00\ud83d", "\u0000\u0001\uffff"})
    void where_there_are_no_words_nothing_can_be_said(String text) {
        assertThat(detector().detect(text)).isEqualTo(Guess.none());
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void whatever_comes_is_answered_with_confidences_that_add_up_to_one_at_most(String text) {
        List<Likely<Language>> likely = detector().detect(text).likely();
        assertThat(likely.stream().mapToDouble(Likely::confidence).sum()).isLessThanOrEqualTo(1 + 1e-9);
    }

    @Test
    void many_threads_get_the_answers_that_one_gets() throws Exception {
        List<String> texts = Stream.generate(SENTENCES.values()::stream).limit(20).flatMap(all -> all).toList();
        List<Callable<Guess<Language>>> questions = texts.stream()
                .<Callable<Guess<Language>>>map(text -> () -> detector().detect(text))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Guess<Language>>> answers = threads.invokeAll(questions);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(detector().detect(texts.get(i)));
            }
        }
    }

    private String best(String text) {
        return detector().detect(text).best().map(likely -> likely.value().code()).orElse("none");
    }

    static Stream<String> hostileTexts() {
        Random chance = new Random(20240611);
        return Stream.of(
                "a".repeat(1_000_000),
                "the best breakfast ".repeat(50_000),
                "a.".repeat(500_000),
                "@a#b&amp;".repeat(100_000),
                "\\ud83d".repeat(100_000),
                "a" + "\u0301\u0323".repeat(500_000),
                "\ud83d".repeat(1_000),
                "Это the これは mejor 아침 صباح בוקר เช้า சுவை",
                "\u202eThe best\u202c \u2067breakfast\u2069",
                text(chance, 1_000_000, 0x10000),
                text(chance, 3_000, 0x3000));
    }

    private static String text(Random chance, int length, int below) {
        StringBuilder text = new StringBuilder();
        chance.ints(length, 0, below).forEach(unit -> text.append((char) unit));
        return text.toString();
    }
}
