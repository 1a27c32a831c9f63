package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that is kept about a person, wherever it stands. Which columns hold persons is read from the store itself, so that a table
 * added later is not forgotten. Each call is a step of its own, outside the caller's transaction.
 */
public interface PersonalData {

    /**
     * A table that may hold something about a person.
     *
     * @param team of which team; empty outside of teams
     * @param table the table's name
     */
    record Place(Optional<TeamId> team, String table) {}

    /**
     * A wish to be erased, and what came of it. What is left of the person is the hash of the address, so that a restored backup can be
     * cleaned again.
     *
     * @param id names it on the certificate
     * @param user who, or who it was
     * @param emailHash SHA-256 of the address in lower-case hex
     * @param requestedAt when it was asked for
     * @param completedAt when all was gone but what the closed teams have; empty while it is under way
     * @param erased how many rows were removed, by table
     * @param closed the teams that were closed with the account
     */
    record Erasure(UUID id, UserId user, String emailHash, Instant requestedAt, Optional<Instant> completedAt, Map<String, Long> erased,
            List<ClosedTeam> closed) {

        /** Copies the counts and the teams. */
        public Erasure {
            erased = Map.copyOf(erased);
            closed = List.copyOf(closed);
        }

        /**
         * A wish of which nothing has come yet.
         *
         * @param id names it
         * @param user who
         * @param emailHash SHA-256 of the address in lower-case hex
         * @param now the time
         * @return an erasure under way
         */
        public static Erasure begin(UUID id, UserId user, String emailHash, Instant now) {
            return new Erasure(id, user, emailHash, now, Optional.empty(), Map.of(), List.of());
        }
    }

    /**
     * What became of a team that was closed with an account.
     *
     * @param team which
     * @param purgedAt when the last of what it had was removed; empty while something is left
     * @param purged how many rows were removed so far, by table
     */
    record ClosedTeam(TeamId team, Optional<Instant> purgedAt, Map<String, Long> purged) {
        /** Copies the counts. */
        public ClosedTeam {
            purged = Map.copyOf(purged);
        }
    }

    /**
     * The teams in which the person is a member, has left a trace or is invited.
     *
     * @param user who
     * @return the teams, those of deleted teams included
     */
    Set<TeamId> teams(User user);

    /**
     * Of the teams the person owns, those that have other members.
     *
     * @param user who
     * @return the teams that need another owner first
     */
    Set<TeamId> ownedWithOthers(UserId user);

    /**
     * Where something about the person may stand. A team that nobody else is in is the person's: all that people bring into it counts.
     *
     * @param user who
     * @return the places outside of teams, then those of each team
     */
    List<Place> places(User user);

    /**
     * Reads what is kept about a person in a place.
     *
     * @param place where
     * @param user who
     * @param after the end of the page before; empty from the first on
     * @return the next rows, each as a JSON object without hashes, keys and other secrets; few enough to be held in memory
     */
    Page<String> read(Place place, User user, Optional<String> after);

    /**
     * Notes an erasure, and keeps it from being noted twice.
     *
     * @param erasure under way
     * @return the one that stands: this, or that of the same person noted before
     */
    Erasure begin(Erasure erasure);

    /**
     * The erasures that were begun and not completed.
     *
     * @param before begun before this
     * @return the oldest first, at most 100
     */
    List<Erasure> unfinished(Instant before);

    /**
     * Finds an erasure.
     *
     * @param id which
     * @return the erasure, if there is one
     */
    Optional<Erasure> findErasure(UUID id);

    /**
     * Lists erasures.
     *
     * @param page which page
     * @return the newest first
     */
    Page<Erasure> listErasures(PageRequest page);

    /**
     * Removes what is a person's own in a team, such as favourites and search history, and the address wherever it stands. What the
     * person did for the team stays, under an id that names nobody any more.
     *
     * @param erasure which counts what is removed
     * @param team which team
     * @param user who
     * @return how many rows were removed
     */
    int forget(Erasure erasure, TeamId team, User user);

    /**
     * Removes the account with all that is about the person outside of teams, and closes the teams of which the person was the only
     * member. Where others joined a team of the person's own meanwhile, the foremost of them becomes its owner: who has the highest
     * role, and of several the one who joined first. An erasure that is completed changes nothing any more.
     *
     * @param erasure which is completed by this
     * @param user who
     * @param now the time
     * @return how many rows were removed
     */
    int forgetAccount(Erasure erasure, User user, Instant now);
}
