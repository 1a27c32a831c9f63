package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.CategoryKeyword;
import io.tastemaker.domain.content.CategoryRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The keywords of categories that come with the program, one file per language in the folder {@code category} beside this class. How such a
 * file is written stands in {@code category/README.txt}.
 */
public final class CategoryFiles {

    private static final List<String> LANGUAGES = List.of("und", "ar", "de", "el", "en", "es", "fr", "hi", "it", "ja", "pt");

    private CategoryFiles() {}

    /**
     * Reads them and builds the rules; this takes a moment.
     *
     * @return the rules
     * @throws IllegalStateException for a line that cannot be read, with its file and number
     */
    public static CategoryRules load() {
        List<CategoryKeyword> keywords = new ArrayList<>();
        for (String language : LANGUAGES) {
            keywords.addAll(keywords(language));
        }
        return new CategoryRules(version(), keywords);
    }

    static List<CategoryKeyword> keywords(String language) {
        String name = name(language);
        return new CategoryFile(name, text(name)).keywords(language);
    }

    /** Eight hexadecimal digits: others as soon as a letter of the keywords has changed. */
    private static String version() {
        CRC32 sum = new CRC32();
        for (String language : LANGUAGES) {
            sum.update(text(name(language)).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static String name(String language) {
        return "category/" + language + ".txt";
    }

    private static String text(String name) {
        try (InputStream in = CategoryFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
