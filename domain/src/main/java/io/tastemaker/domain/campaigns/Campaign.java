package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A campaign of a team.
 *
 * @param id the campaign's id
 * @param team whose campaign
 * @param version 1 at birth, one more with every change
 * @param name 1 to 200 characters
 * @param kind what is done with creators or the public
 * @param status where it stands
 * @param brief what it wants
 * @param createdBy the label of the actor who made it
 * @param createdAt when
 * @param updatedAt when it last changed
 * @param launchedAt when it began to run; empty for a draft
 */
public record Campaign(
        CampaignId id,
        TeamId team,
        long version,
        String name,
        CampaignKind kind,
        Status status,
        Brief brief,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> launchedAt) {

    /** Where a campaign stands. */
    public enum Status implements Coded {
        /** Being prepared; the only status in which it can be deleted. */
        DRAFT,
        /** Running. */
        ACTIVE,
        /** Halted for a while. */
        PAUSED,
        /** Over. */
        COMPLETED,
        /** Over and put away. */
        ARCHIVED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the name and that nothing is missing. */
    public Campaign {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(brief, "brief");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (launchedAt.isPresent() == (status == Status.DRAFT)) {
            throw new IllegalArgumentException("a campaign was launched unless it is a draft");
        }
        if (name.isBlank() || Characters.count(name) > 200) {
            throw new IllegalArgumentException("a campaign's name has 1 to 200 characters");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * A new campaign.
     *
     * @param id its id
     * @param team whose campaign
     * @param name 1 to 200 characters
     * @param brief what it wants
     * @param createdBy the label of the actor
     * @param now the time
     * @return a draft of version 1
     */
    public static Campaign draft(CampaignId id, TeamId team, String name, Brief brief, String createdBy, Instant now) {
        return new Campaign(id, team, 1, name, new CampaignKind.Creators(), Status.DRAFT, brief, createdBy, now, now, Optional.empty());
    }

    /** What becomes of a change. */
    public sealed interface Change {
        /**
         * The campaign is changed.
         *
         * @param campaign the next version
         */
        record Changed(Campaign campaign) implements Change {}

        /** It is over, and stays as it is. */
        record Over() implements Change {}

        /**
         * It runs or is halted, and would lack what it needs.
         *
         * @param gaps what would be missing, at least one
         */
        record Incomplete(List<LaunchGap> gaps) implements Change {}
    }

    /**
     * Gives the campaign another name and brief.
     *
     * @param newName 1 to 200 characters
     * @param newBrief what it wants now
     * @param now the time
     * @return the next version, or why there is none
     */
    public Change change(String newName, Brief newBrief, Instant now) {
        if (isOver()) {
            return new Change.Over();
        }
        List<LaunchGap> gaps = status == Status.DRAFT ? List.of() : LaunchGap.of(kind, newBrief, launchedOn());
        if (!gaps.isEmpty()) {
            return new Change.Incomplete(gaps);
        }
        return new Change.Changed(
                new Campaign(id, team, version + 1, newName, kind, status, newBrief, createdBy, createdAt, now, launchedAt));
    }

    /**
     * Whether nothing is added to it any more.
     *
     * @return true once it is completed
     */
    public boolean isOver() {
        return switch (status) {
            case DRAFT, ACTIVE, PAUSED -> false;
            case COMPLETED, ARCHIVED -> true;
        };
    }

    /** What becomes of a step. */
    public sealed interface Move {
        /**
         * The step is taken.
         *
         * @param campaign the next version
         * @param transition the record of it
         */
        record Moved(Campaign campaign, Transition transition) implements Move {}

        /**
         * From where the campaign stands, the step leads nowhere.
         *
         * @param allowed the steps that do, none when its life has ended
         */
        record NotAllowed(List<CampaignStep> allowed) implements Move {}

        /**
         * It cannot run yet.
         *
         * @param gaps what is missing, at least one
         */
        record Incomplete(List<LaunchGap> gaps) implements Move {}
    }

    /**
     * Takes a step.
     *
     * @param step which
     * @param by the label of the actor
     * @param reason what the actor says about it, 1 to 500 characters
     * @param now the time; days are those of UTC
     * @return the next version and the record of the step, or why it was not taken
     */
    public Move move(CampaignStep step, String by, Optional<String> reason, Instant now) {
        if (!step.isAllowedIn(status)) {
            return new Move.NotAllowed(steps());
        }
        List<LaunchGap> gaps = step == CampaignStep.LAUNCH ? LaunchGap.of(kind, brief, day(now)) : List.of();
        if (!gaps.isEmpty()) {
            return new Move.Incomplete(gaps);
        }
        Campaign moved = new Campaign(id, team, version + 1, name, kind, step.to(), brief, createdBy, createdAt, now,
                launchedAt.or(() -> Optional.of(now)));
        return new Move.Moved(moved, new Transition(id, moved.version, step, status, moved.status, by, now, reason));
    }

    /**
     * The steps that the campaign may take from where it stands.
     *
     * @return the steps, in the order of its life
     */
    public List<CampaignStep> steps() {
        return Arrays.stream(CampaignStep.values()).filter(step -> step.isAllowedIn(status)).toList();
    }

    /** What is over by now was not when it began; its last day may be corrected, not moved before that. */
    private LocalDate launchedOn() {
        return day(launchedAt.orElseThrow());
    }

    private static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.withheld("name", name).with("kind", kind).with("status", status).withheld("brief", brief.text())
                .withheld("website", brief.website()).with("followers", brief.followers()).with("platforms", brief.platforms())
                .with("locations", brief.locations()).with("categories", brief.categories()).with("budget", brief.budget())
                .with("starts_on", brief.startsOn()).with("ends_on", brief.endsOn());
    }

    /**
     * Whether the campaign may be deleted; once it ran, it stays for the record.
     *
     * @return true for a draft
     */
    public boolean isDeletable() {
        return status == Status.DRAFT;
    }
}
