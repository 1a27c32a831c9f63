package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.briefing.Message;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the messages of a conversation in their order. */
public final class ListMessages {

    private final Transactions transactions;
    private final Conversations conversations;

    ListMessages(Transactions transactions, Conversations conversations) {
        this.transactions = transactions;
        this.conversations = conversations;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param chat which conversation
     * @param page which page
     */
    public record Query(Actor actor, ChatId chat, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return a page of them
     * @throws Refusal.NotFound when the team has no such conversation
     */
    public Page<Message> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            conversations.find(query.chat()).orElseThrow(Refusal.NotFound::new);
            return conversations.messages(query.chat(), query.page());
        });
    }
}
