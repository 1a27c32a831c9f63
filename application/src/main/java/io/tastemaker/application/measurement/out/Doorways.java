package io.tastemaker.application.measurement.out;

import io.tastemaker.domain.measurement.LinkTarget;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** What strangers reach without a credential: links to follow, and whose campaign a shop talks of. Each call is a step of its own. */
public interface Doorways {

    /**
     * A link that leads somewhere.
     *
     * @param team whose link
     * @param link which link
     * @param target where it leads
     * @param counts whether clicks count: those on links of archived campaigns do not, though they lead on
     */
    record Door(TeamId team, TrackedLinkId link, LinkTarget target, boolean counts) {}

    /**
     * How often a link was followed on a day.
     *
     * @param team whose link
     * @param link which link
     * @param day in UTC
     * @param count at least 1
     */
    record Clicks(TeamId team, TrackedLinkId link, LocalDate day, long count) {}

    /**
     * Finds where a code leads.
     *
     * @param code as it stands in the address
     * @return the link; empty when there is none, or it is archived, or its team is closed; what is archived, link or
     *     campaign, may be as before for some seconds
     */
    Optional<Door> findLink(String code);

    /**
     * Finds whose campaign it is.
     *
     * @param campaign a campaign
     * @return its team; empty when no shop was ever given a secret for it, or the team is closed
     */
    Optional<TeamId> findTeam(CampaignId campaign);

    /**
     * Adds clicks to those that were counted; of links that are gone they are dropped.
     *
     * @param clicks no two of one link and day
     */
    void add(Collection<Clicks> clicks);
}
