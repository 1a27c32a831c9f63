package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that is kept about a person, wherever it stands. Which columns hold persons is read from the store itself, so that a table
 * added later is not forgotten. Each call is a step of its own, outside the caller's transaction.
 */
public interface PersonalData {

    /**
     * The rows of one table that are about a person, without hashes, keys and other secrets.
     *
     * @param table the table's name
     * @param rows each row as a JSON object
     * @param complete false when the table has more of them than {@link #MOST_ROWS}
     */
    record Holding(String table, List<String> rows, boolean complete) {
        /** Copies the rows. */
        public Holding {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A wish to be erased. What is left of the person is the hash of the address, so that a restored backup can be cleaned again.
     *
     * @param id names it on the certificate
     * @param user who, or who it was
     * @param emailHash SHA-256 of the address in lower-case hex
     * @param requestedAt when it was asked for
     * @param completedAt when all was gone; empty while it is under way
     */
    record Erasure(UUID id, UserId user, String emailHash, Instant requestedAt, Optional<Instant> completedAt) {}

    /** How many rows of one table are handed out at most. */
    int MOST_ROWS = 50_000;

    /**
     * The teams in which the person is a member or has left a trace.
     *
     * @param user who
     * @return the teams, those of deleted teams included
     */
    Set<TeamId> teams(UserId user);

    /**
     * Of the teams the person owns, those that have other members.
     *
     * @param user who
     * @return the teams that need another owner first
     */
    Set<TeamId> ownedWithOthers(UserId user);

    /**
     * Reads what is kept about a person outside of teams: the account and what hangs on it.
     *
     * @param user who
     * @return by table
     */
    List<Holding> ofAccount(User user);

    /**
     * Reads what is kept about a person in a team.
     *
     * @param team which team
     * @param user who
     * @return by table
     */
    List<Holding> inTeam(TeamId team, User user);

    /**
     * Notes an erasure, and keeps it from being noted twice.
     *
     * @param erasure not completed
     */
    void begin(Erasure erasure);

    /**
     * The erasures that were begun and not completed.
     *
     * @param before begun before this
     * @return the oldest first, at most 100
     */
    List<Erasure> unfinished(Instant before);

    /**
     * Removes what is a person's own in a team, such as favourites and search history, and the address wherever it stands. What the
     * person did for the team stays, under an id that names nobody any more.
     *
     * @param team which team
     * @param user who
     * @return how many rows were removed
     */
    int forget(TeamId team, User user);

    /**
     * Removes the account with all that hangs on it, and closes the teams of which the person was the only member.
     *
     * @param erasure which is completed by this
     * @param now the time
     * @return how many rows were removed
     */
    int forgetAccount(Erasure erasure, Instant now);
}
