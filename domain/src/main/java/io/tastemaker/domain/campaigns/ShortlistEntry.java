package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A creator on a campaign's shortlist.
 *
 * @param campaign the campaign
 * @param creator the creator
 * @param creatorOwner whose record the creator is: the campaign's team or {@link TeamId#CATALOGUE}
 * @param status where the creator stands
 * @param note what the team says about the choice, at most 2,000 characters; blank for nothing
 * @param pick where the creator stood in the ranking it was taken from; empty when chosen by hand
 * @param addedBy the label of the actor
 * @param addedAt when
 * @param version 1 at birth, one more with every change
 */
public record ShortlistEntry(
        CampaignId campaign,
        CreatorId creator,
        TeamId creatorOwner,
        Status status,
        String note,
        Optional<Pick> pick,
        String addedBy,
        Instant addedAt,
        long version) {

    /** Where a creator stands. */
    public enum Status implements Coded {
        /** Chosen, not asked yet. */
        PENDING,
        /** Asked. */
        INVITED,
        /** Takes part. */
        ACCEPTED,
        /** Does not take part. */
        REJECTED,
        /** Has delivered. */
        COMPLETED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the note and that nothing is missing. */
    public ShortlistEntry {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(creatorOwner, "creatorOwner");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(addedBy, "addedBy");
        Objects.requireNonNull(addedAt, "addedAt");
        if (Characters.count(note) > 2_000) {
            throw new IllegalArgumentException("a note has at most 2,000 characters");
        }
    }

    /**
     * The entry with another status and note.
     *
     * @param newStatus where the creator stands now
     * @param newNote at most 2,000 characters
     * @return the next version
     */
    public ShortlistEntry changed(Status newStatus, String newNote) {
        return new ShortlistEntry(campaign, creator, creatorOwner, newStatus, newNote, pick, addedBy, addedAt, version + 1);
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "creators." + creator;
        return Traits.NONE.with(place + ".status", status).with(place + ".ranking", pick.map(Pick::ranking)).withheld(place + ".note", note);
    }
}
