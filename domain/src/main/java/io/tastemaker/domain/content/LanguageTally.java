package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Language;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts in which languages posts are. */
final class LanguageTally {

    private final Map<Language, Integer> posts = new HashMap<>();

    void add(Guess<Language> guess) {
        guess.best().filter(best -> best.confidence() >= ContentProfiling.SURE_OF_LANGUAGE)
                .ifPresent(best -> posts.merge(best.value(), 1, Integer::sum));
    }

    Optional<Sampled<List<Share<Language>>>> shares() {
        int sample = posts.values().stream().mapToInt(Integer::intValue).sum();
        if (sample == 0) {
            return Optional.empty();
        }
        Comparator<Share<Language>> byPosts = Comparator.comparingInt(share -> -share.posts());
        return Optional.of(new Sampled<>(posts.entrySet().stream()
                .map(entry -> new Share<>(entry.getKey(), Rounded.thousandths(entry.getValue(), sample), entry.getValue()))
                .sorted(byPosts.thenComparing(Share::value))
                .toList(), sample));
    }
}
