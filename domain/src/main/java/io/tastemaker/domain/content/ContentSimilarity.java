package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How alike the content of two creators is, 0 to 1: {@value #OF_CATEGORIES} × the cosine of the angle between their shares of categories +
 * {@value #OF_HASHTAGS} × 2 × shared / (one's + the other's) of the hashtags that their profiles name. What one of them is not known for
 * adds nothing, so that nobody is alike by being unknown.
 */
public final class ContentSimilarity {

    /** How much the categories count. */
    public static final double OF_CATEGORIES = 0.75;

    /** How much the hashtags count. */
    public static final double OF_HASHTAGS = 0.25;

    private ContentSimilarity() {}

    /**
     * Compares two profiles.
     *
     * @param one a profile
     * @param other another; the order does not matter
     * @return 0 to 1, in thousandths; 1 for a profile and itself, if it has categories and hashtags
     */
    public static double of(ContentProfile one, ContentProfile other) {
        return Rounded.thousandths(OF_CATEGORIES * cosine(shares(one), shares(other)) + OF_HASHTAGS * overlap(tags(one), tags(other)));
    }

    /** Shares in whole thousandths, so that sums do not depend on an order. */
    private static Map<Category, Long> shares(ContentProfile profile) {
        Map<Category, Long> shares = new EnumMap<>(Category.class);
        profile.categories().map(Sampled::value).stream().flatMap(List::stream)
                .forEach(share -> shares.put(share.value(), Math.round(share.share() * 1000)));
        return shares;
    }

    private static double cosine(Map<Category, Long> one, Map<Category, Long> other) {
        long both = product(one, other);
        return both == 0 ? 0 : Math.min(1, both / Math.sqrt(product(one, one) * product(other, other)));
    }

    private static long product(Map<Category, Long> one, Map<Category, Long> other) {
        return one.entrySet().stream().mapToLong(share -> share.getValue() * other.getOrDefault(share.getKey(), 0L)).sum();
    }

    private static Set<String> tags(ContentProfile profile) {
        return profile.hashtags().stream().map(Share::value).collect(Collectors.toSet());
    }

    private static double overlap(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return shared == 0 ? 0 : 2.0 * shared / (one.size() + other.size());
    }
}
