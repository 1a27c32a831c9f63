package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.briefing.BriefAnswer;
import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.briefing.Message;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Begins a conversation, with the program's greeting and first question. */
public final class StartConversation {

    private final Transactions transactions;
    private final Conversations conversations;
    private final Ids ids;
    private final InstantSource clock;

    StartConversation(Transactions transactions, Conversations conversations, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who begins it
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It began.
         *
         * @param conversation an empty draft
         * @param greeting the first message
         */
        record Started(Conversation conversation, Message greeting) implements Outcome {}
    }

    /**
     * Begins it.
     *
     * @param command what is wanted
     * @return the conversation
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Instant now = clock.instant();
        Message greeting = new Message(1, Message.Speaker.PROGRAM, actor.label(), BriefAnswer.GREETING, Optional.empty(), now);
        Conversation begun = Conversation.begin(new ChatId(ids.next()), actor.team(), actor.label(), now);
        Conversation conversation = new Conversation(begun.id(), begun.team(), begun.version(), BriefDraft.EMPTY, 1, Optional.empty(),
                begun.startedBy(), now, now);
        transactions.run(actor, "chat.start", () -> {
            conversations.add(conversation, List.of(greeting));
            transactions.about(Subject.of("chat", conversation.id()), conversation.traits().made());
        });
        return new Outcome.Started(conversation, greeting);
    }
}
