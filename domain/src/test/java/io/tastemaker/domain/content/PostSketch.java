package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A post in the making: of what is not said, nothing is known. */
record PostSketch(Optional<Instant> at, String caption, Counts counts, Optional<Reading> reading, Instant seen) {

    static final TeamId TEAM = new TeamId(new UUID(7, 7));
    static final CreatorId CREATOR = new CreatorId(new UUID(3, 3));
    static final Instant SEEN = Instant.parse("2026-05-01T12:00:00Z");
    static final Model RULES = new Model(Model.Source.RULE_BASED, "tastemaker", "lexicon", "1");
    static final PostSketch BARE = new PostSketch(Optional.empty(), "", Counts.UNKNOWN, Optional.empty(), SEEN);

    static ContentProfile profile(List<PostSketch> posts) {
        return profile(posts, Optional.empty());
    }

    static ContentProfile profile(List<PostSketch> posts, Optional<Long> followers) {
        ContentProfiling profiling = new ContentProfiling();
        posts.forEach(post -> profiling.feed(post.drawn()));
        return profiling.profile(TEAM, TEAM, CREATOR, followers, SEEN);
    }

    PostSketch at(String time) {
        return at(Instant.parse(time));
    }

    PostSketch at(Instant time) {
        return new PostSketch(Optional.of(time), caption, counts, reading, seen);
    }

    PostSketch caption(String text) {
        return new PostSketch(at, text, counts, reading, seen);
    }

    PostSketch seen(Instant time) {
        return new PostSketch(at, caption, counts, reading, time);
    }

    PostSketch counts(Counts known) {
        return new PostSketch(at, caption, known.or(counts), reading, seen);
    }

    PostSketch likes(long likes) {
        return counts(new Counts(Optional.of(likes), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    PostSketch comments(long comments) {
        return counts(new Counts(Optional.empty(), Optional.of(comments), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    PostSketch read() {
        return read(reading.orElse(Reading.NONE));
    }

    PostSketch read(Reading known) {
        return new PostSketch(at, caption, counts, Optional.of(known), seen);
    }

    PostSketch feels(Mood mood, double score) {
        return feels(new Sentiment(mood, score, 0.9), by(RULES));
    }

    PostSketch feels(Sentiment sentiment, ProducedBy by) {
        Reading known = reading.orElse(Reading.NONE);
        return read(new Reading(Optional.of(new Attributed<>(sentiment, by)), known.language(), known.category()));
    }

    PostSketch in(String language, double confidence) {
        return in(Guess.of(new Language(language), confidence), by(RULES));
    }

    PostSketch in(Guess<Language> guess, ProducedBy by) {
        Reading known = reading.orElse(Reading.NONE);
        return read(new Reading(known.sentiment(), Optional.of(new Attributed<>(guess, by)), known.category()));
    }

    PostSketch about(Category... categories) {
        return about(new Guess<>(Arrays.stream(categories).map(category -> new Guess.Likely<>(category, 0.8)).toList()), by(RULES));
    }

    PostSketch about(Guess<Category> guess, ProducedBy by) {
        Reading known = reading.orElse(Reading.NONE);
        return read(new Reading(known.sentiment(), known.language(), Optional.of(new Attributed<>(guess, by))));
    }

    static ProducedBy by(Model model) {
        return new ProducedBy(model, Duration.ZERO, Optional.empty());
    }

    static ProducedBy insteadOf(FallbackReason reason, Model model) {
        return new ProducedBy(model, Duration.ofMillis(5), Optional.of(reason));
    }

    AnalysedPost drawn() {
        PostId id = new PostId(new UUID(1, hashCode()));
        PostDraft draft = new PostDraft("key", Optional.empty(), at, caption, counts, Map.of());
        return new AnalysedPost(new Post(id, TEAM, TEAM, CREATOR, draft, "test", seen),
                reading.map(known -> new Analysis(id, Analysis.fingerprint(caption), known, seen)));
    }
}
