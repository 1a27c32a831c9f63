package io.tastemaker.application.briefing.out;

import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.briefing.BriefReading;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.briefing.InterpretedBy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Understands messages: the rules of this program, or a model elsewhere. Never throws because of what it is given or what it is answered.
 * Safe for use by many threads. Not to be used inside a transaction.
 */
public interface BriefInterpreter {

    /**
     * Reads a message.
     *
     * @param question what is asked
     * @param within how long the caller waits; whatever the interpreter does ends by then
     * @return what was understood, or why nothing was
     */
    Answer read(Question question, Duration within);

    /**
     * A message and what is known.
     *
     * @param text what was said, 1 to 4,000 characters
     * @param draft what is known
     * @param asked which question it may answer
     * @param today the day on which it was said
     */
    record Question(String text, BriefDraft draft, Optional<BriefTopic> asked, LocalDate today) {
        /** Checks that nothing is missing. */
        public Question {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(draft, "draft");
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(today, "today");
        }

        /** Shows that something was said and not what. */
        @Override
        public String toString() {
            return "Question[" + text.length() + " characters, " + asked + ", " + today + "]";
        }
    }

    /** What came of it. */
    sealed interface Answer {
        /**
         * It answered; every change fits the draft.
         *
         * @param reading what was understood
         * @param by who understood it
         */
        record Read(BriefReading reading, InterpretedBy by) implements Answer {}

        /**
         * It did not.
         *
         * @param reason why, in snake_case, such as {@code timeout}
         */
        record Unread(String reason) implements Answer {}
    }
}
