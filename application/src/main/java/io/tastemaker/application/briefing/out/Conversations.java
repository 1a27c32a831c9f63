package io.tastemaker.application.briefing.out;

import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.briefing.Message;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/** A team's conversations with their messages. Runs inside a transaction of the caller. */
public interface Conversations {

    /**
     * Adds a conversation.
     *
     * @param conversation version 1
     * @param messages its first messages, numbered from 1
     */
    void add(Conversation conversation, List<Message> messages);

    /**
     * Finds a conversation.
     *
     * @param id the id
     * @return the conversation, or empty
     */
    Optional<Conversation> find(ChatId id);

    /**
     * Replaces a conversation and appends messages, unless somebody else was faster.
     *
     * @param conversation the next version
     * @param messages what is appended; may be empty
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(Conversation conversation, List<Message> messages);

    /**
     * Removes a conversation with its messages, unless somebody changed it.
     *
     * @param conversation as it was found
     * @return false when the stored version is another, and then nothing was removed
     */
    boolean remove(Conversation conversation);

    /**
     * The team's conversations, the newest first.
     *
     * @param status only those that stand so, empty for all
     * @param page which page
     * @return the conversations
     */
    Page<Conversation> list(Optional<Conversation.Status> status, PageRequest page);

    /**
     * The messages of a conversation in their order.
     *
     * @param id the conversation
     * @param page which page
     * @return the messages; empty when the team has no such conversation
     */
    Page<Message> messages(ChatId id, PageRequest page);
}
