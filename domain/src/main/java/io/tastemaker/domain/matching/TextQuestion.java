package io.tastemaker.domain.matching;

import io.tastemaker.domain.content.CaptionTags;
import io.tastemaker.domain.shared.Coded;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What creators should say of themselves, in their name, handle, biography and the captions of their posts.
 *
 * @param kind what is looked for
 * @param texts at least one, each in the form of {@link Kind#read}
 */
public record TextQuestion(Kind kind, Set<String> texts) {

    /** What is looked for in texts. */
    public enum Kind implements Coded {
        /** Words, or words one after the other; any of the texts will do. */
        KEYWORDS,
        /** Words, or words one after the other; each of the texts must be there, whether in one place or in several. */
        KEYWORDS_ALL,
        /** Hashtags, any of them. */
        HASHTAGS,
        /** Accounts that are named behind {@code @}, any of them. */
        MENTIONS;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads what somebody looks for. Letter case, width and spaces make no difference, nor does the mark before a tag or an account.
         *
         * @param text what was written
         * @return the text to look for, or empty when there is none: keywords have a letter, a digit or an emoji, and the others are one
         *     whole tag or account as a caption would have it
         */
        public Optional<String> read(String text) {
            String plain = normal(normal(text).toLowerCase(Locale.ROOT)).strip().replaceAll("\\s+", " ");
            return switch (this) {
                case KEYWORDS, KEYWORDS_ALL -> Optional.of(plain).filter(Kind::canBeFound);
                case HASHTAGS -> whole(plain, "#", CaptionTags.of("#" + withoutMark(plain, "#")).hashtags());
                case MENTIONS -> whole(plain, "@", CaptionTags.of("@" + withoutMark(plain, "@")).mentions());
            };
        }

        private static String normal(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }

        private static boolean canBeFound(String text) {
            return text.codePoints().anyMatch(sign -> Character.isLetterOrDigit(sign) || Character.isExtendedPictographic(sign));
        }

        private static String withoutMark(String text, String mark) {
            return text.startsWith(mark) ? text.substring(mark.length()) : text;
        }

        private static Optional<String> whole(String text, String mark, List<String> found) {
            String wanted = withoutMark(text, mark);
            return found.equals(List.of(wanted)) ? Optional.of(wanted) : Optional.empty();
        }
    }

    /**
     * Copies the texts.
     *
     * @throws IllegalArgumentException when there is none, or one that cannot be looked for
     */
    public TextQuestion {
        texts = Set.copyOf(texts);
        if (texts.isEmpty() || !texts.stream().allMatch(text -> kind.read(text).filter(text::equals).isPresent())) {
            throw new IllegalArgumentException("a question names at least one text that can be found: " + texts);
        }
    }

    /**
     * The texts as one, equal for equal texts.
     *
     * @return each in quotation marks, in order
     */
    String canonical() {
        return texts.stream().sorted().map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(","));
    }
}
