package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A task as a model is asked it: which rows are made of a text, and what the numbers mean that come back. */
sealed interface LocalTask permits LocalSentiment, LocalLanguage, LocalCategory {

    /** Which task. */
    Task task();

    /** The rows of a text; none when there is nothing to ask about. */
    List<LocalSequence> sequences(String text);

    /** What is said of a text that makes no rows. */
    Findings ofNothing();

    /**
     * What the answers mean.
     *
     * @param logits one row for each of {@link #sequences}, of finite numbers, one for each label
     */
    Findings findings(List<double[]> logits);

    /** Understands the labels of a model; notes what cannot be understood. */
    static Optional<LocalTask> of(Task task, List<String> labels, Path directory, Faults faults) {
        return switch (task) {
            case SENTIMENT -> LocalSentiment.of(labels, directory, faults);
            case LANGUAGE -> LocalLanguage.of(labels, directory, faults);
            case CATEGORY -> LocalCategory.of(labels, directory, faults);
        };
    }
}
