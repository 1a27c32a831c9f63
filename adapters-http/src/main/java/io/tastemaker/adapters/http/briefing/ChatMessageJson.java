package io.tastemaker.adapters.http.briefing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.briefing.InterpretedBy;
import io.tastemaker.domain.briefing.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of a conversation.
 *
 * @param number its place, from 1
 * @param speaker who wrote it
 * @param text what it says
 * @param interpretedBy who understood the message that is answered
 * @param saidBy the actor who wrote it or is answered
 * @param saidAt when
 */
record ChatMessageJson(
        int number,
        @About("person or program") String speaker,
        String text,
        @About("On answers: who understood the message") Optional<ChatInterpreterJson> interpretedBy,
        String saidBy,
        Instant saidAt) {

    /**
     * Who understood a message.
     *
     * @param source rules or model
     * @param provider who runs it
     * @param model its name there
     * @param fallbackUsed whether the chosen one did not answer
     * @param fallbackReason why not
     */
    record ChatInterpreterJson(
            @About("rules or model") String source,
            String provider,
            String model,
            boolean fallbackUsed,
            @About("Why the chosen model did not, such as timeout") Optional<String> fallbackReason) {
        static ChatInterpreterJson of(InterpretedBy by) {
            return new ChatInterpreterJson(by.source().code(), by.provider(), by.model(), by.fallback().isPresent(), by.fallback());
        }
    }

    static ChatMessageJson of(Message message) {
        return new ChatMessageJson(message.number(), message.speaker().code(), message.text(), message.by().map(ChatInterpreterJson::of),
                message.saidBy(), message.at());
    }

    /** Names itself without the words of a person. */
    @Override
    public String toString() {
        return "ChatMessageJson[" + number + "]";
    }
}
