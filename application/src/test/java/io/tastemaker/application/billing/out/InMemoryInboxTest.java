package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;

class InMemoryInboxTest extends InboxContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryInbox inbox = new InMemoryInbox(transactions);

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected Inbox inbox() {
        return inbox;
    }
}
