package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Language;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The language of a text: the labels of the model are language tags. What is none stands for "none of these" and is not guessed. */
record LocalLanguage(List<Optional<Language>> labels) implements LocalTask {

    /** What is less likely than this is noise. */
    private static final double LEAST = 0.01;

    private static final int MOST = 3;

    private static final Comparator<Guess.Likely<Language>> LIKELIEST_FIRST =
            Comparator.comparingDouble((Guess.Likely<Language> likely) -> -likely.confidence()).thenComparing(Guess.Likely::value);

    static Optional<LocalTask> of(List<String> names, Path directory, Faults faults) {
        List<Optional<Language>> languages = names.stream().map(LanguageTags::read).toList();
        if (languages.stream().noneMatch(Optional::isPresent)) {
            faults.add(directory, "id2label of config.json must name languages, such as pt, and names " + names);
            return Optional.empty();
        }
        return Optional.of(new LocalLanguage(languages));
    }

    @Override
    public Task task() {
        return Task.LANGUAGE;
    }

    @Override
    public List<LocalSequence> sequences(String text) {
        String words = LocalText.words(text);
        return words.codePoints().anyMatch(Character::isLetter) ? List.of(LocalSequence.of(words)) : List.of();
    }

    @Override
    public Findings ofNothing() {
        return Findings.NOTHING.withLanguage(Guess.none());
    }

    @Override
    public Findings findings(List<double[]> logits) {
        double[] shares = Softmax.of(logits.getFirst());
        Map<Language, Double> found = new HashMap<>();
        for (int label = 0; label < shares.length; label++) {
            double share = shares[label];
            labels.get(label).ifPresent(language -> found.merge(language, share, Double::sum));
        }
        return Findings.NOTHING.withLanguage(new Guess<>(found.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .map(entry -> new Guess.Likely<>(entry.getKey(), Softmax.told(entry.getValue())))
                .sorted(LIKELIEST_FIRST)
                .limit(MOST)
                .toList()));
    }

    /** Reads {@code pt}, {@code pt-BR}, {@code zh_Hans} and {@code por}. */
    private static final class LanguageTags {

        private static final Set<String> NONE = Set.of("mis", "mul", "oth", "und", "unk", "zxx");
        private static final Map<String, String> SHORTER = shorter();

        static Optional<Language> read(String label) {
            String primary = label.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
            String code = SHORTER.getOrDefault(primary, Locale.of(primary).getLanguage());
            boolean known = SHORTER.containsValue(code) || code.matches("[a-z]{3}") && !NONE.contains(code);
            return known ? Optional.of(new Language(code)) : Optional.empty();
        }

        private static Map<String, String> shorter() {
            return Arrays.stream(Locale.getISOLanguages())
                    .map(Locale::of)
                    .collect(Collectors.toMap(Locale::getISO3Language, Locale::getLanguage, (one, other) -> one));
        }
    }
}
