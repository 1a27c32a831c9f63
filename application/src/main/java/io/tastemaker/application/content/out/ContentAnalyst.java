package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads texts: rules, a model in this program or one elsewhere. Never throws because of what it is given or what it is answered: a model
 * that is down is an answer too. Safe for use by many threads. Not to be used inside a transaction.
 */
public interface ContentAnalyst {

    /** The most texts of one call. */
    int MOST_TEXTS = 16;

    /** The most characters (UTF-16 units) of a text that are looked at; the rest is left out. */
    int MOST_CHARACTERS = 10_000;

    /**
     * Who answers.
     *
     * @return the same at every call
     */
    Model model();

    /**
     * What it can read.
     *
     * @return at least one task
     */
    Set<Task> tasks();

    /**
     * Whether it answers at present.
     *
     * @return false while it failed several times in a row and is not asked
     */
    boolean isUp();

    /**
     * Reads some texts.
     *
     * @param texts 1 to {@link #MOST_TEXTS}, of any content
     * @param tasks what is asked, some of {@link #tasks()}
     * @param within how long the caller waits; whatever the analyst does ends by then
     * @return one finding for each text, in their order, or why there is none
     */
    Answer read(List<Passage> texts, Set<Task> tasks, Duration within);

    /**
     * A text.
     *
     * @param text any characters, the empty text included
     * @param language in which it is written, where that is known already
     */
    record Passage(String text, Optional<Language> language) {
        /** Checks that nothing is missing. */
        public Passage {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(language, "language");
        }
    }

    /** What came of asking. */
    sealed interface Answer {
        /**
         * It answered.
         *
         * @param findings one for each text in their order; what could not be used of an answer is missing there
         */
        record Read(List<Findings> findings) implements Answer {
            /** Copies the list. */
            public Read {
                findings = List.copyOf(findings);
            }
        }

        /**
         * It did not.
         *
         * @param reason why
         */
        record Unread(FallbackReason reason) implements Answer {}
    }
}
