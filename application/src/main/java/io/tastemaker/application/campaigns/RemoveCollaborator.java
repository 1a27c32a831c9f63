package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Collaborators;
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
import io.tastemaker.domain.shared.UserId;

/** Takes a right on a campaign away. */
public final class RemoveCollaborator {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Collaborators collaborators;

    RemoveCollaborator(Transactions transactions, WorkGate gate, Collaborators collaborators) {
        this.transactions = transactions;
        this.gate = gate;
        this.collaborators = collaborators;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param user whose
     */
    public record Command(Actor actor, CampaignId campaign, UserId user) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Takes it away.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign, or the person no right on it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.collaborator.remove", () -> switch (gate.enter(actor, command.campaign(), Right.APPROVE)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> {
                Collaborator gone = collaborators.find(command.campaign(), command.user()).orElseThrow(Refusal.NotFound::new);
                collaborators.remove(command.campaign(), command.user());
                transactions.about(Subject.of("campaign", command.campaign()), gone.traits().gone());
                yield new Outcome.Removed();
            }
        });
    }
}
