package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.SentimentLexicon;
import io.tastemaker.domain.content.SentimentTerm;
import io.tastemaker.domain.content.SentimentTerm.Contrast;
import io.tastemaker.domain.content.SentimentTerm.Degree;
import io.tastemaker.domain.content.SentimentTerm.Effect;
import io.tastemaker.domain.content.SentimentTerm.Feeling;
import io.tastemaker.domain.content.SentimentTerm.Negation;
import io.tastemaker.domain.content.SentimentTerm.Reach;
import io.tastemaker.domain.shared.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads one lexicon of moods. The format is described in {@code sentiment/README.txt}. */
final class SentimentFile {

    private final String name;
    private final String text;
    private final Map<String, List<String>> endings = new HashMap<>();
    private final List<SentimentTerm> written = new ArrayList<>();
    private final List<SentimentTerm> inflected = new ArrayList<>();
    private final Set<String> felt = new HashSet<>();
    private Optional<Language> borrows = Optional.empty();

    SentimentFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Reads it; what is written out counts more than what an ending gave. */
    SentimentLexicon lexicon(String code) {
        List<String> lines = text.lines().toList();
        String head = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                head = read(line, head);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(name + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        List<SentimentTerm> terms = new ArrayList<>(written);
        terms.addAll(inflected);
        return new SentimentLexicon(new Language(code), version(), borrows, terms);
    }

    private String version() {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Reads a line; one that begins with a blank goes on with what the head before it began. */
    private String read(String line, String headBefore) {
        boolean goesOn = line.charAt(0) == ' ';
        int colon = goesOn ? -1 : line.indexOf(": ");
        if (goesOn ? headBefore.isEmpty() : colon < 1) {
            throw new IllegalArgumentException("a line begins with what its words do and a colon: " + line.strip());
        }
        String head = goesOn ? headBefore : line.substring(0, colon);
        String rest = line.substring(colon + 1).strip();
        String[] words = head.split(" ");
        switch (words[0]) {
            case "borrows" -> borrows = Optional.of(new Language(rest));
            case "endings" -> addEndings(words, rest);
            case "negates" -> addAll(rest, new Negation(reach(words, 1)));
            case "degree" -> addAll(rest, new Degree(number(words.length > 1 ? words[1] : ""), reach(words, 2)));
            case "contrast" -> addAll(rest, new Contrast());
            default -> addAll(rest, new Feeling(number(head)));
        }
        return head;
    }

    private void addEndings(String[] head, String rest) {
        if (head.length != 2 || endings.putIfAbsent(head[1], List.of(rest.split("\\s+"))) != null) {
            throw new IllegalArgumentException("endings have one name of their own");
        }
    }

    private static Reach reach(String[] head, int at) {
        return head.length > at ? Reach.valueOf(head[at].toUpperCase(Locale.ROOT)) : Reach.AHEAD;
    }

    private static double number(String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("neither a weight nor a known word before the colon: " + number, e);
        }
    }

    private void addAll(String rest, Effect effect) {
        for (String item : rest.split(",")) {
            if (!item.isBlank()) {
                add(item.strip(), effect);
            }
        }
    }

    private void add(String item, Effect effect) {
        int cut = item.indexOf('~');
        if (cut < 0) {
            if (effect instanceof Feeling && !felt.add(item.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("it stands there twice: " + item);
            }
            written.add(new SentimentTerm(item, effect));
            return;
        }
        String stem = item.substring(0, cut);
        int end = item.indexOf(' ', cut) < 0 ? item.length() : item.indexOf(' ', cut);
        String tail = item.substring(end);
        for (String family : item.substring(cut + 1, end).split("~")) {
            List<String> known = Optional.ofNullable(endings.get(family))
                    .orElseThrow(() -> new IllegalArgumentException("no endings of this name: " + family));
            known.forEach(ending -> inflected.add(new SentimentTerm(stem + (ending.equals("-") ? "" : ending) + tail, effect)));
        }
    }
}
