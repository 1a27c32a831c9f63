package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** What a brief says something about, in the order in which it is asked. */
public enum BriefTopic implements Coded {
    /** What the campaign is to achieve. */
    GOAL("What should the campaign achieve?", "goal", true),
    /** What is advertised. */
    PRODUCT("Which product is it about, and what is its website?", "product", true),
    /** The product's page; asked together with the product, and not demanded. */
    WEBSITE("What is the product's website?", "website", false),
    /** Whom the creators should reach. */
    AUDIENCE("Whom should it reach?", "audience", true),
    /** Where creators publish. */
    PLATFORMS("On which platforms should the creators publish?", "platforms", true),
    /** Where creators live. */
    PLACES("In which countries or regions should the creators be?", "places", true),
    /** What creators publish about. */
    CATEGORIES("Which categories of creators fit?", "categories", true),
    /** How many followers a creator should have. */
    FOLLOWERS("How many followers should a creator have, from and to?", "follower range", true),
    /** What the campaign may cost. */
    BUDGET("What is the budget, and in which currency?", "budget", true),
    /** First and last day. */
    DATES("When should it start, and when should it end?", "dates", true),
    /** What the campaign is called; taken from the product where nobody says it. */
    NAME("What should the campaign be called?", "name", false);

    private final String question;
    private final String title;
    private final boolean needed;

    BriefTopic(String question, String title, boolean needed) {
        this.question = question;
        this.title = title;
        this.needed = needed;
    }

    /**
     * How it is asked.
     *
     * @return a sentence that ends with a question mark
     */
    public String question() {
        return question;
    }

    /**
     * What it is called in a sentence.
     *
     * @return such as {@code follower range}
     */
    public String title() {
        return title;
    }

    /**
     * Whether a campaign can only be made once it is known.
     *
     * @return false for website and name
     */
    public boolean isNeeded() {
        return needed;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
