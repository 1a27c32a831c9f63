package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When creators were last fetched from a source. Runs inside a transaction of the caller, but for {@link #due}. */
public interface SourceStates {

    /**
     * Finds out about a creator.
     *
     * @param creator a creator that the team may see
     * @return the state, or empty when nobody ever asked a source for it
     */
    Optional<SourceState> find(CreatorId creator);

    /**
     * Keeps a state, in place of the one before.
     *
     * @param state of a creator of the bound team
     */
    void save(SourceState state);

    /**
     * The creators that are to be fetched again, of teams that are not closed: never fetched or last before a time, wanted since another, and
     * not to be left alone until later because of a failure; the longest waiting first. Works across teams, in a transaction of its own.
     *
     * @param fetchedBefore only what was fetched before
     * @param wantedSince only what somebody asked for since
     * @param now the time
     * @param most how many, at least 1
     * @return the creators
     */
    List<Due> due(Instant fetchedBefore, Instant wantedSince, Instant now, int most);

    /**
     * A creator to be fetched.
     *
     * @param owner whose record it is
     * @param creator the creator
     */
    record Due(TeamId owner, CreatorId creator) {}
}
