package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

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
 */
public record Campaign(
        CampaignId id,
        TeamId team,
        long version,
        String name,
        Kind kind,
        Status status,
        Brief brief,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** What is done with creators or the public. */
    public enum Kind implements Coded {
        /** Creators publish for the brand. */
        CREATOR;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a campaign stands. */
    public enum Status implements Coded {
        /** Being prepared; the only status in which it can be deleted. */
        DRAFT,
        /** Running. */
        ACTIVE,
        /** Halted for a while. */
        PAUSED,
        /** Over. */
        COMPLETED;

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
        if (name.isBlank() || name.length() > 200) {
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
        return new Campaign(id, team, 1, name, Kind.CREATOR, Status.DRAFT, brief, createdBy, now, now);
    }

    /**
     * The campaign with another name and brief.
     *
     * @param newName 1 to 200 characters
     * @param newBrief what it wants now
     * @param now the time
     * @return the next version
     */
    public Campaign changed(String newName, Brief newBrief, Instant now) {
        return new Campaign(id, team, version + 1, newName, kind, status, newBrief, createdBy, createdAt, now);
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
