package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One thing that a message changes in a draft. There is no change that reaches anything but the draft. */
public sealed interface BriefChange {

    /** What is done with a set. */
    enum Way {
        /** The values join those that are there. */
        ADD,
        /** The values leave. */
        REMOVE,
        /** The values take the place of those that are there. */
        REPLACE;

        <T> Set<T> on(Set<T> there, Set<T> values) {
            Set<T> changed = new LinkedHashSet<>(this == REPLACE ? Set.of() : there);
            if (this == REMOVE) {
                changed.removeAll(values);
            } else {
                changed.addAll(values);
            }
            return changed;
        }
    }

    /**
     * What is changed.
     *
     * @return the topic
     */
    BriefTopic topic();

    /** What it may cost, or a part of that. */
    sealed interface Cost extends BriefChange {
        @Override
        default BriefTopic topic() {
            return BriefTopic.BUDGET;
        }

        private static void check(BigDecimal amount) {
            if (amount.signum() <= 0 || amount.precision() > BriefDraft.MOST_DIGITS) {
                throw new IllegalArgumentException("a budget is more than nothing and has at most 18 digits");
            }
        }
    }

    /** When it runs, or a part of that. */
    sealed interface Days extends BriefChange {
        @Override
        default BriefTopic topic() {
            return BriefTopic.DATES;
        }
    }

    /**
     * Something is said in words.
     *
     * @param topic goal, product, audience or name
     * @param text 1 to 1,000 characters
     */
    record Said(BriefTopic topic, String text) implements BriefChange {
        /** Checks the topic and the length. */
        public Said {
            if (!EnumSet.of(BriefTopic.GOAL, BriefTopic.PRODUCT, BriefTopic.AUDIENCE, BriefTopic.NAME).contains(topic)) {
                throw new IllegalArgumentException(topic + " is not said in words");
            }
            if (text.isBlank() || text.length() > BriefDraft.LONGEST_TEXT) {
                throw new IllegalArgumentException("a " + topic.title() + " has 1 to 1,000 characters");
            }
        }

        /** Shows what is spoken of and not what is said: it is a person's word. */
        @Override
        public String toString() {
            return "Said[" + topic.code() + "]";
        }
    }

    /**
     * The product's page.
     *
     * @param address an address that begins with http:// or https://
     */
    record Website(String address) implements BriefChange {
        /** Checks the address. */
        public Website {
            if (!BriefDraft.isWebsite(address)) {
                throw new IllegalArgumentException("a website begins with http:// or https:// and has at most 2,000 characters");
            }
        }

        @Override
        public BriefTopic topic() {
            return BriefTopic.WEBSITE;
        }
    }

    /**
     * Where creators publish.
     *
     * @param way what is done
     * @param values at least one
     */
    record Platforms(Way way, Set<Platform> values) implements BriefChange {
        /** Copies the set. */
        public Platforms {
            values = Set.copyOf(values);
        }

        @Override
        public BriefTopic topic() {
            return BriefTopic.PLATFORMS;
        }
    }

    /**
     * Where creators live.
     *
     * @param way what is done
     * @param values at least one
     */
    record Places(Way way, Set<Place> values) implements BriefChange {
        /** Copies the set. */
        public Places {
            values = Set.copyOf(values);
        }

        @Override
        public BriefTopic topic() {
            return BriefTopic.PLACES;
        }
    }

    /**
     * What creators publish about.
     *
     * @param way what is done
     * @param values at least one
     */
    record Categories(Way way, Set<Category> values) implements BriefChange {
        /** Copies the set. */
        public Categories {
            values = Set.copyOf(values);
        }

        @Override
        public BriefTopic topic() {
            return BriefTopic.CATEGORIES;
        }
    }

    /**
     * How many followers.
     *
     * @param range the ends that are said
     * @param whole whether an end that is not said is open now; else it stays as it is
     */
    record Followers(Range<Long> range, boolean whole) implements BriefChange {
        /** Checks the ends. */
        public Followers {
            if (range.min().orElse(0L) < 0 || range.max().orElse(0L) < 0) {
                throw new IllegalArgumentException("a number of followers is at least 0");
            }
        }

        @Override
        public BriefTopic topic() {
            return BriefTopic.FOLLOWERS;
        }
    }

    /**
     * What it may cost.
     *
     * @param money more than nothing
     */
    record Budget(Money money) implements Cost {
        /** Checks the amount. */
        public Budget {
            Cost.check(money.amount());
        }
    }

    /**
     * An amount without a currency: a budget as soon as the currency is known.
     *
     * @param amount more than nothing
     */
    record Amount(BigDecimal amount) implements Cost {
        /** Checks the amount. */
        public Amount {
            Cost.check(amount);
        }
    }

    /**
     * The currency of the amount that is there.
     *
     * @param currency an ISO 4217 currency
     */
    record InCurrency(Currency currency) implements Cost {    }

    /**
     * When it starts.
     *
     * @param day its first day
     */
    record Starts(LocalDate day) implements Days {    }

    /**
     * When it ends.
     *
     * @param day its last day
     */
    record Ends(LocalDate day) implements Days {    }

    /**
     * How long it lasts, from whatever day it starts.
     *
     * @param length at least a day
     */
    record Lasts(Period length) implements Days {
        /** Checks the length. */
        public Lasts {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a campaign lasts at least a day");
            }
        }
    }

    /**
     * Nothing is said about it any more.
     *
     * @param topic what is forgotten
     */
    record Cleared(BriefTopic topic) implements BriefChange {}

    /**
     * It does not matter, so it need not be asked again.
     *
     * @param topic platforms, places, categories, followers or audience
     */
    record Indifferent(BriefTopic topic) implements BriefChange {
        /** Checks the topic. */
        public Indifferent {
            if (!BriefDraft.MAY_NOT_MATTER.contains(topic)) {
                throw new IllegalArgumentException("a campaign needs a " + topic.title());
            }
        }
    }

    /**
     * The range of which a message says one end or both, over the range that is there.
     *
     * @param there the range of the draft
     * @param said what is said
     * @return the range now
     */
    static Range<Long> over(Optional<Range<Long>> there, Followers said) {
        if (said.whole() || there.isEmpty()) {
            return said.range();
        }
        Optional<Long> min = said.range().min().or(() -> there.get().min());
        Optional<Long> max = said.range().max().or(() -> there.get().max());
        boolean crossed = min.isPresent() && max.isPresent() && min.get() > max.get();
        return crossed ? said.range() : new Range<>(min, max);
    }
}
