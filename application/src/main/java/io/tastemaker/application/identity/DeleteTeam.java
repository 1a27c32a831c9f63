package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Begins the deletion of the actor's team: after a cooling-off period it is closed. Every member is told. */
public final class DeleteTeam {

    private final PlatformTransactions platform;
    private final Users users;
    private final Transactions transactions;
    private final OwnTeam ownTeam;
    private final TeamMail mail;
    private final Duration coolingOff;
    private final InstantSource clock;

    DeleteTeam(PlatformTransactions platform, Users users, Transactions transactions, OwnTeam ownTeam, TeamMail mail, Duration coolingOff,
            InstantSource clock) {
        this.platform = platform;
        this.users = users;
        this.transactions = transactions;
        this.ownTeam = ownTeam;
        this.mail = mail;
        this.coolingOff = coolingOff;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the owner
     * @param team which team
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, TeamId team, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It will be deleted unless the owner takes that back.
         *
         * @param team as it is now
         */
        record CoolingOff(Team team) implements Outcome {}

        /** Its deletion has begun before. */
        record BegunBefore() implements Outcome {}

        /** It is the personal team of an account, and stays as long as the account. */
        record PersonalTeam() implements Outcome {}
    }

    /**
     * Begins the deletion.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when it is not the actor's
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.OWN_TEAM);
        CurrentTeam.require(actor, command.team());
        if (platform.reading(actor, () -> users.isHome(command.team()))) {
            return new Outcome.PersonalTeam();
        }
        Instant deletedAfter = clock.instant().plus(coolingOff);
        return transactions.inTransaction(actor, "team.delete", () -> {
            Team team = ownTeam.find().orElseThrow(Refusal.NotFound::new);
            if (team.state() instanceof Team.State.CoolingOff) {
                transactions.refused(Subject.of("team", team.id()));
                return new Outcome.BegunBefore();
            }
            Team leaving = team.in(new Team.State.CoolingOff(deletedAfter));
            if (command.expectedVersion().orElse(team.version()) != team.version() || !ownTeam.replace(leaving)) {
                throw new Refusal.StaleVersion(team.version());
            }
            mail.tellMembers(leaving, (letters, to) -> letters.deletion(to, leaving, deletedAfter));
            transactions.about(Subject.of("team", team.id()), team.traits().changesTo(leaving.traits()));
            return new Outcome.CoolingOff(leaving);
        });
    }
}
