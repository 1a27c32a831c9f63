package io.tastemaker.application.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.ContentAnalyst.Passage;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.InMemoryAnalyst;
import io.tastemaker.application.content.out.InMemoryKnownReadings;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.content.ProducedBy;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chain: the chosen analyst, the next, the rules, neutral defaults. */
class AnalystsTest {

    private static final Set<Task> ALL = EnumSet.allOf(Task.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TEXT = "this is lovely sourdough";
    private static final Sentiment GLAD = new Sentiment(Mood.POSITIVE, 0.75, 0.75);

    private final HandClock clock = new HandClock();
    private final InMemoryKnownReadings known = new InMemoryKnownReadings();
    private final SmallRules.Detector detector = new SmallRules.Detector();
    private final List<ContentAnalyst> own = SmallRules.analysts(detector);
    private final Model detecting = own.get(0).model();
    private final Model rules = own.get(1).model();
    private final InMemoryAnalyst judge = analyst(Model.Source.REMOTE, "judge", "1");
    private final InMemoryAnalyst nearby = analyst(Model.Source.LOCAL, "nearby", "1");
    private final Analysts chain = chain(judge, nearby);

    private static InMemoryAnalyst analyst(Model.Source source, String name, String version) {
        return new InMemoryAnalyst(new Model(source, "tests", name, version), ALL);
    }

    private Analysts chain(ContentAnalyst... models) {
        return new Analysts(List.of(models), own, known, clock);
    }

    private static Reading read(Analysts analysts, String text) {
        return analysts.read(List.of(text), ALL, PATIENCE).getFirst();
    }

    private static List<Model> readers(Reading reading) {
        assertThat(reading.origins()).as("language, mood, subject").hasSize(3);
        return Stream.of(reading.language(), reading.sentiment(), reading.category()).flatMap(Optional::stream)
                .map(result -> result.by().model()).toList();
    }

    private static Set<Optional<FallbackReason>> reasons(Reading reading) {
        return Set.copyOf(reading.origins().map(ProducedBy::fallback).toList());
    }

    private static List<String> texts(InMemoryAnalyst.Asked asked) {
        return asked.texts().stream().map(Passage::text).toList();
    }

    /** Takes its time. */
    private record Slow(InMemoryAnalyst real, HandClock clock, Duration takes) implements ContentAnalyst {
        @Override
        public Model model() {
            return real.model();
        }

        @Override
        public Set<Task> tasks() {
            return real.tasks();
        }

        @Override
        public boolean isUp() {
            return real.isUp();
        }

        @Override
        public Answer read(List<Passage> texts, Set<Task> tasks, Duration within) {
            Answer answer = real.read(texts, tasks, within);
            clock.advance(takes);
            return answer;
        }
    }

    @Test
    void the_chosen_analyst_answers_within_its_share_of_the_time_and_nobody_else_is_asked() {
        Reading reading = read(chain, TEXT);

        assertThat(readers(reading)).containsOnly(judge.model());
        assertThat(reading.isFallback()).isFalse();
        assertThat(reading.isAi()).isTrue();
        assertThat(judge.asked()).containsExactly(new InMemoryAnalyst.Asked(List.of(new Passage(TEXT, Optional.empty())), ALL, share(PATIENCE)));
        assertThat(nearby.asked()).isEmpty();
        assertThat(detector.looks()).isZero();
    }

    @ParameterizedTest
    @EnumSource(FallbackReason.class)
    void whatever_the_chosen_one_fails_of_the_next_answers_and_says_why(FallbackReason reason) {
        judge.failsWith(reason);

        Reading reading = read(chain, TEXT);

        assertThat(readers(reading)).containsOnly(nearby.model());
        assertThat(reasons(reading)).containsExactly(Optional.of(reason));
        assertThat(reading.isAi()).as("what was meant to come from another").isFalse();
    }

    @Test
    void of_several_who_fail_the_reason_of_the_chosen_one_is_told() {
        judge.failsWith(FallbackReason.TIMEOUT);
        nearby.failsWith(FallbackReason.BUSY);

        Reading reading = read(chain, TEXT);

        assertThat(readers(reading)).containsExactly(detecting, rules, rules);
        assertThat(reasons(reading)).containsExactly(Optional.of(FallbackReason.TIMEOUT));
        assertThat(reading.sentiment().orElseThrow().value().mood()).isEqualTo(Mood.POSITIVE);
        assertThat(reading.category().orElseThrow().value().best().orElseThrow().value()).isEqualTo(Category.FOOD);
    }

    @Test
    void what_of_an_answer_cannot_be_used_is_asked_of_the_next_text_by_text() {
        judge.finds(passage -> switch (passage.text()) {
            case "nothing" -> Findings.NOTHING;
            case "mood only" -> Findings.NOTHING.with(GLAD);
            default -> Findings.NOTHING.with(GLAD).withLanguage(Guess.none()).withCategory(Guess.none());
        });

        List<Reading> readings = chain.read(List.of("whole", "nothing", "mood only"), ALL, PATIENCE);

        assertThat(nearby.asked()).singleElement().satisfies(asked -> assertThat(texts(asked)).containsExactly("nothing", "mood only"));
        assertThat(readers(readings.get(0))).containsOnly(judge.model());
        assertThat(readers(readings.get(1))).containsOnly(nearby.model());
        assertThat(readers(readings.get(2))).containsExactly(nearby.model(), judge.model(), nearby.model());
        assertThat(readings.get(2).sentiment().orElseThrow().by().fallback()).isEmpty();
        assertThat(readings.get(2).language().orElseThrow().by().fallback()).contains(FallbackReason.UNUSABLE_ANSWER);
        assertThat(readings).map(Reading::isAi).containsExactly(true, false, false);
        assertThat(chain.use(judge.model()).unusable()).isEqualTo(5);
    }

    @Test
    void a_model_is_asked_only_for_what_it_can_do() {
        InMemoryAnalyst moods = new InMemoryAnalyst(new Model(Model.Source.LOCAL, "tests", "moods", "1"), Set.of(Task.SENTIMENT));

        Reading reading = read(chain(moods), TEXT);

        assertThat(readers(reading)).containsExactly(detecting, moods.model(), rules);
        assertThat(reading.isFallback()).as("the rules are the chosen ones for the rest").isFalse();
        assertThat(reading.isAi()).isTrue();
        assertThat(moods.asked()).singleElement().satisfies(asked -> assertThat(asked.tasks()).containsExactly(Task.SENTIMENT));
    }

    @Test
    void the_rules_know_the_language_that_was_told_before_them() {
        judge.finds(passage -> Findings.NOTHING.withLanguage(Guess.of(SmallRules.PORTUGUESE, 0.9)));

        Reading reading = read(chain(judge), "the lindo");

        assertThat(detector.looks()).isZero();
        assertThat(reading.sentiment().orElseThrow().value().mood()).isEqualTo(Mood.POSITIVE);
        assertThat(reading.sentiment().orElseThrow().by().model()).isEqualTo(rules);
    }

    @Test
    void without_models_the_detector_looks_once_and_the_rules_read_what_it_found() {
        Reading reading = read(chain(), "não lindo");

        assertThat(detector.looks()).isEqualTo(1);
        assertThat(reading.language().orElseThrow().value().best().orElseThrow().value()).isEqualTo(SmallRules.PORTUGUESE);
        assertThat(reading.sentiment().orElseThrow().value().mood()).isEqualTo(Mood.POSITIVE);
        assertThat(reading.isFallback()).isFalse();
        assertThat(reading.isAi()).isFalse();
    }

    @Test
    void the_rules_look_for_the_language_themselves_where_nobody_asked_for_it() {
        Reading reading = chain().read(List.of("não lindo"), Set.of(Task.SENTIMENT), PATIENCE).getFirst();

        assertThat(reading.sentiment().orElseThrow().value().mood()).isEqualTo(Mood.POSITIVE);
        assertThat(reading.language()).isEmpty();
        assertThat(reading.category()).isEmpty();
    }

    @Test
    void blank_texts_are_asked_of_no_model_and_are_no_fallback() {
        List<Reading> readings = chain.read(List.of("", " \n\t", TEXT), ALL, PATIENCE);

        assertThat(judge.asked()).singleElement().satisfies(asked -> assertThat(texts(asked)).containsExactly(TEXT));
        assertThat(readings.subList(0, 2)).allSatisfy(reading -> {
            assertThat(readers(reading)).containsExactly(detecting, rules, rules);
            assertThat(reading.isFallback()).isFalse();
            assertThat(reading.isAi()).isFalse();
            assertThat(reading.sentiment().orElseThrow().value()).isEqualTo(Sentiment.NEUTRAL);
        });
    }

    @Test
    void many_texts_are_read_sixteen_at_a_time_in_their_order() {
        List<String> texts = Stream.iterate(1, number -> number + 1).limit(35).map(number -> "text " + number).toList();
        judge.finds(passage -> Findings.NOTHING.with(GLAD).withCategory(Guess.none())
                .withLanguage(Guess.of(new Language("en"), Integer.parseInt(passage.text().substring(5)) / 100.0)));

        List<Reading> readings = chain.read(texts, ALL, PATIENCE);

        assertThat(judge.asked()).map(asked -> asked.texts().size()).containsExactly(16, 16, 3);
        assertThat(readings).map(reading -> reading.language().orElseThrow().value().best().orElseThrow().confidence())
                .startsWith(0.01, 0.02).endsWith(0.34, 0.35).hasSize(35);
    }

    @Test
    void whoever_comes_next_gets_the_time_that_is_left() {
        judge.failsWith(FallbackReason.FAILED);

        read(chain(new Slow(judge, clock, Duration.ofSeconds(15)), nearby), TEXT);

        assertThat(nearby.asked()).singleElement().satisfies(asked -> assertThat(asked.within()).isEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void when_the_time_is_over_no_model_is_asked_any_more_and_the_rules_answer() {
        List<String> texts = Stream.iterate(1, number -> number + 1).limit(40).map(number -> "lovely sourdough " + number).toList();

        List<Reading> readings = chain(new Slow(judge, clock, Duration.ofSeconds(10)), nearby).read(texts, ALL, PATIENCE);

        assertThat(judge.asked()).map(InMemoryAnalyst.Asked::within).containsExactly(share(PATIENCE), share(Duration.ofSeconds(10)));
        assertThat(nearby.asked()).isEmpty();
        assertThat(readings.subList(0, 32)).allSatisfy(reading -> assertThat(readers(reading)).containsOnly(judge.model()));
        assertThat(readings.subList(32, 40)).allSatisfy(reading -> {
            assertThat(readers(reading)).containsExactly(detecting, rules, rules);
            assertThat(reasons(reading)).containsExactly(Optional.of(FallbackReason.NO_TIME_LEFT));
            assertThat(reading.sentiment().orElseThrow().value().mood()).isEqualTo(Mood.POSITIVE);
        });
    }

    @Test
    void when_even_the_rules_tell_nothing_the_answer_is_neutral() {
        InMemoryAnalyst silent = analyst(Model.Source.RULE_BASED, "silent", "1").finds(passage -> Findings.NOTHING);
        Analysts mute = new Analysts(List.of(judge.failsWith(FallbackReason.UNREACHABLE)), List.of(silent), known, clock);

        Reading reading = read(mute, TEXT);

        assertThat(readers(reading)).containsOnly(Model.DEFAULTS);
        assertThat(reasons(reading)).containsExactly(Optional.of(FallbackReason.UNREACHABLE));
        assertThat(reading.sentiment().orElseThrow().value()).isEqualTo(Sentiment.NEUTRAL);
        assertThat(reading.language().orElseThrow().value()).isEqualTo(Guess.none());
        assertThat(reading.category().orElseThrow().value()).isEqualTo(Guess.none());
        Reading unusable = read(new Analysts(List.of(), List.of(silent), known, clock), TEXT);
        assertThat(reasons(unusable)).containsExactly(Optional.of(FallbackReason.UNUSABLE_ANSWER));
    }

    @Test
    void a_model_is_not_asked_twice_about_one_text_within_seven_days() {
        Reading first = read(chain, TEXT);
        clock.advance(Analysis.LIFETIME.minusSeconds(1));

        Reading second = read(chain, TEXT);

        assertThat(judge.asked()).hasSize(1);
        assertThat(second).isEqualTo(first);
        assertThat(second.isAi()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        read(chain, TEXT);
        assertThat(judge.asked()).hasSize(2);
    }

    @Test
    void what_a_model_said_is_remembered_for_its_version_and_its_text_alone() {
        read(chain, TEXT);
        InMemoryAnalyst next = analyst(Model.Source.REMOTE, "judge", "2");

        read(chain(next), TEXT);
        read(chain, TEXT + "!");

        assertThat(next.asked()).hasSize(1);
        assertThat(judge.asked()).hasSize(2);
    }

    @Test
    void what_is_remembered_stands_while_the_model_is_down() {
        read(chain, TEXT);
        judge.isUp(false);

        Reading reading = read(chain, TEXT);

        assertThat(readers(reading)).containsOnly(judge.model());
        assertThat(reading.isFallback()).isFalse();
        assertThat(reasons(read(chain, "another text"))).containsExactly(Optional.of(FallbackReason.BREAKER_OPEN));
    }

    @Test
    void a_fallback_is_never_remembered_as_the_chosen_ones() {
        judge.failsWith(FallbackReason.FAILED);
        nearby.failsWith(FallbackReason.FAILED);
        read(chain, TEXT);
        nearby.finds(passage -> Findings.NOTHING.with(GLAD).withLanguage(Guess.none()).withCategory(Guess.none()));
        read(chain, TEXT);
        Reading remembered = read(chain, TEXT);
        assertThat(nearby.asked()).as("failed once, and then said once").hasSize(2);
        assertThat(readers(remembered)).containsOnly(nearby.model());
        assertThat(reasons(remembered)).containsExactly(Optional.of(FallbackReason.FAILED));

        judge.finds(passage -> Findings.NOTHING.with(Sentiment.NEUTRAL).withLanguage(Guess.none()).withCategory(Guess.none()));

        assertThat(readers(read(chain, TEXT))).containsOnly(judge.model());
        assertThat(known.find(rules, Analysis.fingerprint(TEXT), clock.instant())).isEmpty();
        assertThat(known.find(detecting, Analysis.fingerprint(TEXT), clock.instant())).isEmpty();
    }

    @Test
    void of_what_is_remembered_in_part_only_the_rest_is_asked() {
        chain.read(List.of(TEXT), Set.of(Task.SENTIMENT), PATIENCE);

        read(chain, TEXT);

        assertThat(judge.asked()).map(InMemoryAnalyst.Asked::tasks)
                .containsExactly(Set.of(Task.SENTIMENT), Set.of(Task.LANGUAGE, Task.CATEGORY));
    }

    @Test
    void what_analysts_do_is_counted() {
        Analysts counted = chain(new Slow(judge, clock, Duration.ofMillis(300)), nearby);
        counted.read(List.of("a", "b", "c"), ALL, PATIENCE);
        judge.failsWith(FallbackReason.TIMEOUT);
        counted.read(List.of("d", "e"), ALL, PATIENCE);
        counted.read(List.of("a", "f"), ALL, PATIENCE);

        assertThat(counted.use(judge.model()))
                .isEqualTo(new AnalystUse(3, 6, Map.of(FallbackReason.TIMEOUT, 2L), 0, Duration.ofMillis(900)));
        assertThat(counted.use(nearby.model())).isEqualTo(new AnalystUse(2, 3, Map.of(), 0, Duration.ZERO));
        assertThat(counted.use(rules)).isEqualTo(AnalystUse.NONE);
    }

    @Test
    void the_time_of_the_call_stands_at_each_result() {
        Reading reading = read(chain(new Slow(judge, clock, Duration.ofMillis(300))), TEXT);

        assertThat(reading.origins()).extracting(ProducedBy::latency).containsOnly(Duration.ofMillis(300));
    }

    private static Post post(String caption) {
        return new Post(new PostId(new UUID(7, caption.hashCode())), TeamId.CATALOGUE, TeamId.CATALOGUE, new CreatorId(new UUID(7, 7)),
                new PostDraft("key", Optional.empty(), Optional.empty(), caption, Counts.UNKNOWN, Map.of()), "import:a.csv", HandClock.START);
    }

    private static AnalysedPost analysed(Analysts analysts, String caption) {
        Post post = post(caption);
        return new AnalysedPost(post, Optional.of(analysts.analyse(List.of(post), PATIENCE).getFirst()));
    }

    @Test
    void a_post_stays_read_as_long_as_those_are_chosen_who_read_it() {
        AnalysedPost byJudge = analysed(chain, TEXT);
        AnalysedPost byRules = analysed(chain(), TEXT);
        AnalysedPost never = new AnalysedPost(post(TEXT), Optional.empty());
        Analysts withNextVersion = chain(analyst(Model.Source.REMOTE, "judge", "2"));

        assertThat(chain.unread(List.of(byJudge, byRules, never))).containsExactly(byRules.post(), never.post());
        assertThat(chain().unread(List.of(byJudge, byRules, never))).containsExactly(byJudge.post(), never.post());
        assertThat(withNextVersion.unread(List.of(byJudge))).containsExactly(byJudge.post());
        clock.advance(Analysis.LIFETIME);
        assertThat(chain.unread(List.of(byJudge))).containsExactly(byJudge.post());
    }

    @Test
    void a_post_without_words_stays_read_whoever_is_chosen_and_a_fallback_never_does() {
        AnalysedPost blank = analysed(chain(), " ");
        AnalysedPost fellBack = analysed(chain(judge.failsWith(FallbackReason.BUSY)), TEXT);

        assertThat(chain.unread(List.of(blank, fellBack))).containsExactly(fellBack.post());
        assertThat(chain().unread(List.of(blank, fellBack))).containsExactly(fellBack.post());
    }

    @Test
    void anew_even_what_is_remembered_is_asked_again() {
        analysed(chain, TEXT);

        chain.analyse(List.of(post(TEXT)), PATIENCE, true);

        assertThat(judge.asked()).hasSize(2);
    }

    @Test
    void ai_is_what_is_asked_of_a_model_first() {
        InMemoryAnalyst moods = new InMemoryAnalyst(new Model(Model.Source.LOCAL, "tests", "moods", "1"), Set.of(Task.SENTIMENT));

        assertThat(chain.isAi(ALL)).isTrue();
        assertThat(chain().isAi(ALL)).isFalse();
        assertThat(chain(moods).isAi(ALL)).isTrue();
        assertThat(chain(moods).isAi(Set.of(Task.LANGUAGE, Task.CATEGORY))).isFalse();
    }

    /** What a model has of the time that is left while another may have to be asked after it. */
    private static Duration share(Duration left) {
        return left.multipliedBy(2).dividedBy(3);
    }
}
