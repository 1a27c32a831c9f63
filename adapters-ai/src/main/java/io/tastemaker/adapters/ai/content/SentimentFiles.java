package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.SentimentLexicon;
import io.tastemaker.domain.content.SentimentRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The lexicons of moods that come with the program, one file per language in the folder {@code sentiment} beside this class. How such a
 * file is written stands at the head of {@code sentiment/README.txt}.
 */
public final class SentimentFiles {

    private static final List<String> LANGUAGES = List.of("und", "ar", "de", "en", "es", "fr", "hi", "it", "pt");

    private SentimentFiles() {}

    /**
     * Reads all of them and makes the rules ready; takes part of a second.
     *
     * @return the rules of all languages
     * @throws IllegalStateException if a file is missing or cannot be understood; names the file and the line
     */
    public static SentimentRules load() {
        return new SentimentRules(LANGUAGES.stream().map(SentimentFiles::lexicon).toList());
    }

    static SentimentLexicon lexicon(String code) {
        String name = "sentiment/" + code + ".txt";
        try (InputStream file = SentimentFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new SentimentFile(name, new String(file.readAllBytes(), StandardCharsets.UTF_8)).lexicon(code);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
