package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Language;
import java.text.Normalizer;

/** How the words of a language are made comparable: the ways of writing that its speakers take for the same. */
enum WordForms {
    /** Accents may be missing or wrong: {@code increible}. */
    LATIN {
        @Override
        String key(String word) {
            return withoutAccents(word);
        }
    },
    /** Umlauts may be spelled out, but {@code schon} is not {@code schön}. */
    GERMAN {
        @Override
        String key(String word) {
            return word.indexOf('ä') < 0 && word.indexOf('ö') < 0 && word.indexOf('ü') < 0 ? word
                    : word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        }
    },
    /** Vowel signs are mostly left out, and four letters are written in several ways. */
    ARABIC {
        @Override
        String key(String word) {
            return ArabicWords.plain(word);
        }

        @Override
        Sense search(Vocabulary vocabulary, String key) {
            return ArabicWords.search(vocabulary, key);
        }
    },
    /** Nasal signs go by taste, and in Latin letters everybody spells by ear. */
    HINDI {
        @Override
        String key(String word) {
            return HindiWords.plain(word);
        }
    };

    /** The forms of a language. */
    static WordForms of(Language language) {
        return switch (language.code()) {
            case "de" -> GERMAN;
            case "ar" -> ARABIC;
            case "hi" -> HINDI;
            default -> LATIN;
        };
    }

    /** What a word has in common with its other spellings. */
    abstract String key(String word);

    /** Looks for a word that is not in the vocabulary as it stands: stems, where the language hangs much onto them. */
    Sense search(Vocabulary vocabulary, String key) {
        return Sense.NONE;
    }

    private static String withoutAccents(String word) {
        if (isAscii(word)) {
            return word;
        }
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < 0x300 || c > 0x36F) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
