package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Finds what it is told to find, or fails as it is told to; and remembers what it was asked. */
public final class InMemoryAnalyst implements ContentAnalyst {

    private static final Findings USUAL = Findings.NOTHING.with(new Sentiment(Mood.POSITIVE, 0.75, 0.75))
            .withLanguage(Guess.of(new Language("en"), 0.75)).withCategory(Guess.of(Category.PHOTOGRAPHY, 0.75));

    /**
     * What was asked.
     *
     * @param texts the texts
     * @param tasks what was asked about them
     * @param within how long the caller was ready to wait
     */
    public record Asked(List<Passage> texts, Set<Task> tasks, Duration within) {}

    private final Model model;
    private final Set<Task> tasks;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Passage, Findings> reader = text -> USUAL;
    private volatile Optional<FallbackReason> failure = Optional.empty();
    private volatile boolean up = true;

    /** Is up, and finds the same in every text. */
    public InMemoryAnalyst(Model model, Set<Task> tasks) {
        this.model = model;
        this.tasks = Set.copyOf(tasks);
    }

    /** From now on it finds this; of what it finds it tells what is asked. */
    public InMemoryAnalyst finds(Function<Passage, Findings> findings) {
        reader = findings;
        failure = Optional.empty();
        return this;
    }

    /** From now on it does not answer. */
    public InMemoryAnalyst failsWith(FallbackReason reason) {
        failure = Optional.of(reason);
        return this;
    }

    /** From now on it is not asked any more, or is again. */
    public InMemoryAnalyst isUp(boolean whether) {
        up = whether;
        return this;
    }

    /** What was asked so far, and reached it. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Set<Task> tasks() {
        return tasks;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public Answer read(List<Passage> texts, Set<Task> wanted, Duration within) {
        if (texts.isEmpty() || texts.size() > MOST_TEXTS || !tasks.containsAll(wanted)) {
            throw new IllegalArgumentException("asked for " + wanted + " of " + texts.size() + " texts");
        }
        if (!within.isPositive()) {
            return new Answer.Unread(FallbackReason.NO_TIME_LEFT);
        }
        if (!up) {
            return new Answer.Unread(FallbackReason.BREAKER_OPEN);
        }
        asked.add(new Asked(List.copyOf(texts), Set.copyOf(wanted), within));
        return failure.<Answer>map(Answer.Unread::new)
                .orElseGet(() -> new Answer.Read(texts.stream().map(text -> only(wanted, reader.apply(text))).toList()));
    }

    private static Findings only(Set<Task> wanted, Findings found) {
        return new Findings(found.sentiment().filter(any -> wanted.contains(Task.SENTIMENT)),
                found.language().filter(any -> wanted.contains(Task.LANGUAGE)), found.category().filter(any -> wanted.contains(Task.CATEGORY)));
    }
}
