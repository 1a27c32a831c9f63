package io.tastemaker.domain.content;

import io.tastemaker.domain.content.KeywordMap.PointedPattern;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells by keywords what a text is about. In a text of a known language its own keywords count in full, and those of English by half,
 * because everybody mixes in some; in a text of unknown language those of English in full and all others by half. What is written in other
 * letters than Latin ones, names, emoji and phrases of several words count in full everywhere.
 *
 * <p>The points of all keywords of a text are added up for each category, each keyword once: half as much again in a hashtag, half as much
 * in the name of an account. Ten points make a category as likely as not; in a long text a few more are needed. Each ten points more halve
 * the doubt.
 */
public final class CategoryRules {

    /** A category that is less likely is not mentioned: it is likelier that the text is not about it. */
    public static final double LEAST_CONFIDENCE = 0.5;

    /** Of the rules alone: another one when they tell something else of the same keywords. */
    private static final int RULES = 1;

    private static final Language ENGLISH = new Language("en");

    private final String version;
    private final Map<Language, KeywordLayers> layers;
    private final KeywordLayers otherLanguage;
    private final KeywordLayers unknownLanguage;
    private final KeywordLayers otherScript;

    /**
     * Builds the rules; this takes a moment, reading texts does not.
     *
     * @param version names the keywords; other keywords have another version
     * @param keywords the keywords of all languages; when one of them stands there several times for several categories, all of them count
     */
    public CategoryRules(String version, List<CategoryKeyword> keywords) {
        this.version = Objects.requireNonNull(version, "version");
        List<PointedPattern> anyScript = new ArrayList<>();
        List<PointedPattern> everywhere = new ArrayList<>();
        Map<Language, List<PointedPattern>> byLanguage = new TreeMap<>();
        for (CategoryKeyword keyword : keywords) {
            PointedPattern pattern = new PointedPattern(KeywordPattern.of(keyword.words()), keyword.points());
            List<PointedPattern> latin = keyword.language()
                    .map(language -> byLanguage.computeIfAbsent(language, first -> new ArrayList<>())).orElse(everywhere);
            (isLatin(pattern.pattern().pieces().getFirst()) ? latin : anyScript).add(pattern);
        }
        KeywordMap names = new KeywordMap(ENGLISH.code(), everywhere);
        Map<Language, KeywordMap> maps = new TreeMap<>();
        byLanguage.forEach((language, own) -> maps.put(language, new KeywordMap(language.code(), own)));
        List<KeywordMap> english = maps.containsKey(ENGLISH) ? List.of(maps.get(ENGLISH)) : List.of();
        Map<Language, KeywordLayers> ready = new HashMap<>();
        maps.forEach((language, own) -> ready.put(language,
                new KeywordLayers(List.of(own, names), language.equals(ENGLISH) ? List.of() : english)));
        layers = Map.copyOf(ready);
        otherLanguage = new KeywordLayers(List.of(names), english);
        unknownLanguage = new KeywordLayers(Stream.concat(english.stream(), Stream.of(names)).toList(),
                maps.values().stream().filter(map -> !english.contains(map)).toList());
        otherScript = new KeywordLayers(List.of(new KeywordMap("", anyScript)), List.of());
    }

    private static boolean isLatin(String word) {
        char first = word.charAt(0);
        return first < 0x370 || first >= 0x1E00 && first < 0x1F00;
    }

    /**
     * What the answers depend on besides the text.
     *
     * @return the version of the rules, a dot, and that of the keywords
     */
    public String version() {
        return RULES + "." + version;
    }

    /**
     * Tells what a text is about.
     *
     * @param text any characters; the first {@value Words#MOST_CHARACTERS} are looked at
     * @param language in which it is written, where that is known
     * @return the categories that are at least as likely as not, each with a confidence of its own from {@link #LEAST_CONFIDENCE} to 1, the
     *     likeliest first, of the equally likely the one that stands first in the vocabulary; none when nothing speaks clearly for any
     */
    public Guess<Category> categories(String text, Optional<Language> language) {
        KeywordLayers latin = language.map(known -> layers.getOrDefault(known, otherLanguage)).orElse(unknownLanguage);
        List<Token> tokens = Words.of(text);
        Points points = new Points(KeywordReader.words(tokens));
        new KeywordReader(word -> isLatin(word) ? latin : otherScript, points).read(tokens);
        return points.guess();
    }
}
