package io.tastemaker.adapters.http.briefing;

import io.tastemaker.adapters.http.campaigns.CampaignJson;
import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.matching.RankedJson;
import io.tastemaker.adapters.http.matching.RankingJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.ChargeJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.EventStream;
import io.tastemaker.adapters.http.shared.EventStream.Signal;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.wallets.Charging;
import io.tastemaker.adapters.http.wallets.Refusals;
import io.tastemaker.application.briefing.BriefingUseCases;
import io.tastemaker.application.briefing.DeleteConversation;
import io.tastemaker.application.briefing.ListConversations;
import io.tastemaker.application.briefing.ListMessages;
import io.tastemaker.application.briefing.MakeCampaign;
import io.tastemaker.application.briefing.Say;
import io.tastemaker.application.briefing.ShowConversation;
import io.tastemaker.application.briefing.StartConversation;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.briefing.BriefReader;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creation by chat: a conversation fills a brief, and the brief becomes a campaign that is matched at once. */
public final class ChatRoutes {

    record ChatPath(@About("The conversation") UUID chatId) {
        ChatId id() {
            return new ChatId(chatId);
        }
    }

    record ChatsQuery(
            @About("Only those that stand so") Optional<@OneOf({"open", "finished"}) String> status,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<String> status) {}

    record ChatSayingJson(@About("What is said, in any language and order") @Length(max = BriefReader.LONGEST_MESSAGE) String text) {
        /** Shows that something is said and not what. */
        @Override
        public String toString() {
            return "ChatSayingJson[" + text.length() + " characters]";
        }
    }

    record ChatAnswerJson(
            @About("The message and its answer") List<ChatMessageJson> messages,
            @About("What the message changed, a few words each") List<String> understood,
            @About("What was not taken over and why") List<String> remarks,
            @About("The brief so far") ChatBriefJson draft,
            @About("What a campaign still needs") List<String> missing,
            @About("The conversation as it is now") ChatJson chat) {
        static ChatAnswerJson of(Say.Outcome.Answered answered) {
            return new ChatAnswerJson(List.of(ChatMessageJson.of(answered.said()), ChatMessageJson.of(answered.answer())), answered.words().understood(),
                    answered.words().remarks(), ChatBriefJson.of(answered.conversation().draft()), codes(answered.words().missing()),
                    ChatJson.of(answered.conversation()));
        }
    }

    record ChatUnderstoodJson(List<String> understood, List<String> remarks, Optional<ChatMessageJson.ChatInterpreterJson> interpretedBy) {}

    record ChatPartJson(String text) {
        /** Shows that something is answered and not what. */
        @Override
        public String toString() {
            return "ChatPartJson[" + text.length() + " characters]";
        }
    }

    record ChatDraftJson(ChatBriefJson draft, List<String> missing) {}

    record ChatCampaignJson(
            @About("The campaign, a draft") CampaignJson campaign,
            String rankingId,
            @About("Where the ranking is replayed") String rankingUrl,
            @About("How many creators are ranked") int total,
            @About("How many are left out only because something is not known of them") int excludedUnknown,
            @About("The first ranks") List<RankedJson> items,
            boolean hasMore,
            @About("What was charged for the match; null when nothing was to be paid") Optional<ChargeJson> charge) {}

    private static final int FIRST_RANKS = 25;
    private static final Filter ALL_MESSAGES = new Filter(Optional.empty());
    private static final Charging.Gate MATCH = new Charging.Gate(Permission.MATCH_CAMPAIGNS, Action.ADVANCED_SEARCH);

    private final BriefingUseCases useCases;
    private final Unlocked.Finder unlocked;
    private final Charging charging;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param wallets for what is charged and what is unlocked
     */
    public ChatRoutes(BriefingUseCases useCases, WalletUseCases wallets) {
        this.useCases = useCases;
        this.unlocked = new Unlocked.Finder(wallets);
        this.charging = new Charging(wallets);
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access writing = Access.needs(Permission.WRITE_CAMPAIGNS);
        return List.of(
                Route.of(Method.GET, "/chats", writing).says("chats", "List conversations").about("The newest first.")
                        .query(ChatsQuery.class).lists(ChatJson.class, "The team's conversations").handle(this::list),
                Route.of(Method.POST, "/chats", writing).says("chats", "Start a conversation")
                        .about("It begins with a greeting and the first question; say what you know in any order.")
                        .answers(201, ChatJson.class, "The conversation").versioned().repeatable().handle(this::start),
                Route.of(Method.GET, "/chats/{chat_id}", writing).says("chats", "Show a conversation").path(ChatPath.class)
                        .answers(200, ChatJson.class, "The conversation").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.DELETE, "/chats/{chat_id}", writing).says("chats", "Delete a conversation")
                        .about("With all that was said in it; a campaign that came of it stays.").heedsVersion().path(ChatPath.class)
                        .answersNothing("It is gone").problems(ProblemCode.NOT_FOUND).handle(this::delete),
                Route.of(Method.GET, "/chats/{chat_id}/messages", writing).says("chats", "List the messages of a conversation")
                        .about("In their order.").path(ChatPath.class).query(PageQuery.class).lists(ChatMessageJson.class, "The messages")
                        .problems(ProblemCode.NOT_FOUND).handle(this::messages),
                Route.of(Method.POST, "/chats/{chat_id}/messages", writing).says("chats", "Say something")
                        .about("Any number of facts in any order, and corrections of earlier ones. The answer says what was understood, shows the "
                                + "brief so far and asks for what is missing. With Accept: text/event-stream it comes as the events understood, "
                                + "answer (in parts), draft and done.")
                        .path(ChatPath.class).body(ChatSayingJson.class).answers(200, ChatAnswerJson.class, "The message and its answer")
                        .streams("The events understood, answer, draft and done")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable().handle(this::say),
                Route.of(Method.POST, "/chats/{chat_id}/campaign", writing).says("chats", "Make the brief a campaign")
                        .about("The campaign begins as a draft and is matched at once; the match is charged like any other. Asked again, it shows the "
                                + "same campaign, matched again.")
                        .path(ChatPath.class).answers(201, ChatCampaignJson.class, "The campaign with the first ranks")
                        .answers(200, ChatCampaignJson.class, "The campaign that was made before")
                        .charges(Action.ADVANCED_SEARCH)
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.CAMPAIGN_INCOMPLETE, ProblemCode.STATE_CONFLICT, ProblemCode.STALE_VERSION)
                        .repeatable().handle(this::make));
    }

    private Reply list(Call call) {
        ChatsQuery query = call.query(ChatsQuery.class);
        Filter filter = new Filter(query.status());
        Optional<Conversation.Status> status = query.status().flatMap(code -> Coded.find(Conversation.Status.class, code));
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), filter));
        return call.page(useCases.listConversations().handle(new ListConversations.Query(call.actor(), status, page)), filter, ChatJson::of);
    }

    private Reply start(Call call) {
        return switch (useCases.startConversation().handle(new StartConversation.Command(call.actor()))) {
            case StartConversation.Outcome.Started started -> Answer.created("/chats/" + started.conversation().id(),
                    ChatJson.of(started.conversation())).version(started.conversation().version());
        };
    }

    private Reply show(Call call) {
        Conversation conversation = useCases.showConversation().handle(new ShowConversation.Query(call.actor(), call.path(ChatPath.class).id()));
        return Answer.ok(ChatJson.of(conversation)).version(conversation.version());
    }

    private Reply delete(Call call) {
        DeleteConversation.Command command =
                new DeleteConversation.Command(call.actor(), call.path(ChatPath.class).id(), call.expectedVersion());
        return switch (useCases.deleteConversation().handle(command)) {
            case DeleteConversation.Outcome.Deleted() -> Answer.noContent();
        };
    }

    private Reply messages(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL_MESSAGES));
        ListMessages.Query wanted = new ListMessages.Query(call.actor(), call.path(ChatPath.class).id(), page);
        return call.page(useCases.listMessages().handle(wanted), ALL_MESSAGES, ChatMessageJson::of);
    }

    private Reply say(Call call) {
        Say.Command command = new Say.Command(call.actor(), call.path(ChatPath.class).id(), call.body(ChatSayingJson.class).text());
        return switch (useCases.say().handle(command)) {
            case Say.Outcome.Answered answered -> call.wantsEvents() ? stream(answered) : Answer.ok(ChatAnswerJson.of(answered));
            case Say.Outcome.Finished finished -> Problem.conflict("This conversation became the campaign " + finished.campaign()
                    + "; changes are made there.", Conversation.Status.FINISHED.code(), List.of()).with("campaign_id", finished.campaign().value());
            case Say.Outcome.Full() -> Problem.conflict(
                    "A conversation has at most " + Conversation.MOST_MESSAGES + " messages.", "full", List.of());
            case Say.Outcome.Blank() -> Problem.invalid("#/text", "must have something that can be read");
        };
    }

    /** The answer is kept before its first word is sent, so that nothing is lost when the client goes. */
    private static EventStream stream(Say.Outcome.Answered answered) {
        List<Signal> signals = new ArrayList<>();
        signals.add(next(signals, "understood", new ChatUnderstoodJson(answered.words().understood(), answered.words().remarks(),
                answered.answer().by().map(ChatMessageJson.ChatInterpreterJson::of))));
        answered.words().parts().forEach(part -> signals.add(next(signals, "answer", new ChatPartJson(part))));
        signals.add(next(signals, "draft", new ChatDraftJson(ChatBriefJson.of(answered.conversation().draft()), codes(answered.words().missing()))));
        signals.add(next(signals, "done", ChatAnswerJson.of(answered)));
        Iterator<Signal> left = signals.iterator();
        return new EventStream((Duration patience) -> left.hasNext() ? left.next() : new Signal.End());
    }

    private static Signal next(List<Signal> before, String event, Object data) {
        return new Signal.Next(String.valueOf(before.size() + 1), event, data);
    }

    private Reply make(Call call) {
        MakeCampaign.Command command = new MakeCampaign.Command(call.actor(), call.path(ChatPath.class).id(), FIRST_RANKS,
                new PayForRanking.Terms(call.creditsMax(), call.dryRun()));
        return switch (useCases.makeCampaign().handle(command)) {
            case MakeCampaign.Outcome.Made made -> charging.paid(call, MATCH, made.payment(), charge -> made(call, made, charge));
            case MakeCampaign.Outcome.Incomplete(List<BriefTopic> missing) -> charging.unpaid(call, MATCH,
                    Problem.of(ProblemCode.CAMPAIGN_INCOMPLETE, "Still missing: " + String.join(", ", missing.stream().map(BriefTopic::title).toList()) + ".")
                            .with("missing", codes(missing)));
            case MakeCampaign.Outcome.PlanRequired(Optional<Plan> sufficient) -> charging.unpaid(call, MATCH, Refusals.planRequired(sufficient));
            case MakeCampaign.Outcome.Foreseen(Optional<Answered> answered) -> charging.foreseen(call, MATCH, answered);
            case MakeCampaign.Outcome.Unpaid(Campaign campaign, Answered answered) ->
                charging.refused(call, MATCH, answered).with("campaign_id", campaign.id().value());
        };
    }

    private Answer made(Call call, MakeCampaign.Outcome.Made made, Optional<ChargeJson> charge) {
        RankingJson page = RankingJson.of(made.page(), call, ALL_MESSAGES, unlocked, charge);
        ChatCampaignJson body = new ChatCampaignJson(CampaignJson.of(made.campaign()), page.rankingId(), Route.BASE + "/rankings/" + page.rankingId(),
                page.total(), page.excludedUnknown(), page.items(), page.hasMore(), charge);
        return made.isNew() ? Answer.created(CampaignJson.location(made.campaign()), body) : Answer.ok(body);
    }

    private static List<String> codes(List<BriefTopic> topics) {
        return topics.stream().map(BriefTopic::code).toList();
    }
}
