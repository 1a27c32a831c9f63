package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Collaborators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.campaigns.WorkPolicy;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import java.util.Optional;
import java.util.OptionalLong;

/** Lets into the work of a campaign who may, and nobody into what is closed. */
final class WorkGate {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Collaborators collaborators;

    WorkGate(Transactions transactions, Campaigns campaigns, Collaborators collaborators) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.collaborators = collaborators;
    }

    /** What who asks finds. */
    sealed interface Entry {
        /** Work goes on. */
        record Open(Campaign campaign) implements Entry {}

        /** The campaign is closed; the transaction is noted as refused. */
        record Closed(Campaign.Status status) implements Entry {}
    }

    /** The campaign, for reading. */
    Campaign look(CampaignId id) {
        return campaigns.find(id).orElseThrow(Refusal.NotFound::new);
    }

    /** Lets in who has the right, to work. */
    Entry enter(Actor actor, CampaignId id, Right needed) {
        Campaign campaign = look(id);
        require(actor, id, needed);
        if (WorkPolicy.isOpen(campaign.status())) {
            return new Entry.Open(campaign);
        }
        transactions.refused(Subject.of("campaign", id));
        return new Entry.Closed(campaign.status());
    }

    /** Refuses who has not the right; the role that has it without being given is what the answer names. */
    void require(Actor actor, CampaignId id, Right needed) {
        Optional<Right> given = actor.person().flatMap(person -> collaborators.find(id, person.user())).map(Collaborator::right);
        if (!WorkPolicy.allows(actor, given, needed)) {
            throw new Refusal.Forbidden(new AccessPolicy.Decision.Denied(
                    Permission.WORK_ON_CAMPAIGNS, Optional.of(WorkPolicy.RUNS_CAMPAIGNS), Optional.empty()));
        }
    }

    /** Throws what a version that is not the expected one deserves. */
    static void expect(OptionalLong expected, long current) {
        if (expected.orElse(current) != current) {
            throw new Refusal.StaleVersion(current);
        }
    }
}
