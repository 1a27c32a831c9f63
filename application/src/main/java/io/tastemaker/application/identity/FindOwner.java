package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.UserId;
import java.time.ZoneId;
import java.util.Optional;

/** Finds out who owns a team, for those who have to write to its owner. */
public final class FindOwner {

    private final Transactions transactions;
    private final OwnTeam ownTeam;
    private final Memberships memberships;

    FindOwner(Transactions transactions, OwnTeam ownTeam, Memberships memberships) {
        this.transactions = transactions;
        this.ownTeam = ownTeam;
        this.memberships = memberships;
    }

    /**
     * What is asked.
     *
     * @param actor the program itself, working for the team; or its owner
     */
    public record Query(Actor actor) {}

    /** Who it is. */
    public sealed interface Outcome {
        /**
         * Somebody owns it.
         *
         * @param user who
         * @param email where letters reach that person
         * @param team the team's name
         * @param zone the team's zone
         */
        record Owned(UserId user, EmailAddress email, String team, ZoneId zone) implements Outcome {
            /** Names nobody. */
            @Override
            public String toString() {
                return "Owned[]";
            }
        }

        /**
         * Nobody owns it, as with teams that were made by a command.
         *
         * @param team the team's name
         */
        record Unowned(String team) implements Outcome {
            /** Names nobody. */
            @Override
            public String toString() {
                return "Unowned[]";
            }
        }

        /** There is no such team any more. */
        record Gone() implements Outcome {}
    }

    private record Found(Optional<Team> team, Optional<Memberships.Member> owner) {}

    /**
     * Finds it out.
     *
     * @param query what is asked
     * @return who it is
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OWN_BILLING);
        Found found = transactions.reading(query.actor(), () -> new Found(ownTeam.find(), memberships.owner()));
        if (found.team().isEmpty()) {
            return new Outcome.Gone();
        }
        Team team = found.team().get();
        return found.owner()
                .<Outcome>map(owner -> new Outcome.Owned(owner.membership().user(), owner.email(), team.name(), team.timeZone()))
                .orElseGet(() -> new Outcome.Unowned(team.name()));
    }
}
