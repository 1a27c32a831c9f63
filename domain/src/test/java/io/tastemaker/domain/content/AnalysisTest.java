package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.PostId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.000001999Z");
    private static final Model RULES = new Model(Model.Source.RULE_BASED, "tastemaker", "rules", "1");
    private static final Model JUDGE = new Model(Model.Source.REMOTE, "models.example", "judge", "7");

    private static Reading mood(Model model, Optional<FallbackReason> fallback) {
        return new Reading(Optional.of(new Attributed<>(Sentiment.NEUTRAL, new ProducedBy(model, Duration.ZERO, fallback))), Optional.empty(),
                Optional.empty());
    }

    private static Analysis analysis(Reading reading) {
        return new Analysis(new PostId(new UUID(1, 1)), Analysis.fingerprint("Sea"), reading, NOON);
    }

    @Test
    void an_analysis_stands_for_seven_days_and_its_own_text() {
        Analysis analysis = analysis(mood(JUDGE, Optional.empty()));
        Instant read = NOON.truncatedTo(ChronoUnit.MICROS);

        assertThat(analysis.at()).isEqualTo(read);
        assertThat(analysis.isFresh("Sea", NOON)).isTrue();
        assertThat(analysis.isFresh("Sea", read.plus(Analysis.LIFETIME).minusNanos(1))).isTrue();
        assertThat(analysis.isFresh("Sea", read.plus(Analysis.LIFETIME))).isFalse();
        assertThat(analysis.isFresh("sea", NOON)).isFalse();
    }

    @Test
    void a_fallback_is_read_again() {
        assertThat(analysis(mood(RULES, Optional.of(FallbackReason.TIMEOUT))).isFresh("Sea", NOON)).isFalse();
        assertThat(analysis(mood(RULES, Optional.empty())).isFresh("Sea", NOON)).isTrue();
    }

    @Test
    void a_post_that_was_never_read_is_not_fresh() {
        Post post = PostSketch.BARE.caption("Sea").drawn().post();

        assertThat(new AnalysedPost(post, Optional.empty()).isFresh(NOON)).isFalse();
        assertThat(new AnalysedPost(post, Optional.of(Analysis.of(post, mood(RULES, Optional.empty()), NOON))).isFresh(NOON)).isTrue();
    }

    @Test
    void equal_texts_have_equal_fingerprints_of_32_digits() {
        assertThat(Analysis.fingerprint("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
        assertThat(Analysis.fingerprint("Señor 😀")).hasSize(32).isEqualTo(Analysis.fingerprint("Se" + "ñor 😀"))
                .isNotEqualTo(Analysis.fingerprint("Senor 😀"));
    }

    @Test
    void a_report_adds_up_whatever_the_batches() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            readings.add(mood(i % 3 == 0 ? RULES : JUDGE, i % 3 == 0 ? Optional.of(FallbackReason.TIMEOUT) : Optional.empty()));
        }
        readings.add(new Reading(readings.get(1).sentiment(), Optional.of(new Attributed<>(Guess.of(new Language("en"), 1),
                new ProducedBy(JUDGE, Duration.ZERO, Optional.empty()))), Optional.empty()));
        ContentAnalysis.Report whole = ContentAnalysis.Report.NONE.with(readings, 5).withProfiles(3);

        assertThat(whole).isEqualTo(new ContentAnalysis.Report(11, 5, Map.of(RULES, 4L, JUDGE, 7L), Map.of(FallbackReason.TIMEOUT, 4L), 3));
        for (int cut = 0; cut <= readings.size(); cut++) {
            assertThat(ContentAnalysis.Report.NONE.with(readings.subList(0, cut), 2).withProfiles(1)
                    .with(readings.subList(cut, readings.size()), 3).withProfiles(2)).isEqualTo(whole);
        }
    }

    @Test
    void a_report_cannot_be_changed_from_outside() {
        assertThatThrownBy(() -> ContentAnalysis.Report.NONE.models().put(RULES, 1L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_line_of_a_log_has_the_time_as_it_is_kept() {
        assertThat(new LogLine(NOON, LogLine.Level.INFO, "begins").at()).isEqualTo(Instant.parse("2026-06-01T12:00:00.000001Z"));
    }
}
