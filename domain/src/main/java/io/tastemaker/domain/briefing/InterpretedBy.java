package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Who understood a message.
 *
 * @param source what kind of reader
 * @param provider who runs it, such as {@code tastemaker} or the host of an endpoint
 * @param model its name there
 * @param fallback why it was not the chosen reader, such as {@code timeout}; empty when it was
 */
public record InterpretedBy(Source source, String provider, String model, Optional<String> fallback) {

    /** What kind of reader. */
    public enum Source implements Coded {
        /** The rules of this program. */
        RULES,
        /** A model that runs elsewhere; all that it says is checked by this program. */
        MODEL;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The rules, where they are the ones that were chosen. */
    public static final InterpretedBy RULES = new InterpretedBy(Source.RULES, "tastemaker", "brief-rules-1", Optional.empty());

    /** Checks that nothing is missing. */
    public InterpretedBy {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(fallback, "fallback");
    }

    /**
     * The rules, in place of a reader that did not answer.
     *
     * @param reason why it did not
     * @return the rules as a fallback
     */
    public static InterpretedBy rulesInstead(String reason) {
        return new InterpretedBy(Source.RULES, RULES.provider, RULES.model, Optional.of(reason));
    }
}
