package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What follows from posts. Runs inside a transaction of the caller, but for {@link #teamsWithOutdated}. */
public interface ContentProfiles {

    /**
     * Finds a creator's profile; the team's own view comes before the catalogue's.
     *
     * @param creator the creator
     * @return the profile as it was computed last, or empty when there is none
     */
    Optional<ContentProfile> find(CreatorId creator);

    /**
     * Finds out whether the bound team's own posts of a creator changed after the profile was computed.
     *
     * @param creator the creator
     * @return since when the profile is outdated, empty when it is not
     */
    Optional<Outdated> outdated(CreatorId creator);

    /**
     * Notes that the bound team's own posts of a creator have changed. Of what is outdated already the time moves, by a microsecond at
     * least, so that whoever computes the profile meanwhile notices.
     *
     * @param creatorOwner whose record the creator is
     * @param creator the creator
     * @param now the time
     */
    void outdate(TeamId creatorOwner, CreatorId creator, Instant now);

    /**
     * The creators whose profiles are outdated in the bound team's view, the longest outdated first.
     *
     * @param most how many, at least 1
     * @return the creators
     */
    List<Outdated> listOutdated(int most);

    /**
     * Keeps a profile, and what it says as of a day. It is up to date from now on, unless something changed since it was read. When another
     * was kept meanwhile and nothing changed since, that one saw all that this one did, or more, and stays.
     *
     * @param profile of the bound team's view
     * @param day what it says, in place of what was kept of the same day
     * @param seen since when it was outdated when the posts were read
     * @return whether it was kept
     */
    boolean save(ContentProfile profile, ProfileSnapshot day, Instant seen);

    /**
     * What a creator's profile said at the end of each day on which it was computed, the earliest first; the view is that of
     * {@link #find}.
     *
     * @param creator the creator
     * @param from the first day
     * @param to the last day
     * @return at most one for each day
     */
    List<ProfileSnapshot> history(CreatorId creator, LocalDate from, LocalDate to);

    /**
     * Profiles of other creators that are mostly about the same, those with most posts first; the view is that of {@link #find}.
     *
     * @param category what they are mostly about
     * @param except a creator to leave out
     * @param most how many, at least 1
     * @return one profile for each creator
     */
    List<ContentProfile> about(Category category, CreatorId except, int most);

    /**
     * The teams that are not closed and have outdated profiles, the longest outdated first. Works across teams, in a transaction of its own.
     *
     * @param before only what is outdated since before this time
     * @param most how many, at least 1
     * @return the teams
     */
    List<TeamId> teamsWithOutdated(Instant before, int most);

    /**
     * A profile to be computed anew.
     *
     * @param creatorOwner whose record the creator is
     * @param creator the creator
     * @param since since when it is outdated
     */
    record Outdated(TeamId creatorOwner, CreatorId creator, Instant since) {}
}
