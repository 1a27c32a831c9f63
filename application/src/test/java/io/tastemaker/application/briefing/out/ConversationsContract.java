package io.tastemaker.application.briefing.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.campaigns.out.CampaignFixtures;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.briefing.BriefReader;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.briefing.InterpretedBy;
import io.tastemaker.domain.briefing.Message;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of conversations does. */
public abstract class ConversationsContract {

    private static final String EVERYTHING = "Campaign name: Glow. Our goal is brand awareness for our serum, "
            + "website https://glow.example. We want to reach women "
            + "25-40. Beauty creators on Instagram in Brazil and BR-SP, 20k to 200k followers, budget 10,000.50 EUR, from 1 March to 30 April 2026.";

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Campaigns campaigns();

    protected abstract Conversations conversations();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_conversation_is_found_as_it_was_added_by_its_own_team_only() {
        Conversation full = add(begun(team, NOON, draft(EVERYTHING)), said(1));
        Conversation open = add(begun(team, NOON, draft("any platform, for 6 weeks, budget 5000")), said(1));
        assertThat(find(team, full)).contains(full);
        assertThat(find(team, open)).contains(open);
        assertThat(open.draft().indifferent()).contains(BriefTopic.PLATFORMS);
        assertThat(open.draft().lasts()).isPresent();
        assertThat(open.draft().amount()).isPresent();
        assertThat(find(newTeam(teams()), full)).isEmpty();
    }

    @Test
    void a_team_adds_conversations_of_its_own_only() {
        Conversation foreign = begun(newTeam(teams()), NOON, BriefDraft.EMPTY);
        assertThatThrownBy(() -> add(foreign, said(1))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_the_one_before_and_appends_its_messages() {
        Conversation first = add(begun(team, NOON, BriefDraft.EMPTY), said(1));
        Conversation second = first.after(draft(EVERYTHING), 2, NOON.plusSeconds(60));
        Message answer = new Message(3, Message.Speaker.PROGRAM, "user:1", "Understood.", Optional.of(InterpretedBy.rulesInstead("timeout")), NOON);
        assertThat(write(team, () -> conversations().replace(second, List.of(said(2), answer)))).isTrue();
        assertThat(find(team, first)).contains(second);
        assertThat(messages(team, first, PageRequest.first(10)).items()).containsExactly(said(1), said(2), answer);
    }

    @Test
    void a_stale_version_changes_nothing() {
        Conversation first = add(begun(team, NOON, BriefDraft.EMPTY), said(1));
        Conversation second = first.after(draft("on Instagram"), 1, NOON);
        write(team, () -> conversations().replace(second, List.of(said(2))));
        assertThat(write(team, () -> conversations().replace(first.after(draft("on TikTok"), 1, NOON), List.of(said(2))))).isFalse();
        assertThat(write(team, () -> conversations().remove(first))).isFalse();
        assertThat(find(team, first)).contains(second);
        assertThat(messages(team, first, PageRequest.first(10)).items()).hasSize(2);
    }

    @Test
    void what_is_removed_is_gone_with_its_messages() {
        Conversation first = add(begun(team, NOON, BriefDraft.EMPTY), said(1));
        assertThat(write(newTeam(teams()), () -> conversations().remove(first))).isFalse();
        assertThat(write(team, () -> conversations().remove(first))).isTrue();
        assertThat(find(team, first)).isEmpty();
        assertThat(messages(team, first, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void a_conversation_that_became_a_campaign_is_finished() {
        Campaign campaign = CampaignFixtures.draft(team, NOON);
        transactions().run(system(team), "test", () -> campaigns().add(campaign));
        Conversation open = add(begun(team, NOON, BriefDraft.EMPTY), said(1));
        Conversation other = add(begun(team, NOON.plusSeconds(1), BriefDraft.EMPTY), said(1));
        Conversation finished = open.finished(campaign.id(), NOON.plusSeconds(5));
        assertThat(write(team, () -> conversations().replace(finished, List.of()))).isTrue();
        assertThat(find(team, open)).contains(finished);
        assertThat(list(Optional.of(Conversation.Status.FINISHED), PageRequest.first(10)).items()).containsExactly(finished);
        assertThat(list(Optional.of(Conversation.Status.OPEN), PageRequest.first(10)).items()).containsExactly(other);
    }

    @Test
    void a_conversation_goes_on_when_its_campaign_is_gone() {
        Campaign campaign = CampaignFixtures.draft(team, NOON);
        transactions().run(system(team), "test", () -> campaigns().add(campaign));
        Conversation open = add(begun(team, NOON, BriefDraft.EMPTY), said(1));
        write(team, () -> conversations().replace(open.finished(campaign.id(), NOON), List.of()));
        assertThat(write(team, () -> campaigns().remove(campaign))).isTrue();
        assertThat(find(team, open)).get().satisfies(found -> assertThat(found.status()).isEqualTo(Conversation.Status.OPEN));
    }

    @Test
    void the_newest_come_first_page_by_page() {
        List<Conversation> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.addFirst(add(begun(team, NOON.plusSeconds(i / 2), BriefDraft.EMPTY), said(1)));
        }
        List<Conversation> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Conversation> page = list(Optional.empty(), new PageRequest(2, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen).isSortedAccordingTo((one, other) -> other.startedAt().compareTo(one.startedAt()));
    }

    @Test
    void messages_come_in_their_order_page_by_page_and_to_their_own_team_only() {
        Conversation first = add(begun(team, NOON, BriefDraft.EMPTY), said(1));
        write(team, () -> conversations().replace(first.after(BriefDraft.EMPTY, 2, NOON), List.of(said(2), said(3))));
        Page<Message> page = messages(team, first, PageRequest.first(2));
        assertThat(page.items()).containsExactly(said(1), said(2));
        assertThat(messages(team, first, new PageRequest(2, page.next())).items()).containsExactly(said(3));
        assertThat(messages(newTeam(teams()), first, PageRequest.first(2)).items()).isEmpty();
    }

    private static BriefDraft draft(String text) {
        return BriefDraft.EMPTY.with(BriefReader.read(text, BriefDraft.EMPTY, Optional.empty(), LocalDate.of(2026, 1, 15)).changes());
    }

    private static Conversation begun(TeamId team, Instant at, BriefDraft draft) {
        return new Conversation(new ChatId(SeededIds.next()), team, 1, draft, 1, Optional.empty(), "user:1", at, at);
    }

    private static Message said(int number) {
        return new Message(number, Message.Speaker.PERSON, "user:1", "Words no. " + number + " \u2014 \ud83d\ude00", Optional.empty(), NOON);
    }

    private Conversation add(Conversation conversation, Message first) {
        transactions().run(system(team), "test", () -> conversations().add(conversation, List.of(first)));
        return conversation;
    }

    private Optional<Conversation> find(TeamId who, Conversation conversation) {
        return transactions().reading(system(who), () -> conversations().find(conversation.id()));
    }

    private Page<Conversation> list(Optional<Conversation.Status> status, PageRequest page) {
        return transactions().reading(system(team), () -> conversations().list(status, page));
    }

    private Page<Message> messages(TeamId who, Conversation conversation, PageRequest page) {
        return transactions().reading(system(who), () -> conversations().messages(conversation.id(), page));
    }

    private boolean write(TeamId who, Supplier<Boolean> work) {
        return transactions().inTransaction(system(who), "test", work);
    }
}
