package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.ZoneId;
import java.util.Optional;

/** Renames the actor's team and changes its settings. */
public final class ChangeTeam {

    private final Transactions transactions;
    private final OwnTeam ownTeam;

    ChangeTeam(Transactions transactions, OwnTeam ownTeam) {
        this.transactions = transactions;
        this.ownTeam = ownTeam;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes
     * @param team which team
     * @param expectedVersion the version the actor saw
     * @param name 1 to 100 characters; empty to keep it
     * @param timeZone in which it counts days and months; empty to keep it
     */
    public record Command(Actor actor, TeamId team, long expectedVersion, Optional<String> name, Optional<ZoneId> timeZone) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param team as it is now
         */
        record Changed(Team team) implements Outcome {}
    }

    /**
     * Changes the team.
     *
     * @param command what is wanted
     * @return the new version
     * @throws Refusal.NotFound when it is not the actor's
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_TEAM);
        CurrentTeam.require(actor, command.team());
        return transactions.inTransaction(actor, "team.change", () -> {
            Team team = ownTeam.find().orElseThrow(Refusal.NotFound::new);
            Team changed = team.changed(command.name().map(String::strip).orElse(team.name()), command.timeZone().orElse(team.timeZone()));
            if (command.expectedVersion() != team.version() || !ownTeam.replace(changed)) {
                throw new Refusal.StaleVersion(team.version());
            }
            transactions.about(Subject.of("team", team.id()), team.traits().changesTo(changed.traits()));
            return new Outcome.Changed(changed);
        });
    }
}
