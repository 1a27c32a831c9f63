package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.application.content.out.ContentAnalyst.Passage;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read with models that real ONNX Runtime and real tokenizers run. */
class LocalModelsTest {

    private static final Duration PATIENT = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final HandClock clock = new HandClock();
    private final List<LocalModels> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(LocalModels::close);
    }

    private LocalModels open() {
        LocalModels.Opened result = LocalModels.open(directory, clock);
        assertThat(result).isInstanceOf(LocalModels.Opened.Open.class);
        LocalModels models = ((LocalModels.Opened.Open) result).models();
        opened.add(models);
        return models;
    }

    private ContentAnalyst analyst() {
        return open().analysts().getFirst();
    }

    private static Answer answer(ContentAnalyst analyst, String... texts) {
        return analyst.read(Stream.of(texts).map(text -> new Passage(text, Optional.empty())).toList(), analyst.tasks(), PATIENT);
    }

    private static List<Findings> read(ContentAnalyst analyst, String... texts) {
        Answer answer = answer(analyst, texts);
        assertThat(answer).isInstanceOf(Answer.Read.class);
        return ((Answer.Read) answer).findings();
    }

    private static Mood mood(ContentAnalyst analyst, String text) {
        return read(analyst, text).getFirst().sentiment().orElseThrow().mood();
    }

    @Test
    void each_sub_directory_is_an_analyst_for_its_task() {
        TinyModels.sentiment(directory);
        TinyModels.language(directory);
        TinyModels.category(directory);

        assertThat(open().analysts()).extracting(ContentAnalyst::tasks)
                .containsExactly(Set.of(Task.LANGUAGE), Set.of(Task.SENTIMENT), Set.of(Task.CATEGORY));
    }

    @Test
    void a_model_is_known_by_where_it_is_from_and_by_its_weights() {
        Path sentiment = TinyModels.sentiment(directory);
        Model first = analyst().model();
        TinyModels.put(sentiment.resolve("model.onnx"), TinyModels.means(List.of(new TinyModels.Word("love", 1, 2, 3))));
        Model second = analyst().model();

        assertThat(first).isEqualTo(new Model(Model.Source.LOCAL, "onnx", "tests/tiny", first.version()));
        assertThat(first.version()).matches("[0-9a-f]{12}").isNotEqualTo(second.version());
    }

    @Test
    void a_model_that_does_not_say_where_it_is_from_is_known_by_its_directory() {
        TinyModels.put(TinyModels.sentiment(directory).resolve("config.json"),
                TinyModels.config(TinyModels.MOODS).replace("tests/tiny", "/home/somebody/models/x"));

        assertThat(analyst().model().name()).isEqualTo("sentiment");
    }

    @Test
    void moods_are_read() {
        TinyModels.sentiment(directory);
        ContentAnalyst analyst = analyst();

        List<Findings> found = read(analyst, "I LOVE it", "bad bad", "a table");

        assertThat(found).extracting(findings -> findings.sentiment().orElseThrow().mood())
                .containsExactly(Mood.POSITIVE, Mood.NEGATIVE, Mood.NEUTRAL);
        assertThat(found.getFirst().sentiment().orElseThrow()).satisfies(sentiment -> {
            assertThat(sentiment.score()).isCloseTo(1, within(1e-6));
            assertThat(sentiment.confidence()).isCloseTo(1, within(1e-6));
        });
        assertThat(found).allSatisfy(findings -> assertThat(findings.language()).isEmpty());
    }

    @Test
    void what_two_moods_share_evenly_is_scored_in_the_middle() {
        TinyModels.sentiment(directory);

        assertThat(read(analyst(), "love bad").getFirst().sentiment().orElseThrow().score()).isCloseTo(0, within(1e-6));
    }

    @Test
    void mentions_and_links_are_placeholders_for_moods() {
        TinyModels.sentiment(directory);
        ContentAnalyst analyst = analyst();

        assertThat(mood(analyst, "@bad a table http://bad.example/bad")).isEqualTo(Mood.NEUTRAL);
        assertThat(mood(analyst, "bad @table")).isEqualTo(Mood.NEGATIVE);
    }

    @Test
    void languages_are_read_and_variants_are_one() {
        TinyModels.language(directory);

        List<Findings> found = read(analyst(), "casa casa", "ni", "xx");

        assertThat(found.getFirst().language().orElseThrow().best().orElseThrow().value()).isEqualTo(new Language("pt"));
        assertThat(found.get(1).language().orElseThrow().best().orElseThrow()).satisfies(best -> {
            assertThat(best.value()).isEqualTo(new Language("zh"));
            assertThat(best.confidence()).isGreaterThan(0.99);
        });
        assertThat(found.get(2).language()).contains(Guess.none());
    }

    @Test
    void confidences_of_languages_add_up_to_one_at_most() {
        TinyModels.language(directory);

        Guess<Language> guess = read(analyst(), "casa house ni nothing known").getFirst().language().orElseThrow();

        assertThat(guess.likely()).hasSize(3);
        assertThat(guess.likely().stream().mapToDouble(Guess.Likely::confidence).sum()).isBetween(0.9, 1.0);
    }

    @Test
    void categories_are_judged_each_for_itself() {
        TinyModels.category(directory);

        List<Findings> found = read(analyst(), "what a goal", "goal guitar", "nothing at all");

        assertThat(found).extracting(findings -> findings.category().orElseThrow().likely().stream().map(Guess.Likely::value).toList())
                .containsExactly(List.of(Category.SPORTS), List.of(Category.MUSIC, Category.SPORTS), List.of());
    }

    @Test
    void sixteen_texts_are_judged_for_all_categories() {
        TinyModels.category(directory);

        List<Findings> found = read(analyst(), Collections.nCopies(16, "goal").toArray(String[]::new));

        assertThat(found).hasSize(16).allSatisfy(findings ->
                assertThat(findings.category().orElseThrow().best().orElseThrow().value()).isEqualTo(Category.SPORTS));
    }

    @Test
    void what_is_read_of_a_text_does_not_depend_on_the_texts_beside_it() {
        TinyModels.sentiment(directory);
        ContentAnalyst analyst = analyst();
        Random chance = new Random(7);
        List<String> words = List.of("love", "bad", "table", "unknown", "http", "😀", "\uD83D", "");
        for (int round = 0; round < 50; round++) {
            String[] texts = Stream.generate(() -> String.join(" ", Stream.generate(() -> words.get(chance.nextInt(words.size())))
                    .limit(chance.nextInt(40)).toList())).limit(1 + chance.nextInt(16)).toArray(String[]::new);

            List<Findings> together = read(analyst, texts);

            for (int text = 0; text < texts.length; text++) {
                Sentiment alone = read(analyst, texts[text]).getFirst().sentiment().orElseThrow();
                assertThat(together.get(text).sentiment().orElseThrow().score()).isCloseTo(alone.score(), within(1e-5));
                assertThat(together.get(text).sentiment().orElseThrow().confidence()).isCloseTo(alone.confidence(), within(1e-5));
            }
        }
    }

    @Test
    void of_a_long_text_the_beginning_is_read() {
        TinyModels.sentiment(directory);

        assertThat(mood(analyst(), "love ".repeat(62) + "bad ".repeat(5000))).isEqualTo(Mood.POSITIVE);
    }

    @Test
    void a_model_that_reads_less_than_its_positions_is_given_less() {
        TinyModels.put(TinyModels.sentiment(directory).resolve("tokenizer_config.json"), "{\"model_max_length\": 4}");

        assertThat(mood(analyst(), "love love bad bad bad")).isEqualTo(Mood.POSITIVE);
    }

    @Test
    void a_claim_is_read_behind_a_text_that_is_too_long() {
        TinyModels.category(directory);

        Findings found = read(analyst(), "goal ".repeat(500)).getFirst();

        assertThat(found.category().orElseThrow().best().orElseThrow().value()).isEqualTo(Category.SPORTS);
    }

    @Test
    void an_empty_text_is_looked_at_and_nothing_is_found() {
        TinyModels.sentiment(directory);
        TinyModels.language(directory);
        TinyModels.category(directory);
        List<ContentAnalyst> analysts = open().analysts();

        assertThat(read(analysts.get(0), "", "😀 @casa https://casa.example")).containsOnly(Findings.NOTHING.withLanguage(Guess.none()));
        assertThat(read(analysts.get(1), "", " \n")).containsOnly(Findings.NOTHING.with(Sentiment.NEUTRAL));
        assertThat(read(analysts.get(2), "")).containsOnly(Findings.NOTHING.withCategory(Guess.none()));
    }

    @Test
    void half_a_character_spoils_nothing() {
        TinyModels.sentiment(directory);

        assertThat(mood(analyst(), "\uDC00 love \uD83D")).isEqualTo(Mood.POSITIVE);
    }

    @Test
    void of_numbers_that_are_none_nothing_is_read_but_beside_them() {
        TinyModels.sentiment(directory);
        ContentAnalyst analyst = analyst();

        assertThat(read(analyst, "broken", "love", "huge")).satisfiesExactly(
                none -> assertThat(none).isEqualTo(Findings.NOTHING),
                love -> assertThat(love.sentiment()).isPresent(),
                none -> assertThat(none).isEqualTo(Findings.NOTHING));
        assertThat(answer(analyst, "broken", "")).isEqualTo(new Answer.Unread(FallbackReason.UNUSABLE_ANSWER));
    }

    @Test
    void claims_that_cannot_be_judged_are_unusable() {
        TinyModels.category(directory);

        assertThat(answer(analyst(), "broken")).isEqualTo(new Answer.Unread(FallbackReason.UNUSABLE_ANSWER));
    }

    @Test
    void another_shape_than_was_said_is_unusable() {
        List<TinyModels.Word> words = List.of(new TinyModels.Word("love", 1, 2, 3, 4));
        TinyModels.write(directory.resolve("sentiment"), TinyModels.ofAnyShape(words), words, TinyModels.config(TinyModels.MOODS));

        assertThat(answer(analyst(), "love")).isEqualTo(new Answer.Unread(FallbackReason.UNUSABLE_ANSWER));
    }

    @Test
    void a_model_that_takes_too_long_is_stopped() {
        TinyModels.put(TinyModels.sentiment(directory).resolve("model.onnx"), TinyModels.endless());
        ContentAnalyst analyst = analyst();

        Answer answer = analyst.read(List.of(new Passage("love", Optional.empty())), analyst.tasks(), Duration.ofMillis(50));

        assertThat(answer).isEqualTo(new Answer.Unread(FallbackReason.TIMEOUT));
    }

    @Test
    void what_runs_is_stopped_by_closing() throws InterruptedException {
        TinyModels.put(TinyModels.sentiment(directory).resolve("model.onnx"), TinyModels.endless());
        LocalModels models = open();
        List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
        Thread reader = Thread.ofVirtual().start(() -> answers.add(answer(models.analysts().getFirst(), "love")));

        models.close();
        reader.join();

        assertThat(answers).hasSize(1).first().isInstanceOf(Answer.Unread.class);
    }

    @Test
    void what_is_closed_answers_no_more() {
        TinyModels.sentiment(directory);
        LocalModels models = open();
        models.close();
        models.close();
        ContentAnalyst analyst = models.analysts().getFirst();

        assertThat(analyst.isUp()).isFalse();
        assertThat(answer(analyst, "love")).isEqualTo(new Answer.Unread(FallbackReason.FAILED));
    }

    @Test
    void more_than_it_can_is_not_to_be_asked() {
        TinyModels.sentiment(directory);
        ContentAnalyst analyst = analyst();
        List<Passage> many = Collections.nCopies(17, new Passage("love", Optional.empty()));

        assertThatIllegalArgumentException().isThrownBy(() -> analyst.read(many, analyst.tasks(), PATIENT));
        assertThatIllegalArgumentException().isThrownBy(() -> analyst.read(List.of(), analyst.tasks(), PATIENT));
        assertThatIllegalArgumentException().isThrownBy(() -> analyst.read(many.subList(0, 1), Set.of(Task.CATEGORY), PATIENT));
    }

    @Test
    void weights_may_lie_in_a_directory_of_their_own() {
        Path sentiment = TinyModels.sentiment(directory);
        TinyModels.put(sentiment.resolve("onnx/model.onnx"), TinyModels.means(List.of(new TinyModels.Word("love", 0, 0, 9))));
        assertThat(sentiment.resolve("model.onnx").toFile().delete()).isTrue();

        assertThat(mood(analyst(), "love")).isEqualTo(Mood.POSITIVE);
    }
}
