package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A conversation that fills a brief.
 *
 * @param id its id
 * @param team whose conversation
 * @param version 1 at birth, one more with every change
 * @param draft what is known so far
 * @param messages how many messages it has
 * @param campaign the campaign that came of it
 * @param startedBy the label of the actor who began it
 * @param startedAt when
 * @param updatedAt when it last changed
 */
public record Conversation(
        ChatId id,
        TeamId team,
        long version,
        BriefDraft draft,
        int messages,
        Optional<CampaignId> campaign,
        String startedBy,
        Instant startedAt,
        Instant updatedAt) {

    /** The most messages of one conversation, both sides counted. */
    public static final int MOST_MESSAGES = 1_000;

    /** Where a conversation stands. */
    public enum Status implements Coded {
        /** It can go on. */
        OPEN,
        /** It became a campaign, which is where changes are made from now on. */
        FINISHED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether something can be said. */
    public enum Talk {
        /** It can. */
        GOES_ON,
        /** It became a campaign. */
        FINISHED,
        /** It has as many messages as a conversation may have. */
        FULL
    }

    /** Checks that nothing is missing. */
    public Conversation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(startedBy, "startedBy");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
        if (messages < 0 || messages > MOST_MESSAGES) {
            throw new IllegalArgumentException("a conversation has 0 to 1,000 messages: " + messages);
        }
    }

    /**
     * A new conversation about nothing yet.
     *
     * @param id its id
     * @param team whose conversation
     * @param startedBy the label of the actor
     * @param now the time
     * @return version 1
     */
    public static Conversation begin(ChatId id, TeamId team, String startedBy, Instant now) {
        return new Conversation(id, team, 1, BriefDraft.EMPTY, 0, Optional.empty(), startedBy, now, now);
    }

    /**
     * Where it stands.
     *
     * @return finished once a campaign came of it
     */
    public Status status() {
        return campaign.isPresent() ? Status.FINISHED : Status.OPEN;
    }

    /**
     * Whether something can be said now; a message and its answer have to fit.
     *
     * @return why not, when not
     */
    public Talk talk() {
        return campaign.isPresent() ? Talk.FINISHED : messages + 2 > MOST_MESSAGES ? Talk.FULL : Talk.GOES_ON;
    }

    /**
     * After more messages.
     *
     * @param known the draft now
     * @param more how many messages more
     * @param now the time
     * @return the next version
     */
    public Conversation after(BriefDraft known, int more, Instant now) {
        return new Conversation(id, team, version + 1, known, messages + more, campaign, startedBy, startedAt, now);
    }

    /**
     * Once a campaign came of it.
     *
     * @param made the campaign
     * @param now the time
     * @return the next version
     */
    public Conversation finished(CampaignId made, Instant now) {
        return new Conversation(id, team, version + 1, draft, messages, Optional.of(made), startedBy, startedAt, now);
    }

    /**
     * What the audit log shows of it; what was said stays with the conversation.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.with("messages", messages).with("missing", draft.missing().stream().map(BriefTopic::code).toList().toString())
                .with("campaign", campaign);
    }
}
