package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.shared.Language;

/** Tells in which language a text is written. No network; safe for use by many threads. */
public interface LanguageDetector {

    /**
     * What the detector is.
     *
     * @return name and version, such as {@code lingua 1.2.2}, the mode it works in included
     */
    String version();

    /**
     * Looks at a text. Links, mentions and emoji say nothing about its language.
     *
     * @param text any characters; of a long text only the beginning is looked at
     * @return the languages it may be, the likeliest first, with confidences that add up to 1 at most; none where there are no words
     */
    Guess<Language> detect(String text);
}
