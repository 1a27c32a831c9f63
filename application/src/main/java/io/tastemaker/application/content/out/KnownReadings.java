package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import java.time.Instant;
import java.util.Optional;

/**
 * What models said about texts lately, so that they need not be asked twice. Only answers of models are kept, never a fallback. May forget
 * at any time. Safe for use by many threads.
 */
public interface KnownReadings {

    /**
     * What a model said about a text.
     *
     * @param model the model, its version included
     * @param text the fingerprint of the text
     * @param now the time; what is older than {@link io.tastemaker.domain.content.Analysis#LIFETIME} is forgotten
     * @return what it said, or empty when that is not known
     */
    Optional<Findings> find(Model model, String text, Instant now);

    /**
     * Keeps what a model said; what it was asked before and not now stays. All of it is forgotten when the earliest of it is.
     *
     * @param model the model
     * @param text the fingerprint of the text
     * @param findings what it said
     * @param now the time
     */
    void keep(Model model, String text, Findings findings, Instant now);
}
