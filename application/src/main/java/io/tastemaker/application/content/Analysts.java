package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.KnownReadings;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Attributed;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The chain of analysts: the chosen one is asked first; what it does not answer, the next is asked, then the rules; and what nobody
 * answers is neutral. A result that does not come from the first analyst for its task says so, and why.
 */
final class Analysts {

    private final List<ContentAnalyst> models;
    private final List<ContentAnalyst> own;
    private final KnownReadings known;
    private final InstantSource clock;
    private final Map<Model, AnalystUse> use = new ConcurrentHashMap<>();

    /**
     * A chain.
     *
     * @param models in the order in which they are asked; none when the rules are chosen
     * @param own those of this program that are always there, asked last; the language first, since the others read better when it is known
     * @param known what models said before
     * @param clock for latencies and deadlines
     */
    Analysts(List<ContentAnalyst> models, List<ContentAnalyst> own, KnownReadings known, InstantSource clock) {
        this.models = List.copyOf(models);
        this.own = List.copyOf(own);
        this.known = known;
        this.clock = clock;
    }

    /** The analysts in the order in which they are asked about a task. */
    List<ContentAnalyst> of(Task task) {
        return Stream.concat(models.stream(), own.stream()).filter(analyst -> analyst.tasks().contains(task)).toList();
    }

    /** Whether a model is chosen for one of the tasks, so that its answers are what is sold as AI. */
    boolean isAi(Set<Task> tasks) {
        return tasks.stream().anyMatch(task -> of(task).stream().findFirst().map(chosen -> chosen.model().isAi()).orElse(false));
    }

    /**
     * Reads texts.
     *
     * @param texts any number
     * @param tasks what is asked
     * @param within how long the caller waits; what models do not answer by then, the rules do
     * @return one reading for each text, in their order, with a result for every task
     */
    List<Reading> read(List<String> texts, Set<Task> tasks, Duration within) {
        return read(texts, tasks, within, false);
    }

    private List<Reading> read(List<String> texts, Set<Task> tasks, Duration within, boolean anew) {
        Instant end = clock.instant().plus(within);
        List<Reading> readings = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += ContentAnalyst.MOST_TEXTS) {
            readings.addAll(readSome(texts.subList(from, Math.min(texts.size(), from + ContentAnalyst.MOST_TEXTS)), tasks, end, anew));
        }
        return readings;
    }

    /** Reads posts; the results in their order. */
    List<Analysis> analyse(List<Post> posts, Duration within) {
        return analyse(posts, within, false);
    }

    /** The same; whether models are asked anew, too, about texts that they read lately. */
    List<Analysis> analyse(List<Post> posts, Duration within, boolean anew) {
        Instant now = clock.instant();
        List<String> captions = posts.stream().map(post -> post.content().caption()).toList();
        List<Reading> readings = read(captions, EnumSet.allOf(Task.class), within, anew);
        return IntStream.range(0, posts.size()).mapToObj(i -> Analysis.of(posts.get(i), readings.get(i), now)).toList();
    }

    /** Those posts that are to be read: never read as they are now, too long ago, or not by those that are chosen now. */
    List<Post> unread(List<AnalysedPost> posts) {
        Instant now = clock.instant();
        return posts.stream().filter(post -> !(post.isFresh(now) && isByChosen(post))).map(AnalysedPost::post).toList();
    }

    /** A blank text is asked of no model, whichever is chosen. */
    private boolean isByChosen(AnalysedPost post) {
        Reading reading = post.analysis().map(Analysis::reading).orElse(Reading.NONE);
        return post.post().content().caption().isBlank() || isByChosen(Task.LANGUAGE, reading.language())
                && isByChosen(Task.SENTIMENT, reading.sentiment()) && isByChosen(Task.CATEGORY, reading.category());
    }

    private boolean isByChosen(Task task, Optional<? extends Attributed<?>> result) {
        return result.map(found -> found.by().model()).equals(of(task).stream().findFirst().map(ContentAnalyst::model));
    }

    private List<Reading> readSome(List<String> texts, Set<Task> tasks, Instant end, boolean anew) {
        List<OpenText> open = texts.stream().map(text -> new OpenText(text, tasks)).toList();
        for (ContentAnalyst model : models) {
            List<OpenText> worded = open.stream().filter(text -> !text.isBlank()).toList();
            if (!anew) {
                recall(model, worded);
            }
            ask(model, worded, end);
        }
        own.forEach(analyst -> ask(analyst, open, end));
        return open.stream().map(OpenText::reading).toList();
    }

    private void recall(ContentAnalyst model, List<OpenText> texts) {
        Instant now = clock.instant();
        for (OpenText text : texts) {
            if (!text.open(model.tasks()).isEmpty()) {
                known.find(model.model(), text.fingerprint(), now)
                        .ifPresent(findings -> text.take(findings, model.tasks(), model.model(), Duration.ZERO));
            }
        }
    }

    private void ask(ContentAnalyst analyst, List<OpenText> texts, Instant end) {
        List<OpenText> asked = texts.stream().filter(text -> !text.open(analyst.tasks()).isEmpty()).toList();
        if (asked.isEmpty()) {
            return;
        }
        Set<Task> tasks = asked.stream().flatMap(text -> text.open(analyst.tasks()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Task.class)));
        Instant begun = clock.instant();
        Duration left = Duration.between(begun, end);
        if (analyst.model().isAi() && !left.isPositive()) {
            asked.forEach(text -> text.miss(tasks, FallbackReason.NO_TIME_LEFT));
            return;
        }
        Duration share = isFollowed(analyst, texts) ? left.multipliedBy(2).dividedBy(3) : left;
        ContentAnalyst.Answer answer = analyst.read(asked.stream().map(OpenText::passage).toList(), tasks, share);
        Duration spent = Duration.between(begun, clock.instant());
        Duration latency = spent.isNegative() ? Duration.ZERO : spent;
        switch (answer) {
            case ContentAnalyst.Answer.Unread(FallbackReason reason) -> {
                asked.forEach(text -> text.miss(tasks, reason));
                note(analyst.model(), new AnalystUse(1, asked.size(), Map.of(reason, 1L), 0, latency));
            }
            case ContentAnalyst.Answer.Read(List<Findings> findings) -> {
                long unusable = 0;
                for (int i = 0; i < asked.size(); i++) {
                    unusable += take(analyst.model(), asked.get(i), findings.get(i), tasks, latency);
                }
                note(analyst.model(), new AnalystUse(1, asked.size(), Map.of(), unusable, latency));
            }
        }
    }

    /** Whether other models may have to be asked afterwards: one that hangs must leave them time, or they are as good as down, too. */
    private boolean isFollowed(ContentAnalyst analyst, List<OpenText> texts) {
        return models.contains(analyst) && models.stream().skip(models.indexOf(analyst) + 1L)
                .anyMatch(next -> texts.stream().anyMatch(text -> !text.open(next.tasks()).isEmpty()));
    }

    private void note(Model model, AnalystUse more) {
        use.merge(model, more, AnalystUse::and);
    }

    /** What an analyst did so far. */
    AnalystUse use(Model model) {
        return use.getOrDefault(model, AnalystUse.NONE);
    }

    /** How many results of the answer could not be used. */
    private int take(Model model, OpenText text, Findings findings, Set<Task> tasks, Duration latency) {
        if (model.isAi() && !findings.equals(Findings.NOTHING)) {
            known.keep(model, text.fingerprint(), findings, clock.instant());
        }
        text.take(findings, tasks, model, latency);
        text.miss(tasks, FallbackReason.UNUSABLE_ANSWER);
        return text.open(tasks).size();
    }
}
