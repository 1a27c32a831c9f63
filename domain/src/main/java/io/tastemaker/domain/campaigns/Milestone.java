package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.MilestoneId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A day by which something of a campaign shall be reached.
 *
 * @param id its id
 * @param campaign of which campaign
 * @param version 1 at birth, one more with every change
 * @param name 1 to {@link #MOST_NAME} characters
 * @param dueOn by which day
 * @param position where it stands among the others, 0 to {@link #MOST_POSITION}; those of one position are ordered by their days
 * @param doneAt when it was reached; empty as long as it is not
 * @param createdBy the label of the actor who made it
 * @param createdAt when
 */
public record Milestone(
        MilestoneId id,
        CampaignId campaign,
        long version,
        String name,
        LocalDate dueOn,
        int position,
        Optional<Instant> doneAt,
        String createdBy,
        Instant createdAt) {

    /** How many milestones one campaign can have. */
    public static final int MOST = 100;

    /** The longest name, in characters. */
    public static final int MOST_NAME = 200;

    /** The last position. */
    public static final int MOST_POSITION = 10_000;

    /** By position, then by day, then by age. */
    public static final Comparator<Milestone> ORDER = Comparator.comparingInt(Milestone::position).thenComparing(Milestone::dueOn)
            .thenComparing(Milestone::createdAt).thenComparing(milestone -> milestone.id().toString());

    /** Checks name and position. */
    public Milestone {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(doneAt, "doneAt");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        if (name.isBlank() || Characters.count(name) > MOST_NAME) {
            throw new IllegalArgumentException("a milestone's name has 1 to " + MOST_NAME + " characters");
        }
        if (position < 0 || position > MOST_POSITION) {
            throw new IllegalArgumentException("positions reach from 0 to " + MOST_POSITION + ": " + position);
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * The milestone as it is wanted now.
     *
     * @param newName 1 to {@link #MOST_NAME} characters
     * @param newDueOn by which day
     * @param newPosition where it stands
     * @param isDone whether it is reached
     * @param now the time; what is reached keeps the time at which it was
     * @return the next version
     */
    public Milestone changed(String newName, LocalDate newDueOn, int newPosition, boolean isDone, Instant now) {
        Optional<Instant> reached = isDone ? doneAt.or(() -> Optional.of(now)) : Optional.empty();
        return new Milestone(id, campaign, version + 1, newName, newDueOn, newPosition, reached, createdBy, createdAt);
    }

    /**
     * Whether it is late.
     *
     * @param day which day it is
     * @return true when it was due before that day and is not reached
     */
    public boolean isOverdue(LocalDate day) {
        return doneAt.isEmpty() && dueOn.isBefore(day);
    }

    /**
     * What the audit log shows of it; what people wrote is withheld.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "milestones." + id;
        return Traits.NONE.withheld(place + ".name", name).with(place + ".due_on", dueOn).with(place + ".position", position)
                .with(place + ".done_at", doneAt);
    }
}
