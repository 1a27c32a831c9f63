package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.Conversations;
import io.tastemaker.application.campaigns.MatchCampaign;
import io.tastemaker.application.campaigns.ShowCampaign;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.CheckFeature;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.briefing.Conversation;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.ChatId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the draft of a conversation a campaign, and matches it at once. The campaign and the conversation that became it are written in one
 * transaction, so that there are never two; who asks again is shown the same campaign, matched again.
 */
public final class MakeCampaign {

    private static final int LONGEST_NAME = 200;

    private final Transactions transactions;
    private final Conversations conversations;
    private final Campaigns campaigns;
    private final CheckFeature checkFeature;
    private final ShowCampaign showCampaign;
    private final MatchCampaign matchCampaign;
    private final PayForRanking payForRanking;
    private final Ids ids;
    private final InstantSource clock;

    MakeCampaign(
            Transactions transactions,
            Conversations conversations,
            Campaigns campaigns,
            CheckFeature checkFeature,
            ShowCampaign showCampaign,
            MatchCampaign matchCampaign,
            PayForRanking payForRanking,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.campaigns = campaigns;
        this.checkFeature = checkFeature;
        this.showCampaign = showCampaign;
        this.matchCampaign = matchCampaign;
        this.payForRanking = payForRanking;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who makes it
     * @param chat of which conversation
     * @param limit the size of the first page, 1 to 100
     * @param terms on which terms the caller pays for the match
     */
    public record Command(Actor actor, ChatId chat, int limit, PayForRanking.Terms terms) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * There is the campaign, and it is matched.
         *
         * @param campaign the campaign
         * @param isNew whether it was made by this call
         * @param match the record of the match
         * @param criteria what was asked
         * @param page the first ranks
         * @param payment what the wallet answered; empty when nothing was to be paid
         */
        record Made(Campaign campaign, boolean isNew, CampaignMatch match, SearchCriteria criteria, RankedPage page,
                Optional<Answered> payment) implements Outcome {}

        /**
         * Something is missing, so there is no campaign.
         *
         * @param missing all that is missing, in the order of the questions
         */
        record Incomplete(List<BriefTopic> missing) implements Outcome {}

        /**
         * The plan has no campaigns.
         *
         * @param sufficient the cheapest plan that has
         */
        record PlanRequired(Optional<Plan> sufficient) implements Outcome {}

        /**
         * Nothing was made: this is what the wallet would answer.
         *
         * @param answered the answer; empty when nothing would be to pay
         */
        record Foreseen(Optional<Answered> answered) implements Outcome {}

        /**
         * There is the campaign; its match was not paid for.
         *
         * @param campaign the campaign
         * @param answered why not
         */
        record Unpaid(Campaign campaign, Answered answered) implements Outcome {}
    }

    /** What the transaction came to. */
    private sealed interface Written {
        record There(CampaignId campaign, boolean isNew) implements Written {}

        record Lacking(List<BriefTopic> missing) implements Written {}
    }

    /**
     * Makes and matches it.
     *
     * @param command what is wanted
     * @return the campaign with the first page of its match, or why there is none
     * @throws Refusal.NotFound when the team has no such conversation
     * @throws Refusal.StaleVersion when somebody says something at the same time
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Conversation conversation =
                transactions.reading(actor, () -> conversations.find(command.chat())).orElseThrow(Refusal.NotFound::new);
        if (conversation.campaign().isEmpty() && !conversation.draft().isComplete()) {
            return new Outcome.Incomplete(conversation.draft().missing());
        }
        return switch (checkFeature.handle(new CheckFeature.Query(actor, Permission.WRITE_CAMPAIGNS, Feature.CAMPAIGNS))) {
            case CheckFeature.Outcome.PlanRequired(Optional<Plan> sufficient) -> new Outcome.PlanRequired(sufficient);
            case CheckFeature.Outcome.Open open -> command.terms().dryRun() ? foresee(command, conversation.draft()) : make(command);
        };
    }

    private Outcome foresee(Command command, BriefDraft draft) {
        SearchCriteria criteria = brief(draft).criteria(clock.instant().atZone(ZoneOffset.UTC).toLocalDate(), List.of());
        PayForRanking.Page first = new PayForRanking.Page.First(criteria, Set.of());
        return switch (payForRanking.handle(new PayForRanking.Command(command.actor(), Permission.MATCH_CAMPAIGNS, first, command.terms()))) {
            case PayForRanking.Outcome.Foreseen(Optional<Answered> answered) -> new Outcome.Foreseen(answered);
            case PayForRanking.Outcome.Settled(Optional<Answered> answered) -> new Outcome.Foreseen(answered);
            case PayForRanking.Outcome.Refused(Answered answered) -> new Outcome.Foreseen(Optional.of(answered));
        };
    }

    private Outcome make(Command command) {
        return switch (write(command)) {
            case Written.Lacking(List<BriefTopic> missing) -> new Outcome.Incomplete(missing);
            case Written.There(CampaignId campaign, boolean isNew) -> match(command, campaign, isNew);
        };
    }

    /** On the state of the transaction, so that of two callers at once the second finds the campaign of the first. */
    private Written write(Command command) {
        Actor actor = command.actor();
        return transactions.inTransaction(actor, "campaign.create", () -> {
            Conversation conversation = conversations.find(command.chat()).orElseThrow(Refusal.NotFound::new);
            if (conversation.campaign().isPresent()) {
                transactions.about(Subject.of("campaign", conversation.campaign().get()), List.of());
                return new Written.There(conversation.campaign().get(), false);
            }
            BriefDraft draft = conversation.draft();
            if (!draft.isComplete()) {
                transactions.refused(Subject.of("chat", conversation.id()));
                return new Written.Lacking(draft.missing());
            }
            Campaign campaign = Campaign.draft(new CampaignId(ids.next()), actor.team(), name(draft), brief(draft), actor.label(), clock.instant());
            campaigns.add(campaign);
            if (!conversations.replace(conversation.finished(campaign.id(), clock.instant()), List.of())) {
                throw new Refusal.StaleVersion(conversation.version());
            }
            transactions.about(Subject.of("campaign", campaign.id()), campaign.traits().made());
            return new Written.There(campaign.id(), true);
        });
    }

    private Outcome match(Command command, CampaignId id, boolean isNew) {
        Campaign campaign = showCampaign.handle(new ShowCampaign.Query(command.actor(), id));
        MatchCampaign.Command match =
                new MatchCampaign.Command(command.actor(), id, List.of(), Set.of(), false, command.limit(), command.terms());
        return switch (matchCampaign.handle(match)) {
            case MatchCampaign.Outcome.Matched(CampaignMatch kept, SearchCriteria criteria, RankedPage page, Optional<Answered> payment) ->
                new Outcome.Made(campaign, isNew, kept, criteria, page, payment);
            case MatchCampaign.Outcome.Refused(Answered answered) -> new Outcome.Unpaid(campaign, answered);
            case MatchCampaign.Outcome.Foreseen(Optional<Answered> answered) -> new Outcome.Foreseen(answered);
            case MatchCampaign.Outcome.UnknownCreators unknown ->
                throw new IllegalStateException("nobody was to be like anybody: " + unknown.unknown().size());
        };
    }

    private static String name(BriefDraft draft) {
        String name = draft.name().or(draft::product).or(draft::goal).orElse("Campaign").strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2)).strip();
    }

    private static Brief brief(BriefDraft draft) {
        String text = Stream.of(draft.goal().map(goal -> "Goal: " + goal), draft.product().map(product -> "Product: " + product),
                        draft.audience().map(audience -> "Audience: " + audience))
                .flatMap(Optional::stream).collect(Collectors.joining("\n"));
        // A campaign that runs names its platforms, so "any" is all of them; without places and categories it looks anywhere for anything.
        Set<Platform> platforms = draft.indifferent().contains(BriefTopic.PLATFORMS) ? EnumSet.allOf(Platform.class) : draft.platforms();
        return new Brief(text, draft.website(), draft.followers(), platforms, draft.places(), draft.categories(), draft.budget(),
                draft.startsOn(), draft.endsOn());
    }
}
