package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.shared.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes guesses of what a model said. */
final class Guesses {

    /** What a text is about, and in what it is written, is said by few values; a model that is asked for all of them gives all. */
    static final int MOST = 3;

    /** Codes of the standard that stand for no language: undetermined, none, several, other. */
    private static final Set<String> NO_LANGUAGE = Set.of("und", "zxx", "mul", "mis");

    private Guesses() {}

    /** The likeliest first; empty when something is said twice. */
    static <T> Optional<Guess<T>> of(List<Likely<T>> said) {
        boolean twice = said.stream().map(Likely::value).distinct().count() < said.size();
        return twice ? Optional.empty() : Optional.of(new Guess<>(said.stream()
                .sorted(Comparator.comparingDouble((Likely<T> likely) -> likely.confidence()).reversed()).limit(MOST).toList()));
    }

    /** Of languages all confidences together are 1 at most, which models do not always manage to keep to. */
    static Optional<Guess<Language>> ofLanguages(List<Likely<Language>> said) {
        double sum = Math.max(1, said.stream().mapToDouble(Likely::confidence).sum());
        return of(said.stream().filter(likely -> !NO_LANGUAGE.contains(likely.value().code()))
                .map(likely -> new Likely<>(likely.value(), likely.confidence() / sum)).toList());
    }
}
