package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One message of a conversation.
 *
 * @param number its place, from 1
 * @param speaker who wrote it
 * @param saidBy the label of the actor who wrote it, or to whom the program answers
 * @param text what it says, 1 to 20,000 characters
 * @param by who understood the message that is answered; on answers of the program only
 * @param at when
 */
public record Message(int number, Speaker speaker, String saidBy, String text, Optional<InterpretedBy> by, Instant at) {

    /** Who writes. */
    public enum Speaker implements Coded {
        /** Somebody of the team. */
        PERSON,
        /** The program. */
        PROGRAM;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the number and the text. */
    public Message {
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(saidBy, "saidBy");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        if (number < 1) {
            throw new IllegalArgumentException("messages are counted from 1: " + number);
        }
        if (text.isBlank() || Characters.count(text) > 20_000) {
            throw new IllegalArgumentException("a message has 1 to 20,000 characters");
        }
    }

    /** Shows who wrote and not what: it is a person's word. */
    @Override
    public String toString() {
        return "Message[" + number + " of " + speaker.code() + "]";
    }
}
