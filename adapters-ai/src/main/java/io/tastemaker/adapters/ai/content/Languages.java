package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.shared.Language;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the codes of languages. */
final class Languages {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{2,3}");

    private Languages() {}

    /** Empty for what does not look like a code. */
    static Optional<Language> of(String code) {
        return Optional.of(code).filter(text -> SHAPE.matcher(text).matches()).map(Language::new);
    }
}
