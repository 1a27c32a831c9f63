package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.shared.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws of the parts that local models are put together from. */
class LocalPartsTest {

    @Test
    void chunks_are_small_and_hold_each_row_once() {
        Random chance = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<Integer> lengths = chance.ints(1 + chance.nextInt(512), 1, 1 + chance.nextInt(1024)).boxed().toList();

            List<List<Integer>> chunks = Chunks.of(lengths);

            assertThat(chunks.stream().flatMap(List::stream).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, lengths.size()).boxed().toList());
            assertThat(chunks).allSatisfy(chunk -> {
                int widest = chunk.stream().mapToInt(lengths::get).max().orElseThrow();
                assertThat(chunk).hasSizeLessThanOrEqualTo(Chunks.MOST_ROWS);
                assertThat(chunk.size() * widest).isLessThanOrEqualTo(Chunks.MOST_TOKENS);
            });
        }
    }

    @Test
    void a_row_that_is_longer_than_a_chunk_is_one() {
        assertThat(Chunks.of(List.of(5000, 3, 6000))).containsExactly(List.of(1), List.of(0), List.of(2));
    }

    @Test
    void shares_as_they_are_told_are_never_more_than_one_together() {
        Random chance = new Random(13);
        for (int round = 0; round < 10_000; round++) {
            double[] shares = Softmax.of(chance.doubles(3, -8, 8).toArray());
            double sum = IntStream.range(0, 3).mapToDouble(at -> Softmax.told(shares[at])).sum();
            assertThat(sum).isBetween(0.999, 1 + 1e-9);
        }
    }

    @Test
    void large_numbers_do_not_overflow() {
        assertThat(Softmax.of(1e30, -1e30, 0)).containsExactly(1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 1", "3, 2, 1", "4, 1, 2", "8, 3, 2", "64, 31, 2"})
    void one_core_is_left_to_others(int cores, int atOnce, int threads) {
        assertThat(LocalLimits.of(cores)).returns(atOnce, LocalLimits::atOnce).returns(threads, LocalLimits::threads);
    }

    @Test
    void a_text_is_cut_between_characters_and_halves_are_replaced() {
        String edge = "x".repeat(ContentAnalyst.MOST_CHARACTERS - 1) + "😀";

        assertThat(LocalText.wellFormed(edge)).hasSize(ContentAnalyst.MOST_CHARACTERS).endsWith("x\uFFFD");
        assertThat(LocalText.wellFormed("a\uD83Db\uDE00😀\uD83D")).isEqualTo("a\uFFFDb\uFFFD😀\uFFFD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"@ana hi | @user hi", "mail a@b.example | mail a@b.example",
            "see https://x.example/@y now | see http now",
            "@ | @", "@a @b | @user @user"})
    void mentions_and_links_become_placeholders(String text, String tweet) {
        assertThat(LocalText.asTweet(text)).isEqualTo(tweet);
    }

    @Test
    void tags_of_languages_are_read_in_all_their_forms() {
        List<String> tags = List.of("pt", "pt-BR", "ZH_Hant", "eng", "fil", "iw", "und", "other", "LABEL_0", "");
        Faults faults = new Faults();

        LocalLanguage task = (LocalLanguage) LocalLanguage.of(tags, Path.of("x"), faults).orElseThrow();

        assertThat(task.labels().stream().flatMap(label -> label.stream().map(Language::code)).toList())
                .containsExactly("pt", "pt", "zh", "en", "fil", "he");
        assertThat(task.labels()).hasSize(tags.size());
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void of_many_languages_the_likeliest_are_said() {
        List<String> tags = List.of("a1", "en", "pt", "es", "fr");
        LocalTask task = LocalLanguage.of(tags, Path.of("x"), new Faults()).orElseThrow();

        Guess<Language> guess = task.findings(List.of(new double[] {0, 1, 3, 2, 0.5})).language().orElseThrow();

        assertThat(guess.likely()).extracting(likely -> likely.value().code()).containsExactly("pt", "es", "en");
    }

    @Test
    void what_is_stopped_ends_what_begins_later_too() {
        List<String> ended = new ArrayList<>();
        Stop stop = new Stop();
        stop.begin(() -> ended.add("first"));
        stop.end();
        stop.now();
        stop.begin(() -> ended.add("second"));

        assertThat(ended).containsExactly("second");
        assertThat(Stream.of(stop)).allMatch(Stop::isStopped);
    }
}
