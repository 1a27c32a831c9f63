package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.adapters.persistence.generated.proposals.Tables.INVITATION;
import static io.tastemaker.adapters.persistence.generated.proposals.Tables.LINK;
import static io.tastemaker.adapters.persistence.generated.proposals.Tables.MESSAGE;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.LivingTeams;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.KnownCreator;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.proposals.ProposalInvitation.Answer;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Invitations to proposals, their links and messages in PostgreSQL. */
public final class JooqProposalInvitations extends JooqProposalParts<ProposalInvitation> implements ProposalInvitations {

    private final AcrossTeams acrossTeams;

    public JooqProposalInvitations(JooqTransactions transactions, AcrossTeams acrossTeams) {
        super(transactions, new Columns(INVITATION, INVITATION.TEAM_ID, INVITATION.ID, INVITATION.PROPOSAL_ID, INVITATION.CREATED_AT),
                invitation -> invitation.id().value(), ProposalInvitation::sentAt);
        this.acrossTeams = acrossTeams;
    }

    @Override
    Map<Field<?>, Object> values(ProposalInvitation invitation) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(INVITATION.ID, invitation.id());
        values.put(INVITATION.PROPOSAL_ID, invitation.proposal());
        values.put(INVITATION.OFFER, invitation.offer());
        values.put(INVITATION.CREATOR_TEAM_ID, invitation.creator().map(KnownCreator::owner).orElse(null));
        values.put(INVITATION.CREATOR_ID, invitation.creator().map(KnownCreator::id).orElse(null));
        values.put(INVITATION.EMAIL, invitation.email());
        values.put(INVITATION.NOTE, invitation.note());
        values.put(INVITATION.INVITED_BY, invitation.invitedBy());
        values.put(INVITATION.CREATED_AT, invitation.sentAt());
        values.put(INVITATION.EXPIRES_AT, invitation.expiresAt());
        values.put(INVITATION.OPENED_AT, invitation.openedAt().orElse(null));
        values.put(INVITATION.APPLIED_AT, invitation.appliedAt().orElse(null));
        values.put(INVITATION.ANSWER, invitation.answer().map(Answer::status).orElse(null));
        values.put(INVITATION.ANSWERED_AT, invitation.answer().map(Answer::at).orElse(null));
        return values;
    }

    @Override
    ProposalInvitation part(Record row) {
        return new ProposalInvitation(row.get(INVITATION.ID), row.get(INVITATION.PROPOSAL_ID), row.get(INVITATION.OFFER),
                creator(row.get(INVITATION.CREATOR_TEAM_ID), row.get(INVITATION.CREATOR_ID)), row.get(INVITATION.EMAIL), row.get(INVITATION.NOTE),
                row.get(INVITATION.INVITED_BY), row.get(INVITATION.CREATED_AT), row.get(INVITATION.EXPIRES_AT),
                Optional.ofNullable(row.get(INVITATION.OPENED_AT)), Optional.ofNullable(row.get(INVITATION.APPLIED_AT)),
                Optional.ofNullable(row.get(INVITATION.ANSWER)).map(answer -> new Answer(answer, row.get(INVITATION.ANSWERED_AT))));
    }

    @Override
    public void link(String tokenHash, ProposalInvitation invitation) {
        transactions().sql().insertInto(LINK)
                .set(LINK.TEAM_ID, transactions().team())
                .set(LINK.TOKEN_HASH, tokenHash)
                .set(LINK.PROPOSAL_ID, invitation.proposal())
                .set(LINK.INVITATION_ID, invitation.id())
                .execute();
    }

    @Override
    public Optional<Target> target(String tokenHash) {
        return acrossTeams.run(sql -> sql.select(LINK.TEAM_ID, LINK.PROPOSAL_ID, LINK.INVITATION_ID)
                .from(LINK)
                .where(LINK.TOKEN_HASH.eq(tokenHash))
                .and(LivingTeams.isOf(LINK.TEAM_ID))
                .fetchOptional(found -> new Target(found.value1(), found.value2(), found.value3())));
    }

    @Override
    public void write(ProposalId proposal, InvitationMessage message) {
        transactions().sql().insertInto(MESSAGE)
                .set(MESSAGE.TEAM_ID, transactions().team())
                .set(MESSAGE.ID, message.id())
                .set(MESSAGE.PROPOSAL_ID, proposal)
                .set(MESSAGE.INVITATION_ID, message.invitation())
                .set(MESSAGE.SIDE, message.side())
                .set(MESSAGE.TEXT, message.text())
                .set(MESSAGE.WRITTEN_BY, message.writtenBy())
                .set(MESSAGE.CREATED_AT, message.at())
                .execute();
    }

    @Override
    public Page<InvitationMessage> messages(ProposalId proposal, Optional<InvitationId> invitation, PageRequest page) {
        Condition wanted = page.after().map(Position::of).map(after ->
                of(proposal, invitation).and(row(MESSAGE.CREATED_AT, MESSAGE.ID).lt(after.time(), after.id()))).orElseGet(() -> of(proposal, invitation));
        List<InvitationMessage> found = transactions().sql()
                .select(MESSAGE.ID, MESSAGE.INVITATION_ID, MESSAGE.SIDE, MESSAGE.TEXT, MESSAGE.WRITTEN_BY, MESSAGE.CREATED_AT)
                .from(MESSAGE)
                .where(wanted)
                .orderBy(MESSAGE.CREATED_AT.desc(), MESSAGE.ID.desc())
                .limit(page.limit() + 1)
                .fetch(message -> new InvitationMessage(message.value1(), message.value2(), message.value3(), message.value4(), message.value5(),
                        message.value6()));
        return Page.of(found, page.limit(), last -> new Position(last.at(), last.id()).toString());
    }

    @Override
    public Map<InvitationMessage.Side, Integer> written(ProposalId proposal, Optional<InvitationId> invitation) {
        return transactions().sql().select(MESSAGE.SIDE, DSL.count()).from(MESSAGE).where(of(proposal, invitation)).groupBy(MESSAGE.SIDE)
                .fetchMap(MESSAGE.SIDE, DSL.count());
    }

    private Condition of(ProposalId proposal, Optional<InvitationId> invitation) {
        Condition all = MESSAGE.TEAM_ID.eq(transactions().team()).and(MESSAGE.PROPOSAL_ID.eq(proposal));
        return invitation.map(only -> all.and(MESSAGE.INVITATION_ID.eq(only))).orElse(all);
    }
}
