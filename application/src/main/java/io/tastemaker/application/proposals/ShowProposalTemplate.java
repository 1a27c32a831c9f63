package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.shared.ProposalTemplateId;

/** Shows one of the team's templates for proposals. */
public final class ShowProposalTemplate {

    private final Transactions transactions;
    private final ProposalTemplates templates;
    private final ProposalDoor door;

    ShowProposalTemplate(Transactions transactions, ProposalTemplates templates, ProposalDoor door) {
        this.transactions = transactions;
        this.templates = templates;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param template which template
     */
    public record Query(Actor actor, ProposalTemplateId template) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the template
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     * @throws Refusal.NotFound when the team has no such template
     */
    public ProposalTemplate handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_PROPOSALS);
        return transactions.reading(query.actor(), () -> {
            door.require();
            return templates.find(query.template()).orElseThrow(Refusal.NotFound::new);
        });
    }
}
