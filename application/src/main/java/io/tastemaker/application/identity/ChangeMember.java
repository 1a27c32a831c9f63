package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.Memberships.Member;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.MemberDecision;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes what a member may do and spend. Making somebody the owner makes the owner of before an admin. */
public final class ChangeMember {

    private final Transactions transactions;
    private final Memberships memberships;

    ChangeMember(Transactions transactions, Memberships memberships) {
        this.transactions = transactions;
        this.memberships = memberships;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes
     * @param team in which team
     * @param member whom
     * @param expectedVersion the version of the membership that the actor saw
     * @param role the new role; empty to keep it
     * @param monthlyCreditCap the new cap, within it empty for none; empty to keep it
     */
    public record Command(
            Actor actor, TeamId team, UserId member, long expectedVersion, Optional<Role> role, Optional<OptionalLong> monthlyCreditCap) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param member as it is now
         */
        record Changed(Member member) implements Outcome {}

        /**
         * The actor's role does not suffice.
         *
         * @param required the least role that may do it
         */
        record Outranked(Role required) implements Outcome {}

        /** The owner stays the owner until he makes somebody else the owner. */
        record OwnerStays() implements Outcome {}
    }

    /**
     * Changes the membership.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when it is not the actor's team, or the person is no member
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_MEMBERS);
        CurrentTeam.require(actor, command.team());
        return transactions.inTransaction(actor, "member.change", () -> {
            Member member = memberships.find(command.member()).orElseThrow(Refusal.NotFound::new);
            Membership now = member.membership();
            Role wanted = command.role().orElse(now.role());
            boolean own = actor instanceof Actor.User user && user.id().equals(now.user());
            return switch (MemberDecision.onChange(CurrentTeam.rank(actor, memberships), own, now.role(), wanted)) {
                case MemberDecision.Allowed allowed -> new Outcome.Changed(changed(member, wanted, command));
                case MemberDecision.Transfer transfer -> {
                    demoteOwner(now);
                    yield new Outcome.Changed(changed(member, wanted, command));
                }
                case MemberDecision.Outranked(Role required) -> refused(now, new Outcome.Outranked(required));
                case MemberDecision.OwnerStays stays -> refused(now, new Outcome.OwnerStays());
            };
        });
    }

    private Outcome refused(Membership membership, Outcome answer) {
        transactions.refused(Subject.of("member", membership.user()));
        return answer;
    }

    /** First of the two, since there is never a second owner. */
    private void demoteOwner(Membership heir) {
        Membership owner = memberships.owner().orElseThrow(Refusal.NotFound::new).membership();
        if (!memberships.replace(owner.changed(Role.ADMIN, owner.monthlyCreditCap()))) {
            throw new Refusal.StaleVersion(heir.version());
        }
    }

    private Member changed(Member member, Role role, Command command) {
        Membership now = member.membership();
        Membership changed = now.changed(role, command.monthlyCreditCap().orElse(now.monthlyCreditCap()));
        if (command.expectedVersion() != now.version() || !memberships.replace(changed)) {
            throw new Refusal.StaleVersion(now.version());
        }
        transactions.about(Subject.of("member", now.user()), now.traits().changesTo(changed.traits()));
        return new Member(changed, member.email(), member.fullName());
    }
}
