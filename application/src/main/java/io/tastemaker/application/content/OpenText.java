package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyst.Passage;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Attributed;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.ProducedBy;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Language;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A text on its way along the chain: what is known of it so far, what is still open, and who has failed on it. Used by one thread. */
final class OpenText {

    private final String text;
    private final Set<Task> tasks;
    private final Map<Task, FallbackReason> missed = new EnumMap<>(Task.class);
    private Reading reading = Reading.NONE;

    OpenText(String text, Set<Task> tasks) {
        this.text = text;
        this.tasks = tasks;
    }

    /** Whether there is nothing to be read, so that no model is asked. */
    boolean isBlank() {
        return text.isBlank();
    }

    String fingerprint() {
        return Analysis.fingerprint(text);
    }

    /** The tasks among some that nobody has done yet. */
    Set<Task> open(Set<Task> some) {
        Set<Task> open = EnumSet.noneOf(Task.class);
        for (Task task : tasks) {
            boolean isDone = switch (task) {
                case LANGUAGE -> reading.language().isPresent();
                case SENTIMENT -> reading.sentiment().isPresent();
                case CATEGORY -> reading.category().isPresent();
            };
            if (!isDone && some.contains(task)) {
                open.add(task);
            }
        }
        return open;
    }

    Passage passage() {
        Optional<Language> language = reading.language().flatMap(known -> known.value().best()).map(Guess.Likely::value);
        return new Passage(text, language);
    }

    /** Takes what an analyst found for the tasks that are open. */
    void take(Findings findings, Set<Task> asked, Model model, Duration latency) {
        for (Task task : open(asked)) {
            ProducedBy by = new ProducedBy(model, latency, Optional.ofNullable(missed.get(task)));
            reading = switch (task) {
                case LANGUAGE -> new Reading(reading.sentiment(), findings.language().map(found -> new Attributed<>(found, by)),
                        reading.category());
                case SENTIMENT -> new Reading(findings.sentiment().map(found -> new Attributed<>(found, by)), reading.language(),
                        reading.category());
                case CATEGORY -> new Reading(reading.sentiment(), reading.language(),
                        findings.category().map(found -> new Attributed<>(found, by)));
            };
        }
    }

    /** Notes why an analyst did not answer the tasks that are open; of several the first reason is told, that of the chosen one. */
    void miss(Set<Task> asked, FallbackReason reason) {
        open(asked).forEach(task -> missed.putIfAbsent(task, reason));
    }

    /** What is known now; what nobody answered is neutral. */
    Reading reading() {
        take(new Findings(Optional.of(Sentiment.NEUTRAL), Optional.of(Guess.none()), Optional.of(Guess.none())), tasks, Model.DEFAULTS,
                Duration.ZERO);
        return reading;
    }
}
