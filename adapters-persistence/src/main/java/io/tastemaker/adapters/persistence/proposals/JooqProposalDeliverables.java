package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.adapters.persistence.generated.proposals.Tables.DELIVERABLE;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.proposals.ProposalDeliverable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** Deliverables of proposals in PostgreSQL. */
public final class JooqProposalDeliverables extends JooqProposalParts<ProposalDeliverable> {

    public JooqProposalDeliverables(JooqTransactions transactions) {
        super(transactions, new Columns(DELIVERABLE, DELIVERABLE.TEAM_ID, DELIVERABLE.ID, DELIVERABLE.PROPOSAL_ID, DELIVERABLE.CREATED_AT),
                deliverable -> deliverable.id().value(), ProposalDeliverable::createdAt);
    }

    @Override
    Map<Field<?>, Object> values(ProposalDeliverable deliverable) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(DELIVERABLE.ID, deliverable.id());
        values.put(DELIVERABLE.PROPOSAL_ID, deliverable.proposal());
        values.put(DELIVERABLE.VERSION, deliverable.version());
        values.put(DELIVERABLE.TYPE, deliverable.work().type());
        values.put(DELIVERABLE.TITLE, deliverable.work().title());
        values.put(DELIVERABLE.DUE_ON, deliverable.work().dueOn().orElse(null));
        values.put(DELIVERABLE.PROOF, deliverable.work().proof().map(ProofLink::address).orElse(null));
        values.put(DELIVERABLE.STATE, deliverable.state());
        values.put(DELIVERABLE.CREATED_BY, deliverable.createdBy());
        values.put(DELIVERABLE.CREATED_AT, deliverable.createdAt());
        values.put(DELIVERABLE.UPDATED_AT, deliverable.updatedAt());
        return values;
    }

    @Override
    ProposalDeliverable part(Record row) {
        return new ProposalDeliverable(row.get(DELIVERABLE.ID), row.get(DELIVERABLE.PROPOSAL_ID), row.get(DELIVERABLE.VERSION),
                new ProposalDeliverable.Work(row.get(DELIVERABLE.TYPE), row.get(DELIVERABLE.TITLE), Optional.ofNullable(row.get(DELIVERABLE.DUE_ON)),
                        Optional.ofNullable(row.get(DELIVERABLE.PROOF)).map(ProofLink::new)),
                row.get(DELIVERABLE.STATE), row.get(DELIVERABLE.CREATED_BY), row.get(DELIVERABLE.CREATED_AT), row.get(DELIVERABLE.UPDATED_AT));
    }
}
