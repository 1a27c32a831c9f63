package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of fact that can be known about a creator: the typed key of {@link Facts}.
 * A new fact is one constant here, one column and one line in each adapter's mapping.
 *
 * @param <T> the type of its value
 */
public final class Fact<T> {

    /** More views than anything was ever watched: no count is larger, so that sums of counts never overflow. */
    public static final long MOST_COUNT = 1_000_000_000_000_000L;

    private static final List<Fact<?>> ALL = new ArrayList<>();

    /** The display name, as the creator writes it. */
    public static final Fact<String> NAME = new Fact<>("name");
    /** What the creator says about themselves. */
    public static final Fact<String> BIOGRAPHY = new Fact<>("biography");
    /** Followers or subscribers. */
    public static final Fact<Long> FOLLOWERS = new Fact<>("followers");
    /** Posts or videos published. */
    public static final Fact<Long> POSTS_COUNT = new Fact<>("posts_count");
    /** Views of everything published. */
    public static final Fact<Long> TOTAL_VIEWS = new Fact<>("total_views");
    /** Mean views of a post. */
    public static final Fact<Long> AVERAGE_VIEWS = new Fact<>("average_views");
    /** Mean likes of a post. */
    public static final Fact<Long> AVERAGE_LIKES = new Fact<>("average_likes");
    /** Mean comments of a post. */
    public static final Fact<Long> AVERAGE_COMMENTS = new Fact<>("average_comments");
    /** Mean shares of a post. */
    public static final Fact<Long> AVERAGE_SHARES = new Fact<>("average_shares");
    /** Mean likes and comments of a post together, where a source gives only their sum. */
    public static final Fact<Long> AVERAGE_ENGAGEMENTS = new Fact<>("average_engagements");
    /** The engagement rate that a source declares; {@link Creator#engagementRate()} prefers the one that can be computed. */
    public static final Fact<EngagementRate> DECLARED_ENGAGEMENT_RATE = new Fact<>("engagement_rate");
    /** What the content is about. */
    public static final Fact<Set<Category>> CATEGORIES = new Fact<>("categories");
    /** Where the creator lives or works. */
    public static final Fact<Place> LOCATION = new Fact<>("location");
    /** The languages the creator publishes in. */
    public static final Fact<Set<Language>> LANGUAGES = new Fact<>("languages");
    /** Where most of the audience lives; a fact about the audience, never about the creator. */
    public static final Fact<Place> AUDIENCE_LOCATION = new Fact<>("audience_location");
    /** Whether the platform has verified the account. */
    public static final Fact<Boolean> VERIFIED = new Fact<>("verified");
    /** The day of the latest post. */
    public static final Fact<LocalDate> LAST_POST_ON = new Fact<>("last_post_on");
    /** The contact address. */
    public static final Fact<String> EMAIL = new Fact<>("email");
    /** The creator's own site. */
    public static final Fact<String> WEBSITE = new Fact<>("website");
    /** The profile picture's address. */
    public static final Fact<String> AVATAR_URL = new Fact<>("avatar_url");
    /** How the content is distributed over categories, as this program reads the posts. */
    public static final Fact<CategoryShares> CONTENT_CATEGORIES = new Fact<>("content_categories");
    /** The languages of the content, as this program reads the posts. */
    public static final Fact<Set<Language>> CONTENT_LANGUAGES = new Fact<>("content_languages");
    /** The mean mood of the posts, as this program reads them. */
    public static final Fact<MoodScore> CONTENT_SENTIMENT = new Fact<>("content_sentiment");

    private static final Set<Fact<?>> PERSONAL = Set.of(NAME, BIOGRAPHY, EMAIL, WEBSITE, AVATAR_URL);
    private static final Set<Fact<?>> OF_CONTENT = Set.of(CONTENT_CATEGORIES, CONTENT_LANGUAGES, CONTENT_SENTIMENT);

    private final String code;

    private Fact(String code) {
        this.code = code;
        ALL.add(this);
    }

    /**
     * All facts there are.
     *
     * @return in a fixed order
     */
    public static List<Fact<?>> all() {
        return List.copyOf(ALL);
    }

    /**
     * Finds a fact by its code.
     *
     * @param code as {@link #code()} gives it
     * @return the fact, or empty when there is none of that code
     */
    public static Optional<Fact<?>> find(String code) {
        return all().stream().filter(fact -> fact.code.equals(code)).findFirst();
    }

    /**
     * The stable code.
     *
     * @return lower-case snake_case
     */
    public String code() {
        return code;
    }

    /**
     * Whether the value says who somebody is, so that it must not stand where nothing is ever removed.
     *
     * @return true for names, texts and addresses of a person
     */
    public boolean isPersonal() {
        return PERSONAL.contains(this);
    }

    /**
     * Whether this program concludes it from posts, so that no list and nobody's hand states it.
     *
     * @return true for what {@link ContentFacts} holds
     */
    public boolean isOfContent() {
        return OF_CONTENT.contains(this);
    }

    @Override
    public String toString() {
        return code;
    }
}
