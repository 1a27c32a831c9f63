package io.tastemaker.application.briefing.out;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.briefing.Message;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conversations in memory. */
public final class InMemoryConversations implements Conversations {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ChatId, Conversation> conversations;
    private final InMemoryTransactions.Table<ChatId, List<Message>> messages;

    public InMemoryConversations(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.transactions = transactions;
        this.conversations = transactions.table();
        this.messages = transactions.table();
        campaigns.onRemove(this::open);
    }

    /** Of a campaign that is gone nothing came, so its conversation can go on. */
    private void open(CampaignId campaign) {
        conversations.rows().filter(found -> found.campaign().equals(Optional.of(campaign))).toList().forEach(found -> conversations.put(found.id(),
                new Conversation(found.id(), found.team(), found.version(), found.draft(), found.messages(), Optional.empty(), found.startedBy(),
                        found.startedAt(), found.updatedAt())));
    }

    @Override
    public void add(Conversation conversation, List<Message> first) {
        if (!conversation.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a conversation of another team");
        }
        if (conversations.get(conversation.id()).isPresent()) {
            throw new IllegalStateException("this conversation is there already: " + conversation.id());
        }
        conversations.put(conversation.id(), conversation);
        messages.put(conversation.id(), List.copyOf(first));
    }

    @Override
    public Optional<Conversation> find(ChatId id) {
        TeamId team = transactions.team();
        return conversations.get(id).filter(conversation -> conversation.team().equals(team));
    }

    @Override
    public boolean replace(Conversation conversation, List<Message> more) {
        boolean current = isStored(conversation.id(), conversation.version() - 1);
        if (current) {
            conversations.put(conversation.id(), conversation);
            List<Message> all = new ArrayList<>(messages.get(conversation.id()).orElse(List.of()));
            all.addAll(more);
            messages.put(conversation.id(), List.copyOf(all));
        }
        return current;
    }

    @Override
    public boolean remove(Conversation conversation) {
        boolean current = isStored(conversation.id(), conversation.version());
        if (current) {
            conversations.remove(conversation.id());
            messages.remove(conversation.id());
        }
        return current;
    }

    @Override
    public Page<Conversation> list(Optional<Conversation.Status> status, PageRequest page) {
        TeamId team = transactions.team();
        return Newest.first(
                conversations.rows()
                        .filter(conversation -> conversation.team().equals(team))
                        .filter(conversation -> status.map(only -> only == conversation.status()).orElse(true)),
                page,
                Conversation::startedAt,
                conversation -> conversation.id().value());
    }

    @Override
    public Page<Message> messages(ChatId id, PageRequest page) {
        int after = page.after().map(Integer::parseInt).orElse(0);
        List<Message> rest = find(id).flatMap(found -> messages.get(id)).orElse(List.of()).stream()
                .filter(message -> message.number() > after).limit(page.limit() + 1L).toList();
        return Page.of(rest, page.limit(), last -> String.valueOf(last.number()));
    }

    private boolean isStored(ChatId id, long version) {
        return find(id).map(stored -> stored.version() == version).orElse(false);
    }
}
