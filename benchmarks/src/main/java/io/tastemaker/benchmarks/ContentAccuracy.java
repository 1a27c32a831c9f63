package io.tastemaker.benchmarks;

import io.tastemaker.adapters.ai.content.CategoryFiles;
import io.tastemaker.adapters.ai.content.SentimentFiles;
import io.tastemaker.domain.content.CategoryRules;
import io.tastemaker.domain.content.SentimentRules;
import io.tastemaker.domain.shared.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well and how fast the rules read: moods, languages and categories against texts whose labels are known, then the pace of the rules
 * for moods and categories together on one core. The files are not part of the program; their folder is the only argument.
 */
public final class ContentAccuracy {

    private static final int ROUNDS = 7;

    private ContentAccuracy() {}

    public static void main(String[] args) throws IOException {
        String[] folder = {args.length > 0 ? args[0] : "../shared/data"};
        SentimentAccuracy.main(folder);
        System.out.println();
        LanguageAccuracy.main(folder);
        System.out.println();
        CategoryAccuracy.main(folder);
        System.out.println();
        pace(Path.of(folder[0]));
    }

    private record Sample(String words, Optional<Language> language) {}

    private static void pace(Path folder) throws IOException {
        SentimentRules sentiment = SentimentFiles.load();
        CategoryRules category = CategoryFiles.load();
        List<Sample> tweets = LabelledTexts.read(folder.resolve("sentiment/tweeteval_en_dev.csv")).stream()
                .map(row -> new Sample(row.get("text"), Optional.of(new Language(row.get("lang"))))).toList();
        List<Sample> several = LabelledTexts.read(folder.resolve("sentiment/umsab_multi_dev.csv")).stream()
                .map(row -> new Sample(row.get("text"), Optional.of(new Language(row.get("lang"))))).toList();
        List<Sample> captions = LabelledTexts.read(folder.resolve("posts/instagram_natgeo_500.csv")).stream()
                .map(row -> new Sample(row.get("post_caption"), Optional.of(new Language("en")))).toList();
        System.out.println("rules for moods and categories together, one core, posts a second (median of " + ROUNDS + " rounds after warm-up)");
        print("English tweets", tweets, sentiment, category);
        print("tweets in seven languages", several, sentiment, category);
        print("long English captions", captions, sentiment, category);
    }

    private static void print(String name, List<Sample> texts, SentimentRules sentiment, CategoryRules category) {
        int mean = (int) texts.stream().mapToInt(text -> text.words().length()).average().orElse(0);
        double[] paces = IntStream.range(0, 2 * ROUNDS).mapToDouble(round -> pace(texts, sentiment, category)).skip(ROUNDS).sorted().toArray();
        System.out.printf(Locale.ROOT, "  %-28s %,9.0f  (mean length %d characters)%n", name, paces[ROUNDS / 2], mean);
    }

    private static double pace(List<Sample> texts, SentimentRules sentiment, CategoryRules category) {
        long begun = System.nanoTime();
        int count = 0;
        int found = 0;
        while (System.nanoTime() - begun < 500_000_000L) {
            for (Sample text : texts) {
                found += sentiment.sentiment(text.words(), text.language()).confidence() > 0 ? 1 : 0;
                found += category.categories(text.words(), text.language()).likely().size();
                count++;
            }
        }
        if (found == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return count / ((System.nanoTime() - begun) / 1e9);
    }
}
