package io.tastemaker.domain.identity;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A team: the tenant that owns all data below it.
 *
 * @param id the team's id
 * @param version 1 at birth, one more with every change
 * @param name 1 to 100 characters
 * @param timeZone in which the team counts days and months
 * @param createdAt when it was made
 * @param state whether it is to stay
 */
public record Team(TeamId id, long version, String name, ZoneId timeZone, Instant createdAt, State state) {

    /** How many teams a person may own. */
    public static final int MOST_OWNED = 20;

    private static final int LONGEST_NAME = 100;

    /** Whether a team is to stay. */
    public sealed interface State {
        /** Nobody wants it deleted. */
        record Active() implements State {}

        /**
         * Its owner wants it deleted and can still take that back; until then everything works as before.
         *
         * @param deletedAfter when it will be deleted
         */
        record CoolingOff(Instant deletedAfter) implements State {
            /** Checks that there is a time. */
            public CoolingOff {
                Objects.requireNonNull(deletedAfter, "deletedAfter");
            }
        }

        /**
         * It has no members and no keys any more. What it has is removed, and what it did is kept for the record.
         *
         * @param at since when
         */
        record Deleted(Instant at) implements State {
            /** Checks that there is a time. */
            public Deleted {
                Objects.requireNonNull(at, "at");
            }
        }

        /**
         * The state as one word.
         *
         * @return {@code active}, {@code cooling_off} or {@code deleted}
         */
        default String code() {
            return switch (this) {
                case Active active -> "active";
                case CoolingOff coolingOff -> "cooling_off";
                case Deleted deleted -> "deleted";
            };
        }
    }

    /** Checks the name and the version. */
    public Team {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(state, "state");
        if (version < 1 || name.isBlank() || Characters.count(name) > LONGEST_NAME) {
            throw new IllegalArgumentException("a team's version is at least 1, and its name has 1 to 100 characters");
        }
    }

    /**
     * A new team that counts days in UTC.
     *
     * @param id its id
     * @param name 1 to 100 characters
     * @param now the time
     * @return version 1
     */
    public static Team begin(TeamId id, String name, Instant now) {
        return begin(id, name, ZoneId.of("UTC"), now);
    }

    /**
     * A new team.
     *
     * @param id its id
     * @param name 1 to 100 characters
     * @param timeZone in which it counts days and months
     * @param now the time
     * @return version 1
     */
    public static Team begin(TeamId id, String name, ZoneId timeZone, Instant now) {
        return new Team(id, 1, name, timeZone, now, new State.Active());
    }

    /**
     * The personal team of somebody.
     *
     * @param id its id
     * @param owner the name of the person, cut to what a team's name may have
     * @param timeZone in which it counts days and months
     * @param now the time
     * @return version 1
     */
    public static Team personal(TeamId id, String owner, ZoneId timeZone, Instant now) {
        return begin(id, owner.length() <= LONGEST_NAME ? owner : owner.substring(0, LONGEST_NAME).strip(), timeZone, now);
    }

    /**
     * The team with other settings.
     *
     * @param newName 1 to 100 characters
     * @param newTimeZone in which it counts days and months from now on
     * @return the next version
     */
    public Team changed(String newName, ZoneId newTimeZone) {
        return new Team(id, version + 1, newName, newTimeZone, createdAt, state);
    }

    /**
     * The team in another state.
     *
     * @param newState whether it is to stay
     * @return the next version
     */
    public Team in(State newState) {
        return new Team(id, version + 1, name, timeZone, createdAt, newState);
    }

    /**
     * What the audit log shows of it. Of the name it only says that it changed: a personal team is called like its person.
     *
     * @return the traits
     */
    public Traits traits() {
        return Traits.NONE.withheld("name", name).with("time_zone", timeZone).with("state", state.code());
    }
}
