package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.MemberDecision;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** Ends a membership: of somebody else, for admins, or the own one. Who leaves the personal team gets a new one. */
public final class RemoveMember {

    private final Transactions transactions;
    private final Memberships memberships;
    private final PlatformTransactions platform;
    private final Users users;
    private final Teams teams;
    private final Ids ids;
    private final InstantSource clock;

    RemoveMember(Transactions transactions, Memberships memberships, PlatformTransactions platform, Users users, Teams teams, Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.memberships = memberships;
        this.platform = platform;
        this.users = users;
        this.teams = teams;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who removes
     * @param team from which team
     * @param member whom
     * @param expectedVersion the version of the membership that the actor saw, empty for any
     */
    public record Command(Actor actor, TeamId team, UserId member, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The person is no member any more. */
        record Removed() implements Outcome {}

        /**
         * The actor's role does not suffice.
         *
         * @param required the least role that may do it
         */
        record Outranked(Role required) implements Outcome {}

        /** The owner cannot leave before making somebody else the owner. */
        record OwnerStays() implements Outcome {}
    }

    /**
     * Ends the membership.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when it is not the actor's team, or the person is no member
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        boolean own = actor instanceof Actor.User user && user.id().equals(command.member());
        AccessPolicy.require(actor, own ? Permission.READ_TEAM : Permission.WRITE_MEMBERS);
        CurrentTeam.require(actor, command.team());
        Outcome outcome = transactions.inTransaction(actor, own ? "member.leave" : "member.remove", () -> {
            Membership now = memberships.find(command.member()).orElseThrow(Refusal.NotFound::new).membership();
            return switch (MemberDecision.onRemoval(CurrentTeam.rank(actor, memberships), own, now.role())) {
                case MemberDecision.Outranked(Role required) -> refused(now, new Outcome.Outranked(required));
                case MemberDecision.OwnerStays stays -> refused(now, new Outcome.OwnerStays());
                case MemberDecision.Allowed allowed -> removed(now, command);
                case MemberDecision.Transfer transfer -> throw new IllegalStateException("a removal hands nothing over");
            };
        });
        if (outcome instanceof Outcome.Removed) {
            giveHome(command.member(), command.team());
        }
        return outcome;
    }

    private Outcome refused(Membership membership, Outcome answer) {
        transactions.refused(Subject.of("member", membership.user()));
        return answer;
    }

    private Outcome removed(Membership now, Command command) {
        if (command.expectedVersion().orElse(now.version()) != now.version()) {
            throw new Refusal.StaleVersion(now.version());
        }
        memberships.remove(now.user());
        transactions.about(Subject.of("member", now.user()), now.traits().gone());
        return new Outcome.Removed();
    }

    private void giveHome(UserId member, TeamId left) {
        Actor program = new Actor.System("teams", left);
        if (platform.reading(program, () -> users.find(member)).filter(user -> user.homeTeam().equals(left)).isPresent()) {
            Instant now = clock.instant();
            platform.run(program, "member.home", () -> users.find(member).filter(user -> user.homeTeam().equals(left))
                    .ifPresent(user -> moveHome(user, now)));
        }
    }

    private void moveHome(User user, Instant now) {
        Team home = Team.personal(new TeamId(ids.next()), user.fullName(), user.timeZone(), now);
        teams.add(home);
        users.join(Membership.begin(home.id(), user.id(), Role.OWNER, now));
        if (!users.replace(user.withHome(home.id()))) {
            throw new Refusal.StaleVersion(user.version());
        }
        platform.about(Subject.of("user", user.id()), List.of());
    }
}
