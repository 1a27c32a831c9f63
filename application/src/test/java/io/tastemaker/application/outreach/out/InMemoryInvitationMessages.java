package io.tastemaker.application.outreach.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.UUID;
import java.util.stream.Stream;

/** Messages in memory. */
public final class InMemoryInvitationMessages implements InvitationMessages {

    private record Row(TeamId team, InvitationMessage message) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<UUID, Row> rows;

    public InMemoryInvitationMessages(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public void add(InvitationMessage message) {
        rows.put(message.id(), new Row(transactions.team(), message));
    }

    @Override
    public int count(InvitationId invitation) {
        return (int) of(invitation).count();
    }

    @Override
    public Page<InvitationMessage> list(InvitationId invitation, PageRequest page) {
        return Newest.last(of(invitation), page, InvitationMessage::at, InvitationMessage::id);
    }

    private Stream<InvitationMessage> of(InvitationId invitation) {
        return rows.rows().filter(row -> row.team().equals(transactions.team())).map(Row::message)
                .filter(message -> message.invitation().equals(invitation));
    }
}
