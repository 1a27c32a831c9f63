package io.tastemaker.application.operations.out;

import io.tastemaker.application.shared.Letter;

/** Takes letters to the people. */
public interface MailTransport {

    /** What became of a letter. */
    sealed interface Delivery {
        /** It is on its way, or there. */
        record Delivered() implements Delivery {}

        /**
         * It was refused for good; another attempt would end like this one.
         *
         * @param reason why, without personal data
         */
        record Rejected(String reason) implements Delivery {}

        /**
         * It could not be handed over now; another attempt may succeed.
         *
         * @param reason why, without personal data
         */
        record Failed(String reason) implements Delivery {}
    }

    /**
     * Hands over a letter, within half a minute. May be called again with the same letter, when nobody knows how the last time ended.
     *
     * @param messageId 1 to 64 letters, digits and dashes; the same at every attempt, so that who receives the letter twice can tell
     * @param letter the letter
     * @return what became of it
     */
    Delivery deliver(String messageId, Letter letter);
}
