package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a campaign so far.
 *
 * @param name what it is called
 * @param goal what it is to achieve, in the person's words
 * @param product what is advertised
 * @param website the product's page
 * @param audience whom it should reach
 * @param platforms where creators publish
 * @param places where creators live
 * @param categories what they publish about
 * @param followers how many followers a creator should have
 * @param budget what it may cost
 * @param amount an amount without a currency, while there is no budget
 * @param startsOn first day
 * @param endsOn last day, not before the first
 * @param lasts how long it lasts, when that was said instead of the last day
 * @param indifferent what does not matter
 */
public record BriefDraft(
        Optional<String> name,
        Optional<String> goal,
        Optional<String> product,
        Optional<String> website,
        Optional<String> audience,
        Set<Platform> platforms,
        Set<Place> places,
        Set<Category> categories,
        Optional<Range<Long>> followers,
        Optional<Money> budget,
        Optional<BigDecimal> amount,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn,
        Optional<Period> lasts,
        Set<BriefTopic> indifferent) {

    /** The most characters of goal, product, audience and name together stay below what a brief may have. */
    static final int LONGEST_TEXT = 1_000;

    /** The digits that stored money has room for. */
    static final int MOST_DIGITS = 18;

    /** The most places, as in a campaign. */
    static final int MOST_PLACES = 500;

    /** What a campaign can do without: anybody, anywhere. */
    static final Set<BriefTopic> MAY_NOT_MATTER = Set.of(
            BriefTopic.AUDIENCE, BriefTopic.PLATFORMS, BriefTopic.PLACES, BriefTopic.CATEGORIES, BriefTopic.FOLLOWERS, BriefTopic.WEBSITE);

    /** Nothing is known. */
    public static final BriefDraft EMPTY = new BriefDraft(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Set.of());

    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s/?#]+[^\\s]*");

    /**
     * Copies the sets and checks the days.
     *
     * @throws IllegalArgumentException when the last day is before the first, or the website is no address
     */
    public BriefDraft {
        platforms = platforms.isEmpty() ? Set.of() : Set.copyOf(platforms);
        places = Set.copyOf(places);
        categories = Set.copyOf(categories);
        indifferent = Set.copyOf(indifferent);
        if (startsOn.isPresent() && endsOn.isPresent() && endsOn.get().isBefore(startsOn.get())) {
            throw new IllegalArgumentException("a campaign ends on or after the day it starts");
        }
        if (website.isPresent() && !isWebsite(website.get())) {
            throw new IllegalArgumentException("a website begins with http:// or https://");
        }
        if (places.size() > MOST_PLACES) {
            throw new IllegalArgumentException("a campaign has at most 500 places");
        }
    }

    /**
     * What has to be known before a campaign can be made, in the order in which it is asked.
     *
     * @return what is missing; empty when the draft is complete
     */
    public List<BriefTopic> missing() {
        return Arrays.stream(BriefTopic.values()).filter(BriefTopic::isNeeded).filter(topic -> !isKnown(topic)).toList();
    }

    /**
     * Whether a campaign can be made.
     *
     * @return true when nothing is missing
     */
    public boolean isComplete() {
        return missing().isEmpty();
    }

    /**
     * Which question comes next.
     *
     * @return the first missing topic; empty when the draft is complete
     */
    public Optional<BriefTopic> next() {
        return missing().stream().findFirst();
    }

    /**
     * Whether a topic need not be asked any more.
     *
     * @param topic the topic
     * @return true when it is known or does not matter; dates only when both days are known
     */
    public boolean isKnown(BriefTopic topic) {
        return indifferent.contains(topic) || switch (topic) {
            case NAME -> name.isPresent();
            case GOAL -> goal.isPresent();
            case PRODUCT -> product.isPresent();
            case WEBSITE -> website.isPresent();
            case AUDIENCE -> audience.isPresent();
            case PLATFORMS -> !platforms.isEmpty();
            case PLACES -> !places.isEmpty();
            case CATEGORIES -> !categories.isEmpty();
            case FOLLOWERS -> followers.isPresent();
            case BUDGET -> budget.isPresent();
            case DATES -> startsOn.isPresent() && endsOn.isPresent();
        };
    }

    /**
     * The draft after some changes, one after the other.
     *
     * @param changes what is said
     * @return the draft now
     */
    public BriefDraft with(List<BriefChange> changes) {
        BriefDraft draft = this;
        for (BriefChange change : changes) {
            draft = draft.with(change);
        }
        return draft;
    }

    /**
     * The draft after a change. What contradicts it gives way: a last day before the new first day is forgotten.
     *
     * @param change what is said
     * @return the draft now
     */
    public BriefDraft with(BriefChange change) {
        BriefTopic about = change.topic();
        BriefDraft asked = minding(about, change instanceof BriefChange.Indifferent);
        return switch (change) {
            case BriefChange.Said(BriefTopic topic, String text) -> asked.saying(topic, Optional.of(text));
            case BriefChange.Website(String address) -> asked.saying(BriefTopic.WEBSITE, Optional.of(address));
            case BriefChange.Platforms(BriefChange.Way way, Set<Platform> values) ->
                asked.choosing(way.on(platforms, values), places, categories, followers);
            case BriefChange.Places(BriefChange.Way way, Set<Place> values) ->
                asked.choosing(platforms, way.on(places, values), categories, followers);
            case BriefChange.Categories(BriefChange.Way way, Set<Category> values) ->
                asked.choosing(platforms, places, way.on(categories, values), followers);
            case BriefChange.Followers said -> asked.choosing(platforms, places, categories, Optional.of(BriefChange.over(followers, said))
                    .filter(range -> range.min().isPresent() || range.max().isPresent()));
            case BriefChange.Budget(Money money) -> asked.costing(Optional.of(money), Optional.empty());
            case BriefChange.Amount(BigDecimal said) -> budget.flatMap(there -> money(said, there.currency()))
                    .map(money -> asked.costing(Optional.of(money), Optional.empty()))
                    .orElseGet(() -> asked.costing(Optional.empty(), Optional.of(said)));
            case BriefChange.InCurrency(Currency currency) -> amount.or(() -> budget.map(Money::amount))
                    .flatMap(there -> money(there, currency))
                    .map(money -> asked.costing(Optional.of(money), Optional.empty()))
                    .orElse(asked);
            case BriefChange.Starts(LocalDate day) -> asked.starting(day);
            case BriefChange.Ends(LocalDate day) -> asked.dated(startsOn.filter(first -> !day.isBefore(first)), Optional.of(day),
                    Optional.empty());
            case BriefChange.Lasts(Period length) -> asked.dated(startsOn, startsOn.map(first -> last(first, length)), Optional.of(length));
            case BriefChange.Cleared(BriefTopic topic) -> asked.without(topic);
            case BriefChange.Indifferent(BriefTopic topic) -> asked.without(topic);
        };
    }

    private BriefDraft starting(LocalDate day) {
        Optional<LocalDate> end = lasts.map(length -> last(day, length)).or(() -> endsOn.filter(last -> !last.isBefore(day)));
        return dated(Optional.of(day), end, lasts);
    }

    private static LocalDate last(LocalDate first, Period length) {
        return first.plus(length).minusDays(1);
    }

    private BriefDraft without(BriefTopic topic) {
        return switch (topic) {
            case NAME, GOAL, PRODUCT, WEBSITE, AUDIENCE -> saying(topic, Optional.empty());
            case PLATFORMS -> choosing(Set.of(), places, categories, followers);
            case PLACES -> choosing(platforms, Set.of(), categories, followers);
            case CATEGORIES -> choosing(platforms, places, Set.of(), followers);
            case FOLLOWERS -> choosing(platforms, places, categories, Optional.empty());
            case BUDGET -> costing(Optional.empty(), Optional.empty());
            case DATES -> dated(Optional.empty(), Optional.empty(), Optional.empty());
        };
    }

    private BriefDraft saying(BriefTopic topic, Optional<String> text) {
        return new BriefDraft(
                topic == BriefTopic.NAME ? text : name, topic == BriefTopic.GOAL ? text : goal, topic == BriefTopic.PRODUCT ? text : product,
                topic == BriefTopic.WEBSITE ? text : website, topic == BriefTopic.AUDIENCE ? text : audience,
                platforms, places, categories, followers, budget, amount, startsOn, endsOn, lasts, indifferent);
    }

    private BriefDraft choosing(Set<Platform> where, Set<Place> from, Set<Category> about, Optional<Range<Long>> size) {
        return new BriefDraft(name, goal, product, website, audience, where, from, about, size, budget, amount, startsOn, endsOn, lasts,
                indifferent);
    }

    private BriefDraft costing(Optional<Money> cost, Optional<BigDecimal> open) {
        return new BriefDraft(name, goal, product, website, audience, platforms, places, categories, followers, cost, open, startsOn, endsOn,
                lasts, indifferent);
    }

    private BriefDraft dated(Optional<LocalDate> first, Optional<LocalDate> last, Optional<Period> length) {
        return new BriefDraft(name, goal, product, website, audience, platforms, places, categories, followers, budget, amount, first, last,
                length, indifferent);
    }

    private BriefDraft minding(BriefTopic topic, boolean noMatter) {
        if (noMatter == indifferent.contains(topic)) {
            return this;
        }
        Set<BriefTopic> topics = EnumSet.noneOf(BriefTopic.class);
        topics.addAll(indifferent);
        if (noMatter) {
            topics.add(topic);
        } else {
            topics.remove(topic);
        }
        return new BriefDraft(name, goal, product, website, audience, platforms, places, categories, followers, budget, amount, startsOn,
                endsOn, lasts, topics);
    }

    /**
     * Money of an amount as a person wrote it, when the currency has that many decimals.
     *
     * @param amount the amount
     * @param currency the currency
     * @return the money, or empty when the amount is finer than the currency's minor unit
     */
    static Optional<Money> money(BigDecimal amount, Currency currency) {
        try {
            BigDecimal exact = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.UNNECESSARY);
            return Optional.of(new Money(exact, currency));
        } catch (ArithmeticException finer) {
            return Optional.empty();
        }
    }

    static boolean isWebsite(String address) {
        return address.length() <= 2_000 && WEBSITE.matcher(address).matches();
    }
}
