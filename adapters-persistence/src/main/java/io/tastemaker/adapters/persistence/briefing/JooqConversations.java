package io.tastemaker.adapters.persistence.briefing;

import static io.tastemaker.adapters.persistence.generated.briefing.Tables.CONVERSATION;
import static io.tastemaker.adapters.persistence.generated.briefing.Tables.MESSAGE;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.briefing.Message;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;

/** Conversations in PostgreSQL. */
public final class JooqConversations implements Conversations {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(CONVERSATION.ID, CONVERSATION.TEAM_ID, CONVERSATION.VERSION,
            CONVERSATION.DRAFT, CONVERSATION.MESSAGES, CONVERSATION.CAMPAIGN_ID, CONVERSATION.STARTED_BY, CONVERSATION.STARTED_AT,
            CONVERSATION.UPDATED_AT);

    private static final List<TableField<Record, ?>> WORDS = List.of(MESSAGE.NUMBER, MESSAGE.SPEAKER, MESSAGE.SAID_BY, MESSAGE.WORDS,
            MESSAGE.INTERPRETED_BY, MESSAGE.SAID_AT);

    private final JooqTransactions transactions;

    public JooqConversations(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Conversation conversation, List<Message> messages) {
        if (!conversation.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a conversation of another team");
        }
        transactions.sql().insertInto(CONVERSATION)
                .set(CONVERSATION.TEAM_ID, conversation.team())
                .set(CONVERSATION.ID, conversation.id())
                .set(CONVERSATION.VERSION, conversation.version())
                .set(CONVERSATION.DRAFT, DraftJson.write(conversation.draft()))
                .set(CONVERSATION.MESSAGES, conversation.messages())
                .set(CONVERSATION.CAMPAIGN_ID, conversation.campaign().orElse(null))
                .set(CONVERSATION.STARTED_BY, conversation.startedBy())
                .set(CONVERSATION.STARTED_AT, conversation.startedAt())
                .set(CONVERSATION.UPDATED_AT, conversation.updatedAt())
                .execute();
        append(conversation.id(), messages);
    }

    @Override
    public Optional<Conversation> find(ChatId id) {
        return transactions.sql().select(COLUMNS).from(CONVERSATION).where(own().and(CONVERSATION.ID.eq(id)))
                .fetchOptional(JooqConversations::conversation);
    }

    @Override
    public boolean replace(Conversation conversation, List<Message> messages) {
        boolean current = transactions.sql().update(CONVERSATION)
                .set(CONVERSATION.VERSION, conversation.version())
                .set(CONVERSATION.DRAFT, DraftJson.write(conversation.draft()))
                .set(CONVERSATION.MESSAGES, conversation.messages())
                .set(CONVERSATION.CAMPAIGN_ID, conversation.campaign().orElse(null))
                .set(CONVERSATION.UPDATED_AT, conversation.updatedAt())
                .where(own().and(CONVERSATION.ID.eq(conversation.id())).and(CONVERSATION.VERSION.eq(conversation.version() - 1)))
                .execute() == 1;
        if (current) {
            append(conversation.id(), messages);
        }
        return current;
    }

    @Override
    public boolean remove(Conversation conversation) {
        return transactions.sql().deleteFrom(CONVERSATION)
                .where(own().and(CONVERSATION.ID.eq(conversation.id())).and(CONVERSATION.VERSION.eq(conversation.version())))
                .execute() == 1;
    }

    @Override
    public Page<Conversation> list(Optional<Conversation.Status> status, PageRequest page) {
        Condition wanted = own();
        if (status.isPresent()) {
            wanted = wanted.and(switch (status.get()) {
                case OPEN -> CONVERSATION.CAMPAIGN_ID.isNull();
                case FINISHED -> CONVERSATION.CAMPAIGN_ID.isNotNull();
            });
        }
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(CONVERSATION.STARTED_AT, CONVERSATION.ID).lt(after.time(), new ChatId(after.id())));
        }
        List<Conversation> conversations = transactions.sql().select(COLUMNS)
                .from(CONVERSATION)
                .where(wanted)
                .orderBy(CONVERSATION.STARTED_AT.desc(), CONVERSATION.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqConversations::conversation);
        return Page.of(conversations, page.limit(), last -> new Position(last.startedAt(), last.id().value()).toString());
    }

    @Override
    public Page<Message> messages(ChatId id, PageRequest page) {
        int after = page.after().map(Integer::parseInt).orElse(0);
        List<Message> messages = transactions.sql().select(WORDS)
                .from(MESSAGE)
                .where(MESSAGE.TEAM_ID.eq(transactions.team()).and(MESSAGE.CHAT_ID.eq(id)).and(MESSAGE.NUMBER.gt(after)))
                .orderBy(MESSAGE.NUMBER)
                .limit(page.limit() + 1)
                .fetch(JooqConversations::message);
        return Page.of(messages, page.limit(), last -> String.valueOf(last.number()));
    }

    private void append(ChatId id, List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var rows = transactions.sql().insertInto(MESSAGE, MESSAGE.TEAM_ID, MESSAGE.CHAT_ID, MESSAGE.NUMBER, MESSAGE.SPEAKER, MESSAGE.SAID_BY,
                MESSAGE.WORDS, MESSAGE.INTERPRETED_BY, MESSAGE.SAID_AT);
        for (Message message : messages) {
            rows = rows.values(transactions.team(), id, message.number(), message.speaker(), message.saidBy(), message.text(),
                    message.by().map(DraftJson::write).orElse(null), message.at());
        }
        rows.execute();
    }

    private Condition own() {
        return CONVERSATION.TEAM_ID.eq(transactions.team());
    }

    private static Conversation conversation(Record row) {
        return new Conversation(
                row.get(CONVERSATION.ID),
                row.get(CONVERSATION.TEAM_ID),
                row.get(CONVERSATION.VERSION),
                DraftJson.draft(row.get(CONVERSATION.DRAFT)),
                row.get(CONVERSATION.MESSAGES),
                Optional.ofNullable(row.get(CONVERSATION.CAMPAIGN_ID)),
                row.get(CONVERSATION.STARTED_BY),
                row.get(CONVERSATION.STARTED_AT),
                row.get(CONVERSATION.UPDATED_AT));
    }

    private static Message message(Record row) {
        Optional<JSONB> by = Optional.ofNullable(row.get(MESSAGE.INTERPRETED_BY));
        return new Message(row.get(MESSAGE.NUMBER), row.get(MESSAGE.SPEAKER), row.get(MESSAGE.SAID_BY), row.get(MESSAGE.WORDS),
                by.map(DraftJson::by), row.get(MESSAGE.SAID_AT));
    }
}
