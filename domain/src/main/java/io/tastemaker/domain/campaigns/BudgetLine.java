package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a campaign spends on one thing. All amounts are of one currency and at least 0.
 *
 * @param id its id
 * @param campaign of which campaign
 * @param version 1 at birth, one more with every change and every entry
 * @param category what kind of spending
 * @param label 1 to {@link #MOST_LABEL} characters
 * @param planned how much is meant for it; a guide and no limit, see {@link Budget}
 * @param committed how much is ordered and not paid
 * @param spent how much is paid
 * @param entries how many entries it has
 * @param createdBy the label of the actor who made it
 * @param createdAt when
 */
public record BudgetLine(
        BudgetLineId id,
        CampaignId campaign,
        long version,
        Category category,
        String label,
        Money planned,
        Money committed,
        Money spent,
        long entries,
        String createdBy,
        Instant createdAt) {

    /** How many lines one budget can have. */
    public static final int MOST = 100;

    /** How many entries one line can have. */
    public static final int MOST_ENTRIES = 10_000;

    /** The longest label, in characters. */
    public static final int MOST_LABEL = 200;

    /** What kind of spending. */
    public enum Category implements Coded {
        /** What creators are paid. */
        CREATOR_FEES,
        /** Pictures, films, samples. */
        PRODUCTION,
        /** Bought reach. */
        ADS,
        /** Getting and staying somewhere. */
        TRAVEL,
        /** Anything else; the label says what. */
        OTHER;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks label and amounts. */
    public BudgetLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        if (label.isBlank() || Characters.count(label) > MOST_LABEL) {
            throw new IllegalArgumentException("a label has 1 to " + MOST_LABEL + " characters");
        }
        if (!planned.currency().equals(committed.currency()) || !planned.currency().equals(spent.currency())) {
            throw new IllegalArgumentException("a line has one currency");
        }
        if (planned.amount().signum() < 0 || committed.amount().signum() < 0 || spent.amount().signum() < 0) {
            throw new IllegalArgumentException("no amount of a line is less than 0");
        }
        if (version < 1 || entries < 0) {
            throw new IllegalArgumentException("versions begin at 1, entries at 0");
        }
    }

    /**
     * A line on which nothing has moved.
     *
     * @param id its id
     * @param campaign of which campaign
     * @param category what kind of spending
     * @param label 1 to {@link #MOST_LABEL} characters
     * @param nothing zero of the budget's currency
     * @param by the label of the actor
     * @param now the time
     * @return version 1
     */
    public static BudgetLine open(
            BudgetLineId id, CampaignId campaign, Category category, String label, Money nothing, String by, Instant now) {
        return new BudgetLine(id, campaign, 1, category, label, nothing, nothing, nothing, 0, by, now);
    }

    /**
     * The line under another name.
     *
     * @param newCategory what kind of spending
     * @param newLabel 1 to {@link #MOST_LABEL} characters
     * @return the next version
     */
    public BudgetLine renamed(Category newCategory, String newLabel) {
        return new BudgetLine(id, campaign, version + 1, newCategory, newLabel, planned, committed, spent, entries, createdBy, createdAt);
    }

    /**
     * The line with one more entry, whatever limits there are; {@link Budget} knows those.
     *
     * @param kind what is moved
     * @param amount more than 0, in the line's currency
     * @return the next version; empty when more would be taken away than is there
     */
    Optional<BudgetLine> moved(BudgetEntry.Kind kind, Money amount) {
        return switch (kind) {
            case PLAN -> holding(planned.plus(amount), committed, spent);
            case CUT -> holding(planned.minus(amount), committed, spent);
            case COMMIT -> holding(planned, committed.plus(amount), spent);
            case RELEASE -> holding(planned, committed.minus(amount), spent);
            case SPEND -> holding(planned, committed.minus(lesser(amount, committed)), spent.plus(amount));
            case REFUND -> holding(planned, committed, spent.minus(amount));
        };
    }

    private Optional<BudgetLine> holding(Money nowPlanned, Money nowCommitted, Money nowSpent) {
        boolean isThere = nowPlanned.amount().signum() >= 0 && nowCommitted.amount().signum() >= 0 && nowSpent.amount().signum() >= 0;
        return isThere
                ? Optional.of(new BudgetLine(
                        id, campaign, version + 1, category, label, nowPlanned, nowCommitted, nowSpent, entries + 1, createdBy, createdAt))
                : Optional.empty();
    }

    private static Money lesser(Money one, Money other) {
        return one.amount().compareTo(other.amount()) <= 0 ? one : other;
    }

    /**
     * Whether it can be removed: what has moved stays for the record.
     *
     * @return true without entries
     */
    public boolean isRemovable() {
        return entries == 0;
    }

    /**
     * What is gone or spoken for.
     *
     * @return committed and spent together
     */
    public Money used() {
        return committed.plus(spent);
    }

    /**
     * Whether more is used than planned.
     *
     * @return true above the plan
     */
    public boolean isOverPlan() {
        return used().amount().compareTo(planned.amount()) > 0;
    }

    /**
     * What the audit log shows of it; what people wrote is withheld.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "budget." + id;
        return Traits.NONE.with(place + ".category", category).withheld(place + ".label", label);
    }
}
