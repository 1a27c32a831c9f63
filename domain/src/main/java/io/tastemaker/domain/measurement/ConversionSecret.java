package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a shop signs its calls with.
 *
 * @param id names it, and is what it is sealed for
 * @param campaign of which campaign
 * @param sealed the secret, encrypted
 * @param madeAt when it was made
 * @param endsAt until when it is still believed once there is a newer one; empty while it is the newest
 */
public record ConversionSecret(UUID id, CampaignId campaign, byte[] sealed, Instant madeAt, Optional<Instant> endsAt) {

    /** How long an old secret is believed beside the new one. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** How far the time of a signature may be off, either way. */
    public static final Duration TOLERANCE = Duration.ofSeconds(300);

    /** Copies the bytes and checks that nothing is missing. */
    public ConversionSecret {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        sealed = sealed.clone();
        madeAt = madeAt.truncatedTo(ChronoUnit.MICROS);
        endsAt = endsAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * A copy of the bytes.
     *
     * @return the secret as it is kept
     */
    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    /**
     * What it is sealed for.
     *
     * @return a context that no other secret has
     */
    public String context() {
        return context(id);
    }

    /**
     * What a secret of this id is sealed for.
     *
     * @param id the id
     * @return a context that no other secret has
     */
    public static String context(UUID id) {
        return "conversions:" + id;
    }

    /**
     * Whether calls signed with it are believed.
     *
     * @param now the time
     * @return true for the newest, and for the one before within {@link #OVERLAP}
     */
    public boolean isGoodAt(Instant now) {
        return endsAt.map(now::isBefore).orElse(true);
    }

    /**
     * The secret once there is a newer one.
     *
     * @param now the time
     * @return believed for {@link #OVERLAP} yet
     */
    public ConversionSecret replaced(Instant now) {
        return new ConversionSecret(id, campaign, sealed, madeAt, Optional.of(now.plus(OVERLAP)));
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "ConversionSecret[" + id + "]";
    }
}
