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

/**
 * One movement of a campaign's budget. Entries are only ever added; what a line holds is what its entries add up to.
 *
 * @param campaign of which campaign
 * @param line on which line
 * @param number 1 for the first entry of the budget, one more with each, on whatever line
 * @param kind what is moved
 * @param amount more than 0, in the currency of the line
 * @param reason why, 1 to {@link #MOST_REASON} characters
 * @param isOverBudget whether it went over the campaign's budget, which somebody said it should
 * @param enteredBy the label of the actor
 * @param enteredAt when
 */
public record BudgetEntry(
        CampaignId campaign,
        BudgetLineId line,
        long number,
        Kind kind,
        Money amount,
        String reason,
        boolean isOverBudget,
        String enteredBy,
        Instant enteredAt) {

    /** The longest reason, in characters. */
    public static final int MOST_REASON = 500;

    /** What is moved. */
    public enum Kind implements Coded {
        /** More is planned. */
        PLAN,
        /** Less is planned. */
        CUT,
        /** An order is given: the money is spoken for. */
        COMMIT,
        /** An order is taken back. */
        RELEASE,
        /** An invoice is paid; it is taken from what is committed first. */
        SPEND,
        /** Money comes back. */
        REFUND;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks amount and reason. */
    public BudgetEntry {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(enteredBy, "enteredBy");
        Objects.requireNonNull(enteredAt, "enteredAt");
        if (amount.amount().signum() <= 0) {
            throw new IllegalArgumentException("an entry moves more than 0: " + amount);
        }
        if (reason.isBlank() || Characters.count(reason) > MOST_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + MOST_REASON + " characters");
        }
        if (number < 1) {
            throw new IllegalArgumentException("numbers begin at 1: " + number);
        }
    }

    /**
     * What the audit log shows of it; the reason is withheld.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "budget." + line + "." + number;
        return Traits.NONE.with(place + ".kind", kind).with(place + ".amount", amount).with(place + ".over_budget", isOverBudget)
                .withheld(place + ".reason", reason);
    }
}
