package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.shared.ChatId;

/** Shows one of the team's conversations. */
public final class ShowConversation {

    private final Transactions transactions;
    private final Conversations conversations;

    ShowConversation(Transactions transactions, Conversations conversations) {
        this.transactions = transactions;
        this.conversations = conversations;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param chat which conversation
     */
    public record Query(Actor actor, ChatId chat) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the conversation
     * @throws Refusal.NotFound when the team has no such conversation
     */
    public Conversation handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.WRITE_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> conversations.find(query.chat())).orElseThrow(Refusal.NotFound::new);
    }
}
