package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.CategoryKeyword;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keywords of one language. The format is described in {@code category/README.txt}. */
final class CategoryFile {

    private static final String EVERY_LANGUAGE = "und";
    private static final String NOTHING = "nothing";

    private final String name;
    private final String text;
    private final List<CategoryKeyword> keywords = new ArrayList<>();
    private final Map<String, Set<Category>> said = new HashMap<>();
    private Optional<Map<Category, Integer>> points = Optional.empty();

    CategoryFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Reads it; {@code und} stands for the keywords of every language. */
    List<CategoryKeyword> keywords(String code) {
        Optional<Language> language = code.equals(EVERY_LANGUAGE) ? Optional.empty() : Optional.of(new Language(code));
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                read(lines.get(i), language);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(name + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(keywords);
    }

    private void read(String line, Optional<Language> language) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        boolean goesOn = line.charAt(0) == ' ';
        int colon = goesOn ? -1 : line.indexOf(':');
        if (goesOn ? points.isEmpty() : colon < 1) {
            throw new IllegalArgumentException("a line begins with categories and their points, and a colon: " + line.strip());
        }
        Map<Category, Integer> each = goesOn ? points.orElseThrow() : head(line.substring(0, colon));
        points = Optional.of(each);
        for (String words : line.substring(colon + 1).split(",")) {
            if (!words.isBlank()) {
                add(new CategoryKeyword(language, words.strip(), each));
            }
        }
    }

    private static Map<Category, Integer> head(String head) {
        Map<Category, Integer> points = new EnumMap<>(Category.class);
        if (head.equals(NOTHING)) {
            return points;
        }
        String[] parts = head.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            String code = parts[i];
            Category category = Coded.find(Category.class, code).orElseThrow(() -> new IllegalArgumentException("no category: " + code));
            if (i + 1 == parts.length || points.put(category, number(parts[i + 1])) != null) {
                throw new IllegalArgumentException("behind each category, named once, stand its points: " + head);
            }
        }
        return points;
    }

    private static int number(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("points are a whole number: " + number, e);
        }
    }

    private void add(CategoryKeyword keyword) {
        Set<Category> before = said.get(keyword.words());
        Set<Category> now = keyword.points().keySet();
        if (before != null && (before.isEmpty() || now.isEmpty() || now.stream().anyMatch(before::contains))) {
            throw new IllegalArgumentException("it stands there twice: " + keyword.words());
        }
        said.computeIfAbsent(keyword.words(), words -> new HashSet<>()).addAll(now);
        keywords.add(keyword);
    }
}
