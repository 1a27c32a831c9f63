package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PromoCodeId;
import io.tastemaker.domain.shared.TrackedLinkId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * An order that came of a campaign, as the shop told.
 *
 * @param campaign of which campaign
 * @param order the shop's id of it, 1 to 100 characters; counts once for a campaign
 * @param amount what it brought in, 0 or more
 * @param link through which link it came
 * @param promoCode which code the buyer typed
 * @param about for what it counts: what the code tells of, else the link
 * @param occurredAt when it was made
 * @param receivedAt when the shop told
 */
public record Conversion(
        CampaignId campaign,
        String order,
        Money amount,
        Optional<TrackedLinkId> link,
        Optional<PromoCodeId> promoCode,
        Measured about,
        Instant occurredAt,
        Instant receivedAt) {

    /** Checks that nothing is missing and the amount. */
    public Conversion {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(about, "about");
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        if (order.isBlank() || Characters.count(order) > 100) {
            throw new IllegalArgumentException("an order's id has 1 to 100 characters");
        }
        if (amount.amount().signum() < 0) {
            throw new IllegalArgumentException("an order brings in 0 or more");
        }
        if (link.isEmpty() && promoCode.isEmpty()) {
            throw new IllegalArgumentException("an order came through a link or a code");
        }
    }

    /**
     * Whether it is the same order told once more.
     *
     * @param other of the same campaign and order
     * @return true when amount, link and code agree
     */
    public boolean repeats(Conversion other) {
        return amount.equals(other.amount) && link.equals(other.link) && promoCode.equals(other.promoCode);
    }

    /**
     * What the audit log shows of it: that there was one, and through what it came.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.with("conversion.link", link).with("conversion.promo_code", promoCode).with("conversion.amount", amount)
                .withheld("conversion.order", order);
    }
}
