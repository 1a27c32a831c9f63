package io.tastemaker.adapters.http.briefing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.shared.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation as the API shows it.
 *
 * @param id its id
 * @param version as in its ETag
 * @param status where it stands
 * @param draft the brief so far
 * @param missing what a campaign still needs
 * @param nextQuestion what is asked next
 * @param messageCount how many messages it has
 * @param campaignId what came of it
 * @param startedBy who began it
 * @param startedAt when
 * @param updatedAt last change
 */
record ChatJson(
        UUID id,
        @About("As in the ETag") long version,
        @About("open or finished") String status,
        ChatBriefJson draft,
        @About("What a campaign still needs, in the order of the questions") List<String> missing,
        @About("Null when nothing is missing") Optional<String> nextQuestion,
        int messageCount,
        @About("What came of it") Optional<UUID> campaignId,
        String startedBy,
        Instant startedAt,
        Instant updatedAt) {

    static ChatJson of(Conversation conversation) {
        return new ChatJson(conversation.id().value(), conversation.version(), conversation.status().code(),
                ChatBriefJson.of(conversation.draft()), conversation.draft().missing().stream().map(BriefTopic::code).toList(),
                conversation.draft().next().map(BriefTopic::question), conversation.messages(), conversation.campaign().map(CampaignId::value),
                conversation.startedBy(), conversation.startedAt(), conversation.updatedAt());
    }
}
