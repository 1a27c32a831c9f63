package io.tastemaker.adapters.ai.content;

import java.util.Optional;

/**
 * What is put to a model as one row.
 *
 * @param text a text
 * @param claim what the model judges about it, where it judges claims
 */
record LocalSequence(String text, Optional<String> claim) {

    static LocalSequence of(String text) {
        return new LocalSequence(text, Optional.empty());
    }
}
