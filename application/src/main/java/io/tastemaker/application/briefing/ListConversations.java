package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Lists the team's conversations, the newest first. */
public final class ListConversations {

    private final Transactions transactions;
    private final Conversations conversations;

    ListConversations(Transactions transactions, Conversations conversations) {
        this.transactions = transactions;
        this.conversations = conversations;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param status only those that stand so, empty for all
     * @param page which page
     */
    public record Query(Actor actor, Optional<Conversation.Status> status, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return a page of them
     */
    public Page<Conversation> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> conversations.list(query.status(), query.page()));
    }
}
