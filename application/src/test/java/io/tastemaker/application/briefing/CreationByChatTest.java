package io.tastemaker.application.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.briefing.out.InMemoryBriefInterpreter;
import io.tastemaker.application.briefing.out.InMemoryConversations;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ListCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryBudgets;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.briefing.InterpretedBy;
import io.tastemaker.domain.briefing.Message;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CreationByChatTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryCreators store = new InMemoryCreators(transactions);
    private final Till till = Till.ofPayingTeams(transactions, ids, clock);
    private final CreatorUseCases creators = new CreatorUseCases(transactions, store, new InMemoryFavorites(transactions), ids, clock);
    private final InMemoryCampaigns campaignStore = new InMemoryCampaigns(transactions);
    private final MatchingUseCases matching = new MatchingUseCases(till.useCases(), transactions, new InMemoryCatalogues(store),
            new InMemoryRankings(clock), new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
            new InMemorySearchHistory(transactions), ids, clock);
    private final CampaignUseCases campaigns = new CampaignUseCases(transactions, campaignStore,
            new InMemoryMatches(transactions, campaignStore), new InMemoryShortlists(transactions, campaignStore),
            new InMemoryBudgets(transactions, campaignStore), creators, matching, till.useCases(), new InMemoryEvents(transactions), ids, clock);
    private final InMemoryConversations conversations = new InMemoryConversations(transactions, campaignStore);
    private final BriefingUseCases chat = briefing(Optional.empty());

    private BriefingUseCases briefing(Optional<InMemoryBriefInterpreter> interpreter) {
        return new BriefingUseCases(transactions, conversations, campaignStore, interpreter.map(any -> any), campaigns, matching, till.useCases(),
                ids, clock);
    }

    @Test
    void a_conversation_becomes_a_campaign_that_is_matched_at_once() {
        ChatId id = start(Actors.ANA).id();
        say(id, "Brand awareness for our sunscreen, website https://sun.example, women 25-40");
        say(id, "Instagram and TikTok in Spain, beauty creators with 20k to 200k followers");
        say(id, "make it Brazil and Portugal");
        Conversation full = say(id, "budget 10,000 EUR, from 1 March 2030 to 30 April 2030").conversation();
        assertThat(full.draft().missing()).isEmpty();

        MakeCampaign.Outcome.Made made = (MakeCampaign.Outcome.Made) make(id);

        assertThat(made.isNew()).isTrue();
        assertThat(made.campaign().status()).isEqualTo(Campaign.Status.DRAFT);
        assertThat(made.campaign().brief().platforms()).containsExactlyInAnyOrder(Platform.INSTAGRAM, Platform.TIKTOK);
        assertThat(made.campaign().brief().budget()).contains(Money.of("10000.00", "EUR"));
        assertThat(made.campaign().brief().text()).contains("Goal: ", "Product: ", "Audience: ");
        assertThat(made.match().campaign()).isEqualTo(made.campaign().id());
        assertThat(show(id).campaign()).contains(made.campaign().id());
    }

    @Test
    void who_asks_twice_gets_the_same_campaign() {
        ChatId id = complete();
        MakeCampaign.Outcome.Made first = (MakeCampaign.Outcome.Made) make(id);
        MakeCampaign.Outcome.Made second = (MakeCampaign.Outcome.Made) make(id);

        assertThat(second.isNew()).isFalse();
        assertThat(second.campaign().id()).isEqualTo(first.campaign().id());
        assertThat(allCampaigns()).hasSize(1);
    }

    @Test
    void an_incomplete_brief_names_everything_that_is_missing() {
        ChatId id = start(Actors.ANA).id();
        say(id, "TikTok in Italy");

        assertThat(make(id)).isEqualTo(new MakeCampaign.Outcome.Incomplete(List.of(BriefTopic.GOAL, BriefTopic.PRODUCT, BriefTopic.AUDIENCE,
                BriefTopic.CATEGORIES, BriefTopic.FOLLOWERS, BriefTopic.BUDGET, BriefTopic.DATES)));
        assertThat(allCampaigns()).isEmpty();
    }

    @Test
    void a_dry_run_makes_nothing() {
        ChatId id = complete();
        MakeCampaign.Command dry = new MakeCampaign.Command(Actors.ANA, id, 10, new PayForRanking.Terms(OptionalLong.empty(), true));
        assertThat(chat.makeCampaign().handle(dry)).isInstanceOf(MakeCampaign.Outcome.Foreseen.class);
        assertThat(allCampaigns()).isEmpty();
    }

    @Test
    void nothing_is_said_in_a_finished_conversation() {
        ChatId id = complete();
        make(id);
        assertThat(chat.say().handle(new Say.Command(Actors.ANA, id, "also YouTube"))).isInstanceOf(Say.Outcome.Finished.class);
    }

    @Test
    void every_message_is_kept_with_its_answer() {
        ChatId id = start(Actors.ANA).id();
        Say.Outcome.Answered answered = say(id, "on\u0000 TikTok\u202e");

        List<Message> messages = chat.listMessages().handle(new ListMessages.Query(Actors.ANA, id, PageRequest.first(10))).items();
        assertThat(messages).extracting(Message::number).containsExactly(1, 2, 3);
        assertThat(messages).extracting(Message::speaker).containsExactly(Message.Speaker.PROGRAM, Message.Speaker.PERSON, Message.Speaker.PROGRAM);
        assertThat(messages.get(1).text()).isEqualTo("on TikTok");
        assertThat(messages.get(2).by()).contains(InterpretedBy.RULES);
        assertThat(answered.answer().text()).contains("platforms: TikTok");
    }

    @Test
    void a_text_of_control_characters_says_nothing() {
        ChatId id = start(Actors.ANA).id();
        assertThat(chat.say().handle(new Say.Command(Actors.ANA, id, "\u0000\u0007 \u202e"))).isInstanceOf(Say.Outcome.Blank.class);
    }

    @Test
    void a_model_that_is_silent_is_stood_in_for_by_the_rules_and_the_answer_says_so() {
        InMemoryBriefInterpreter model = new InMemoryBriefInterpreter();
        BriefingUseCases modelled = briefing(Optional.of(model));
        ChatId id = start(Actors.ANA).id();
        Say.Outcome.Answered first = (Say.Outcome.Answered) modelled.say().handle(new Say.Command(Actors.ANA, id, "on TikTok"));
        model.fallSilent("timeout");
        Say.Outcome.Answered second = (Say.Outcome.Answered) modelled.say().handle(new Say.Command(Actors.ANA, id, "and Instagram"));

        assertThat(first.answer().by().orElseThrow().source()).isEqualTo(InterpretedBy.Source.MODEL);
        assertThat(second.answer().by()).contains(InterpretedBy.rulesInstead("timeout"));
        assertThat(second.conversation().draft().platforms()).containsExactlyInAnyOrder(Platform.INSTAGRAM, Platform.TIKTOK);
    }

    @Test
    void members_and_other_teams_have_no_part_in_it() {
        ChatId id = start(Actors.ANA).id();
        assertThatThrownBy(() -> start(Actors.BEN)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> chat.showConversation().handle(new ShowConversation.Query(Actors.OLE, id))).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> chat.say().handle(new Say.Command(Actors.OLE, id, "TikTok"))).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> chat.listMessages().handle(new ListMessages.Query(Actors.OLE, id, PageRequest.first(5))))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_conversation_is_deleted_in_the_version_that_was_seen_and_its_campaign_stays() {
        ChatId id = complete();
        make(id);
        assertThatThrownBy(() -> chat.deleteConversation().handle(new DeleteConversation.Command(Actors.ANA, id, OptionalLong.of(1))))
                .isInstanceOf(Refusal.StaleVersion.class);
        chat.deleteConversation().handle(new DeleteConversation.Command(Actors.ANA, id, OptionalLong.empty()));
        assertThatThrownBy(() -> show(id)).isInstanceOf(Refusal.NotFound.class);
        assertThat(allCampaigns()).hasSize(1);
    }

    private ChatId complete() {
        ChatId id = start(Actors.ANA).id();
        say(id, "Brand awareness for our sunscreen, women 25-40, beauty creators on Instagram in Brazil, 20k to 200k followers, budget 10,000 EUR, "
                + "from 1 March 2030 to 30 April 2030");
        return id;
    }

    private Conversation start(Actor actor) {
        return ((StartConversation.Outcome.Started) chat.startConversation().handle(new StartConversation.Command(actor))).conversation();
    }

    private Say.Outcome.Answered say(ChatId id, String text) {
        return (Say.Outcome.Answered) chat.say().handle(new Say.Command(Actors.ANA, id, text));
    }

    private Conversation show(ChatId id) {
        return chat.showConversation().handle(new ShowConversation.Query(Actors.ANA, id));
    }

    private MakeCampaign.Outcome make(ChatId id) {
        return chat.makeCampaign().handle(new MakeCampaign.Command(Actors.ANA, id, 10, PayForRanking.Terms.ANY));
    }

    private List<Campaign> allCampaigns() {
        return campaigns.listCampaigns().handle(new ListCampaigns.Query(Actors.ANA, Optional.empty(), "", PageRequest.first(10))).items();
    }
}
