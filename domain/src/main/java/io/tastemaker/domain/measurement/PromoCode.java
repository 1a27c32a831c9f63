package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PromoCodeId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What buyers type in, so that an order tells through whom it came.
 *
 * @param id names it
 * @param campaign of which campaign
 * @param code 3 to 40 letters, digits, hyphens and underscores, in upper case; unique within the team, also among archived ones
 * @param creator who spreads it, empty when all do
 * @param discount what it gives, in the shop's words, at most 200 characters; blank for nothing
 * @param validFrom its first day in UTC, empty for always
 * @param validTo its last day in UTC, empty for ever
 * @param createdBy the label of the actor
 * @param createdAt when it was made
 * @param archivedAt since when it is not good any more, empty while it is
 */
public record PromoCode(
        PromoCodeId id,
        CampaignId campaign,
        String code,
        Optional<CreatorId> creator,
        String discount,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        String createdBy,
        Instant createdAt,
        Optional<Instant> archivedAt) {

    /** How many codes a campaign may have. */
    public static final int MOST = 1_000;

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9_-]{3,40}");

    /** Checks the code, the days and that nothing is missing. */
    public PromoCode {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(createdBy, "createdBy");
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        archivedAt = archivedAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code has 3 to 40 letters, digits, hyphens and underscores");
        }
        if (Characters.count(discount) > 200) {
            throw new IllegalArgumentException("what a code gives is told in at most 200 characters");
        }
        if (validFrom.isPresent() && validTo.isPresent() && validTo.get().isBefore(validFrom.get())) {
            throw new IllegalArgumentException("a code ends on or after the day it begins");
        }
    }

    /**
     * A code as it is kept: people type codes in any case.
     *
     * @param typed what was typed
     * @return in upper case, without blanks around
     */
    public static String normal(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * Whether an order of this time may have used it.
     *
     * @param at when the order was made
     * @return false before its first day, after its last one, and once it is archived
     */
    public boolean isGoodAt(Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return validFrom.map(first -> !day.isBefore(first)).orElse(true) && validTo.map(last -> !day.isAfter(last)).orElse(true)
                && archivedAt.map(at::isBefore).orElse(true);
    }

    /**
     * The code, not good any more.
     *
     * @param now the time
     * @return archived now, or when it was archived before
     */
    public PromoCode archived(Instant now) {
        return new PromoCode(id, campaign, code, creator, discount, validFrom, validTo, createdBy, createdAt, archivedAt.or(() -> Optional.of(now)));
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "promo_codes." + id;
        return Traits.NONE.withheld(place + ".code", code).with(place + ".creator", creator).with(place + ".valid_from", validFrom)
                .with(place + ".valid_to", validTo).with(place + ".archived", archivedAt).withheld(place + ".discount", discount);
    }
}
