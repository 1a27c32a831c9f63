package io.tastemaker.application.billing.out;

import io.tastemaker.domain.billing.Notice;

/** Reads what the payment provider sends us, and believes only what it signed. */
public interface SignedNotices {

    /** What was read. */
    sealed interface Reading {
        /**
         * The provider sent it.
         *
         * @param notice what it says; with a fault when it is signed and cannot be read all the same
         */
        record Genuine(Notice notice) implements Reading {}

        /**
         * Nobody knows who sent it, or when.
         *
         * @param reason why it is not believed, for people
         */
        record Doubtful(String reason) implements Reading {}
    }

    /**
     * Reads a message.
     *
     * @param body the bytes as they came
     * @param signature the header that signs them; empty when there was none
     * @return what was read
     * @throws io.tastemaker.domain.access.Refusal.NotConfigured when there is no secret to check it with
     */
    Reading read(byte[] body, String signature);
}
