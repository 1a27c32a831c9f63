package io.tastemaker.domain.creators;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a column of a list can mean, and how its values are read. */
enum Meaning {
    HANDLE("handle", Reading.CREATOR),
    NAME("name", Reading.CREATOR),
    /** A word for the creator that lists use for handles and for names alike; the values tell which. */
    CREATOR("creator", Reading.CREATOR),
    PLATFORM("platform", Reading.PLATFORM),
    PROFILE_URL("profile_url", Reading.LINK),
    FOLLOWERS(Fact.FOLLOWERS, Reading.WHOLE, 10_000_000_000L),
    POSTS_COUNT(Fact.POSTS_COUNT, Reading.WHOLE, 1_000_000_000L),
    TOTAL_VIEWS(Fact.TOTAL_VIEWS, Reading.WHOLE, Fact.MOST_COUNT),
    AVERAGE_VIEWS(Fact.AVERAGE_VIEWS, Reading.MEAN, 100_000_000_000L),
    AVERAGE_LIKES(Fact.AVERAGE_LIKES, Reading.MEAN, 10_000_000_000L),
    AVERAGE_COMMENTS(Fact.AVERAGE_COMMENTS, Reading.MEAN, 10_000_000_000L),
    AVERAGE_SHARES(Fact.AVERAGE_SHARES, Reading.MEAN, 10_000_000_000L),
    AVERAGE_ENGAGEMENTS(Fact.AVERAGE_ENGAGEMENTS, Reading.MEAN, 10_000_000_000L),
    ENGAGEMENT_RATE(Fact.DECLARED_ENGAGEMENT_RATE, Reading.RATE, 0),
    CATEGORIES(Fact.CATEGORIES, Reading.CATEGORY, 0),
    LOCATION(Fact.LOCATION, Reading.PLACE, 0),
    AUDIENCE_LOCATION(Fact.AUDIENCE_LOCATION, Reading.PLACE, 0),
    LANGUAGES(Fact.LANGUAGES, Reading.LANGUAGE, 0),
    VERIFIED(Fact.VERIFIED, Reading.YES_NO, 0),
    LAST_POST_ON(Fact.LAST_POST_ON, Reading.DAY, 0),
    EMAIL(Fact.EMAIL, Reading.EMAIL, 0),
    WEBSITE(Fact.WEBSITE, Reading.LINK, 0),
    AVATAR_URL(Fact.AVATAR_URL, Reading.LINK, 0),
    BIOGRAPHY(Fact.BIOGRAPHY, Reading.TEXT, 0);

    /** How the values of a column are read. */
    enum Reading {
        CREATOR, PLATFORM, LINK, WHOLE, MEAN, RATE, CATEGORY, PLACE, LANGUAGE, YES_NO, DAY, EMAIL, TEXT;

        boolean isNumeric() {
            return this == WHOLE || this == MEAN || this == RATE;
        }
    }

    /** Other words for the codes, which people may use when they name columns themselves. */
    private static final Map<String, Meaning> ALIASES = Map.of("username", HANDLE, "category", CATEGORIES, "country", LOCATION,
            "audience_country", AUDIENCE_LOCATION, "subscribers", FOLLOWERS, "language", LANGUAGES, "bio", BIOGRAPHY, "posts", POSTS_COUNT);

    private final String code;
    private final Optional<Fact<?>> fact;
    private final Reading reading;
    private final long most;

    Meaning(String code, Reading reading) {
        this.code = code;
        this.fact = Optional.empty();
        this.reading = reading;
        this.most = 0;
    }

    /** The limits of counts keep absurdities out: more followers than people, more views than anything was ever watched. */
    Meaning(Fact<?> fact, Reading reading, long most) {
        this.code = fact.code();
        this.fact = Optional.of(fact);
        this.reading = reading;
        this.most = most;
    }

    static Optional<Meaning> ofCode(String code) {
        return Arrays.stream(values())
                .filter(meaning -> meaning != CREATOR && meaning.code.equals(code))
                .findFirst()
                .or(() -> Optional.ofNullable(ALIASES.get(code)));
    }

    String code() {
        return code;
    }

    Optional<Fact<?>> fact() {
        return fact;
    }

    Reading reading() {
        return reading;
    }

    long most() {
        return most;
    }
}
