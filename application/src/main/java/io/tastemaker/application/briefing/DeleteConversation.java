package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Deletes a conversation with all that was said in it; a campaign that came of it stays. */
public final class DeleteConversation {

    private final Transactions transactions;
    private final Conversations conversations;

    DeleteConversation(Transactions transactions, Conversations conversations) {
        this.transactions = transactions;
        this.conversations = conversations;
    }

    /**
     * What is wanted.
     *
     * @param actor who deletes
     * @param chat which conversation
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, ChatId chat, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Deleted() implements Outcome {}
    }

    /**
     * Deletes it.
     *
     * @param command what is wanted
     * @return that it is gone
     * @throws Refusal.NotFound when the team has no such conversation
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "chat.delete", () -> {
            Conversation conversation = conversations.find(command.chat()).orElseThrow(Refusal.NotFound::new);
            if (command.expectedVersion().orElse(conversation.version()) != conversation.version() || !conversations.remove(conversation)) {
                throw new Refusal.StaleVersion(conversation.version());
            }
            transactions.about(Subject.of("chat", conversation.id()), conversation.traits().gone());
            return new Outcome.Deleted();
        });
    }
}
