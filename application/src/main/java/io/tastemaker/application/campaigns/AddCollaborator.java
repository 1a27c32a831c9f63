package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Collaborators;
import io.tastemaker.application.identity.NameMembers;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import io.tastemaker.domain.shared.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Gives a member of the team a right on a campaign, instead of the one the member may have had. */
public final class AddCollaborator {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Collaborators collaborators;
    private final NameMembers nameMembers;
    private final InstantSource clock;

    AddCollaborator(Transactions transactions, WorkGate gate, Collaborators collaborators, NameMembers nameMembers, InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.collaborators = collaborators;
        this.nameMembers = nameMembers;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param user a member of the team
     * @param right what the member may do
     */
    public record Command(Actor actor, CampaignId campaign, UserId user, Right right) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The member has the right.
         *
         * @param collaborator who, and with which right
         */
        record Added(NamedCollaborator collaborator) implements Outcome {}

        /** Nobody of the team has this id. */
        record NoMember() implements Outcome {}

        /**
         * The campaign has as many collaborators as one can have.
         *
         * @param most how many that is
         */
        record TooMany(int most) implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Gives it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Optional<String> name = Optional.ofNullable(
                nameMembers.handle(new NameMembers.Query(actor, Permission.WRITE_CAMPAIGNS, Set.of(command.user()))).get(command.user()));
        return transactions.inTransaction(actor, "campaign.collaborator.add", () -> switch (gate.enter(actor, command.campaign(), Right.APPROVE)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> add(command, name);
        });
    }

    private Outcome add(Command command, Optional<String> name) {
        transactions.refused(Subject.of("campaign", command.campaign()));
        if (name.isEmpty()) {
            return new Outcome.NoMember();
        }
        Optional<Collaborator> before = collaborators.find(command.campaign(), command.user());
        if (before.isEmpty() && collaborators.list(command.campaign()).size() >= Collaborator.MOST) {
            return new Outcome.TooMany(Collaborator.MOST);
        }
        Collaborator added = new Collaborator(command.campaign(), command.user(), command.right(), command.actor().label(), clock.instant());
        collaborators.put(added);
        transactions.about(Subject.of("campaign", command.campaign()), before.map(Collaborator::traits).orElse(Traits.NONE).changesTo(added.traits()));
        return new Outcome.Added(new NamedCollaborator(added, name));
    }
}
