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

/** Takes the deletion of the actor's team back, within the cooling-off period. Every member is told. */
public final class RestoreTeam {

    private final Transactions transactions;
    private final OwnTeam ownTeam;
    private final TeamMail mail;

    RestoreTeam(Transactions transactions, OwnTeam ownTeam, TeamMail mail) {
        this.transactions = transactions;
        this.ownTeam = ownTeam;
        this.mail = mail;
    }

    /**
     * What is wanted.
     *
     * @param actor the owner
     * @param team which team
     */
    public record Command(Actor actor, TeamId team) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It stays.
         *
         * @param team as it is now
         */
        record Restored(Team team) implements Outcome {}

        /** Nobody wanted it deleted. */
        record NotCoolingOff() implements Outcome {}
    }

    /**
     * Takes the deletion back.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when it is not the actor's
     * @throws Refusal.StaleVersion when somebody changed it at the same time
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.OWN_TEAM);
        CurrentTeam.require(actor, command.team());
        return transactions.inTransaction(actor, "team.restore", () -> {
            Team team = ownTeam.find().orElseThrow(Refusal.NotFound::new);
            if (!(team.state() instanceof Team.State.CoolingOff)) {
                transactions.refused(Subject.of("team", team.id()));
                return new Outcome.NotCoolingOff();
            }
            Team restored = team.in(new Team.State.Active());
            if (!ownTeam.replace(restored)) {
                throw new Refusal.StaleVersion(team.version());
            }
            mail.tellMembers(restored, (letters, to) -> letters.restoration(to, restored));
            transactions.about(Subject.of("team", team.id()), team.traits().changesTo(restored.traits()));
            return new Outcome.Restored(restored);
        });
    }
}
