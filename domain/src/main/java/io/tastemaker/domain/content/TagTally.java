package io.tastemaker.domain.content;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts in how many posts each hashtag, or each account, stands. Exact for up to {@link #MOST} different ones; beyond, the rare ones are
 * forgotten again and again, so that memory stays bounded and those that stand in many posts are still counted whole.
 */
final class TagTally {

    /** The most that are remembered. */
    static final int MOST = 50_000;

    private final Map<String, Integer> posts = new HashMap<>();

    void add(List<String> tags) {
        tags.forEach(tag -> posts.merge(tag, 1, Integer::sum));
        if (posts.size() > MOST) {
            forgetRare();
        }
    }

    /** Where more than half of the tags are equally frequent, all of these go. */
    private void forgetRare() {
        int[] counts = posts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        int rare = counts[counts.length / 2];
        posts.values().removeIf(count -> count <= rare);
    }

    List<Share<String>> top(int most, int of) {
        Comparator<Map.Entry<String, Integer>> byPosts = Comparator.comparingInt(entry -> -entry.getValue());
        return posts.entrySet().stream()
                .sorted(byPosts.thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(entry -> new Share<>(entry.getKey(), Rounded.thousandths(entry.getValue(), of), entry.getValue()))
                .toList();
    }
}
