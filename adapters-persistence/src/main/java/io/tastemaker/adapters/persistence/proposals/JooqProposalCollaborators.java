package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.adapters.persistence.generated.proposals.Tables.COLLABORATOR;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.domain.proposals.ProposalCollaborator;
import io.tastemaker.domain.proposals.ProposalCollaborator.Party;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;

/** The parties of proposals in PostgreSQL. */
public final class JooqProposalCollaborators extends JooqProposalParts<ProposalCollaborator> {

    public JooqProposalCollaborators(JooqTransactions transactions) {
        super(transactions, new Columns(COLLABORATOR, COLLABORATOR.TEAM_ID, COLLABORATOR.ID, COLLABORATOR.PROPOSAL_ID, COLLABORATOR.CREATED_AT),
                ProposalCollaborator::id, ProposalCollaborator::addedAt);
    }

    @Override
    Map<Field<?>, Object> values(ProposalCollaborator collaborator) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(COLLABORATOR.ID, collaborator.id());
        values.put(COLLABORATOR.PROPOSAL_ID, collaborator.proposal());
        switch (collaborator.party()) {
            case Party.Member(var user) -> values.put(COLLABORATOR.USER_ID, user);
            case Party.Creator(var creator) -> {
                values.put(COLLABORATOR.CREATOR_TEAM_ID, creator.owner());
                values.put(COLLABORATOR.CREATOR_ID, creator.id());
            }
        }
        values.put(COLLABORATOR.ROLE, collaborator.role());
        values.put(COLLABORATOR.ADDED_BY, collaborator.addedBy());
        values.put(COLLABORATOR.CREATED_AT, collaborator.addedAt());
        return values;
    }

    @Override
    ProposalCollaborator part(Record row) {
        Party party = creator(row.get(COLLABORATOR.CREATOR_TEAM_ID), row.get(COLLABORATOR.CREATOR_ID)).<Party>map(Party.Creator::new)
                .orElseGet(() -> new Party.Member(row.get(COLLABORATOR.USER_ID)));
        return new ProposalCollaborator(row.get(COLLABORATOR.ID), row.get(COLLABORATOR.PROPOSAL_ID), party, row.get(COLLABORATOR.ROLE),
                row.get(COLLABORATOR.ADDED_BY), row.get(COLLABORATOR.CREATED_AT));
    }
}
