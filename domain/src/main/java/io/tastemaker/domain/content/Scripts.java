package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Language;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;

/** Guesses a language by the letters alone. */
final class Scripts {

    private static final Language ENGLISH = new Language("en");
    private static final Language ARABIC = new Language("ar");
    private static final Language HINDI = new Language("hi");

    private Scripts() {}

    /** The language that most texts in the script of most of the words are written in, as far as we read it. */
    static Optional<Language> likelyLanguage(List<Token> tokens) {
        int latin = 0;
        int arabic = 0;
        int devanagari = 0;
        int words = 0;
        for (Token token : tokens) {
            if (token.isWord()) {
                UnicodeScript script = UnicodeScript.of(token.text().codePointAt(0));
                latin += script == UnicodeScript.LATIN ? 1 : 0;
                arabic += script == UnicodeScript.ARABIC ? 1 : 0;
                devanagari += script == UnicodeScript.DEVANAGARI ? 1 : 0;
                words++;
            }
        }
        int half = words / 2;
        if (latin > half) {
            return Optional.of(ENGLISH);
        }
        return arabic > half ? Optional.of(ARABIC) : devanagari > half ? Optional.of(HINDI) : Optional.empty();
    }
}
