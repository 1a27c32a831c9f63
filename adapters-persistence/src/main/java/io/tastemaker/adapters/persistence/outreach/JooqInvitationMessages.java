package io.tastemaker.adapters.persistence.outreach;

import static io.tastemaker.adapters.persistence.generated.outreach.Tables.INVITATION_MESSAGE;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.outreach.out.InvitationMessages;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import org.jooq.Condition;

/** Messages about invitations in PostgreSQL. */
public final class JooqInvitationMessages implements InvitationMessages {

    private final JooqTransactions transactions;

    public JooqInvitationMessages(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(InvitationMessage message) {
        transactions.sql().insertInto(INVITATION_MESSAGE)
                .set(INVITATION_MESSAGE.TEAM_ID, transactions.team())
                .set(INVITATION_MESSAGE.ID, message.id())
                .set(INVITATION_MESSAGE.INVITATION_ID, message.invitation())
                .set(INVITATION_MESSAGE.SIDE, message.side())
                .set(INVITATION_MESSAGE.TEXT, message.text())
                .set(INVITATION_MESSAGE.WRITTEN_BY, message.writtenBy())
                .set(INVITATION_MESSAGE.AT, message.at())
                .execute();
    }

    @Override
    public int count(InvitationId invitation) {
        return transactions.sql().fetchCount(INVITATION_MESSAGE, of(invitation));
    }

    @Override
    public Page<InvitationMessage> list(InvitationId invitation, PageRequest page) {
        Condition wanted = of(invitation);
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(INVITATION_MESSAGE.AT, INVITATION_MESSAGE.ID).gt(after.time(), after.id()));
        }
        List<InvitationMessage> found = transactions.sql()
                .select(INVITATION_MESSAGE.ID, INVITATION_MESSAGE.INVITATION_ID, INVITATION_MESSAGE.SIDE, INVITATION_MESSAGE.TEXT,
                        INVITATION_MESSAGE.WRITTEN_BY, INVITATION_MESSAGE.AT)
                .from(INVITATION_MESSAGE)
                .where(wanted)
                .orderBy(INVITATION_MESSAGE.AT, INVITATION_MESSAGE.ID)
                .limit(page.limit() + 1)
                .fetch(message -> new InvitationMessage(message.value1(), message.value2(), message.value3(), message.value4(), message.value5(),
                        message.value6()));
        return Page.of(found, page.limit(), last -> new Position(last.at(), last.id()).toString());
    }

    private Condition of(InvitationId invitation) {
        return INVITATION_MESSAGE.TEAM_ID.eq(transactions.team()).and(INVITATION_MESSAGE.INVITATION_ID.eq(invitation));
    }
}
