package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the team's templates for proposals, the newest first. */
public final class ListProposalTemplates {

    private final Transactions transactions;
    private final ProposalTemplates templates;
    private final ProposalDoor door;

    ListProposalTemplates(Transactions transactions, ProposalTemplates templates, ProposalDoor door) {
        this.transactions = transactions;
        this.templates = templates;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the templates
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Page<ProposalTemplate> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_PROPOSALS);
        return transactions.reading(query.actor(), () -> {
            door.require();
            return templates.list(query.page());
        });
    }
}
