package io.tastemaker.adapters.ai.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads texts with a model that runs in this program, which can do one task. */
final class LocalAnalyst implements ContentAnalyst {

    private final Model model;
    private final LocalTask task;
    private final LocalModel weights;
    private final LocalRoom room;
    private final LocalBreaker breaker;

    private LocalAnalyst(Model model, LocalTask task, LocalModel weights, LocalRoom room, LocalBreaker breaker) {
        this.model = model;
        this.task = task;
        this.weights = weights;
        this.room = room;
        this.breaker = breaker;
    }

    static ContentAnalyst of(Model model, LocalTask task, LocalModel weights, LocalRoom room, LocalBreaker breaker) {
        return new LocalAnalyst(model, task, weights, room, breaker);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(task.task());
    }

    @Override
    public boolean isUp() {
        return breaker.isUp() && !room.isClosed();
    }

    @Override
    public Answer read(List<Passage> texts, Set<Task> tasks, Duration within) {
        if (texts.isEmpty() || texts.size() > MOST_TEXTS || !tasks().containsAll(tasks)) {
            throw new IllegalArgumentException("can be asked for " + tasks() + " of 1 to " + MOST_TEXTS + " texts, not for "
                    + tasks + " of " + texts.size());
        }
        if (tasks.isEmpty()) {
            return new Answer.Read(texts.stream().map(text -> Findings.NOTHING).toList());
        }
        List<List<LocalSequence>> rows = texts.stream().map(text -> task.sequences(LocalText.wellFormed(text.text()))).toList();
        List<LocalSequence> all = rows.stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return new Answer.Read(rows.stream().map(none -> task.ofNothing()).toList());
        }
        if (!within.isPositive()) {
            return new Answer.Unread(FallbackReason.NO_TIME_LEFT);
        }
        return breaker.letsThrough() ? ask(rows, all, within) : new Answer.Unread(FallbackReason.BREAKER_OPEN);
    }

    private Answer ask(List<List<LocalSequence>> rows, List<LocalSequence> all, Duration within) {
        Optional<FallbackReason> failure = Optional.of(FallbackReason.FAILED);
        try {
            List<Findings> findings = findings(rows, room.work(within, stop -> weights.logits(all, stop)));
            failure = Optional.empty();
            return new Answer.Read(findings);
        } catch (NoLogits none) {
            failure = Optional.of(none.reason());
            return new Answer.Unread(none.reason());
        } finally {
            failure.ifPresentOrElse(breaker::failed, breaker::succeeded);
        }
    }

    /** A text whose numbers are none, or that was not come to in time, is left out; when there is no other text, there is no answer. */
    private List<Findings> findings(List<List<LocalSequence>> rows, List<double[]> logits) throws NoLogits {
        List<Findings> findings = new ArrayList<>();
        boolean usable = false;
        int next = 0;
        for (List<LocalSequence> row : rows) {
            List<double[]> own = logits.subList(next, next + row.size());
            next += row.size();
            findings.add(row.isEmpty() ? task.ofNothing() : isUsable(own) ? task.findings(own) : Findings.NOTHING);
            usable |= !row.isEmpty() && isUsable(own);
        }
        if (!usable) {
            throw new NoLogits(FallbackReason.UNUSABLE_ANSWER);
        }
        return findings;
    }

    private static boolean isUsable(List<double[]> rows) {
        return rows.stream().allMatch(row -> row.length > 0 && Arrays.stream(row).allMatch(Double::isFinite));
    }
}
