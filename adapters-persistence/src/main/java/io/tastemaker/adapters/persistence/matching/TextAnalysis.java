package io.tastemaker.adapters.persistence.matching;

import java.text.Normalizer;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/**
 * How texts become words, of creators and of questions alike. Words are divided as Unicode says, Thai and its neighbours by dictionary, and
 * case, width and accents are folded. Chinese, Japanese and Korean signs are words of one sign each: several in a question are a phrase, so
 * they are found anywhere, and no dictionary has to agree with itself.
 */
final class TextAnalysis extends Analyzer {

    /** A phrase does not go on from one text of a creator into the next. */
    private static final int BETWEEN_TEXTS = 100;

    /** Signs that Unicode takes for the inside of a word, and that join words in handles and hurried captions. */
    private static final String JOINTS = "._:'’·‧․﹒﹕";

    private static final QueryBuilder QUESTIONS = new QueryBuilder(new TextAnalysis());

    @Override
    protected TokenStreamComponents createComponents(String field) {
        ICUTokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        return new TokenStreamComponents(words, new ICUFoldingFilter(words));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return BETWEEN_TEXTS;
    }

    /** A question for the words of a text one after the other; empty when it has none. */
    static Optional<Query> phrase(String field, String text) {
        return Optional.ofNullable(QUESTIONS.createPhraseQuery(field, divided(text)));
    }

    /** A text as it is to be analysed. */
    static String divided(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder divided = new StringBuilder(composed.length() + 16);
        composed.codePoints().forEach(sign -> {
            if (JOINTS.indexOf(sign) >= 0) {
                divided.append(' ');
            } else if (standsAlone(sign)) {
                divided.append(' ').appendCodePoint(sign).append(' ');
            } else {
                divided.appendCodePoint(sign);
            }
        });
        return divided.toString();
    }

    private static boolean standsAlone(int sign) {
        return sign >= 0x1100 && switch (Character.UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    /** A tag or a name as one word. */
    static String folded(String tag) {
        return ICUFoldingFilter.NORMALIZER.normalize(tag);
    }
}
