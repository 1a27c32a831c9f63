package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.CommentId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody of the team said to a campaign or to one of its deliverables. Only who wrote it changes or removes it.
 *
 * @param id its id
 * @param campaign to which campaign
 * @param version 1 at birth, one more with every change
 * @param deliverable to which of its deliverables; empty for the campaign as a whole
 * @param text 1 to {@link #MOST_TEXT} characters
 * @param writtenBy the label of the actor
 * @param writtenAt when
 * @param editedAt when it last changed; empty when it never did
 */
public record Comment(
        CommentId id,
        CampaignId campaign,
        long version,
        Optional<DeliverableId> deliverable,
        String text,
        String writtenBy,
        Instant writtenAt,
        Optional<Instant> editedAt) {

    /** The longest text, in characters. */
    public static final int MOST_TEXT = 5_000;

    /** How many comments one campaign can have. */
    public static final int MOST = 10_000;

    /** Checks the text. */
    public Comment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(deliverable, "deliverable");
        Objects.requireNonNull(writtenBy, "writtenBy");
        Objects.requireNonNull(writtenAt, "writtenAt");
        Objects.requireNonNull(editedAt, "editedAt");
        if (text.isBlank() || Characters.count(text) > MOST_TEXT) {
            throw new IllegalArgumentException("a comment has 1 to " + MOST_TEXT + " characters");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * The comment in other words.
     *
     * @param newText 1 to {@link #MOST_TEXT} characters
     * @param now the time
     * @return the next version
     */
    public Comment edited(String newText, Instant now) {
        return new Comment(id, campaign, version + 1, deliverable, newText, writtenBy, writtenAt, Optional.of(now));
    }

    /**
     * Whether somebody wrote it.
     *
     * @param actor the label of an actor
     * @return true for its author
     */
    public boolean isBy(String actor) {
        return writtenBy.equals(actor);
    }

    /**
     * What the audit log shows of it; the words are withheld.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "comments." + id;
        return Traits.NONE.withheld(place + ".text", text).with(place + ".deliverable", deliverable);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "Comment[id=" + id + ", campaign=" + campaign + ", version=" + version + ", writtenBy=" + writtenBy + "]";
    }
}
