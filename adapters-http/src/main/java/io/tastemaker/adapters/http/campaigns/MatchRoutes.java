package io.tastemaker.adapters.http.campaigns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tastemaker.adapters.http.campaigns.CampaignRoutes.CampaignPath;
import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.matching.Criteria;
import io.tastemaker.adapters.http.matching.CriteriaJson;
import io.tastemaker.adapters.http.matching.FiltersJson;
import io.tastemaker.adapters.http.matching.RankedJson;
import io.tastemaker.adapters.http.matching.RankingCursor;
import io.tastemaker.adapters.http.matching.RankingJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.ChargeJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.wallets.Charging;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ListMatches;
import io.tastemaker.application.campaigns.MatchCampaign;
import io.tastemaker.application.campaigns.PageMatch;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Ranks creators against a campaign's brief, and shows what was ranked before. */
public final class MatchRoutes {

    record MatchRequestJson(
            @About("The size of the page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before, with the same filters") Optional<@Length(max = 1_000) String> cursor,
            @About("Whether to leave out who is on the shortlist") @Default("false") boolean excludeShortlisted,
            @About("Further filters; one of the same name takes the place of the brief's") Optional<FiltersJson> filters) {
        record Question(boolean excludeShortlisted, Optional<FiltersJson> filters) {}

        Question question() {
            return new Question(excludeShortlisted, filters);
        }
    }

    record CampaignRankingJson(
            UUID campaignId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("What was asked; on the first page") Optional<CriteriaJson> criteria,
            String rankingId,
            Instant catalogVersion,
            @About("Who scored") RankingJson.ScorerJson scorer,
            int total,
            int excludedUnknown,
            List<RankedJson> items,
            Optional<String> nextCursor,
            boolean hasMore,
            @About("What was charged for the page; null when nothing was to be paid") Optional<ChargeJson> charge) {
        static CampaignRankingJson of(CampaignId campaign, Optional<SearchCriteria> criteria, RankingJson page) {
            return new CampaignRankingJson(
                    campaign.value(), criteria.map(CriteriaJson::of), page.rankingId(), page.catalogVersion(), page.scorer(), page.total(),
                    page.excludedUnknown(), page.items(), page.nextCursor(), page.hasMore(), page.charge());
        }
    }

    record CampaignMatchJson(
            String rankingId,
            @About("Where the ranking is replayed") String rankingUrl,
            @About("Of the campaign as it was matched") long campaignVersion,
            int total,
            String matchedBy,
            Instant matchedAt) {
        static CampaignMatchJson of(CampaignMatch match) {
            return new CampaignMatchJson(match.ranking().value(), Route.BASE + "/rankings/" + match.ranking(), match.campaignVersion(),
                    match.total(), match.matchedBy(), match.matchedAt());
        }
    }

    private static final String ALL = "the newest first";

    private static final Charging.Gate FIRST_PAGE = new Charging.Gate(Permission.MATCH_CAMPAIGNS, Action.ADVANCED_SEARCH);

    private static final Charging.Gate LATER_PAGE = new Charging.Gate(Permission.MATCH_CAMPAIGNS, Action.DISCOVERY_PAGINATION);

    private final CampaignUseCases useCases;
    private final Unlocked.Finder unlocked;
    private final Charging charging;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param wallets for what is charged and what is unlocked
     * @param clock the time
     */
    public MatchRoutes(CampaignUseCases useCases, WalletUseCases wallets, InstantSource clock) {
        this.useCases = useCases;
        this.unlocked = new Unlocked.Finder(wallets);
        this.charging = new Charging(wallets);
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/campaigns/{campaign_id}/match", Access.needs(Permission.MATCH_CAMPAIGNS))
                        .says("campaigns", "Match a campaign")
                        .about("Ranks creators against the brief: platforms, locations and follower range are hard, categories are soft. "
                                + "The ranking is kept for good. It is charged like a search: the first page when a further filter is an "
                                + "advanced one, and each later page.")
                        .path(CampaignPath.class).body(MatchRequestJson.class)
                        .answers(200, CampaignRankingJson.class, "A page of the ranking")
                        .charges(Action.ADVANCED_SEARCH, Action.DISCOVERY_PAGINATION)
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.NOT_AVAILABLE_YET, ProblemCode.INVALID_CURSOR).repeatable()
                        .handle(this::match),
                Route.of(Method.GET, "/campaigns/{campaign_id}/matches", Access.needs(Permission.READ_CAMPAIGNS))
                        .says("campaigns", "List the matches of a campaign").path(CampaignPath.class).query(PageQuery.class)
                        .lists(CampaignMatchJson.class, "Its stored rankings, the newest first").problems(ProblemCode.NOT_FOUND)
                        .handle(this::list));
    }

    private Reply match(Call call) {
        MatchRequestJson request = call.body(MatchRequestJson.class);
        CampaignId campaign = call.path(CampaignPath.class).id();
        PayForRanking.Terms terms = new PayForRanking.Terms(call.creditsMax(), call.dryRun());
        Optional<RankingCursor> from = call.position(request.cursor(), request.question()).map(RankingCursor::at);
        if (from.isPresent()) {
            return page(call, new PageMatch.Command(
                    call.actor(), campaign, from.get().ranking(), from.get().offset(), request.limit(), terms));
        }
        if (!Criteria.shortlistsOf(request.filters()).isEmpty()) {
            return Problem.invalid("#/filters/exclude/campaign_ids",
                    "is for searches; here exclude_shortlisted leaves out this campaign's shortlist");
        }
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        MatchCampaign.Command command = new MatchCampaign.Command(
                call.actor(), campaign, Criteria.filters(request.filters().orElse(FiltersJson.NONE), today),
                Criteria.similarTo(request.filters()), request.excludeShortlisted(), request.limit(), terms);
        return switch (useCases.matchCampaign().handle(command)) {
            case MatchCampaign.Outcome.Matched(CampaignMatch match, SearchCriteria criteria, RankedPage page, Optional<Answered> payment) ->
                charging.paid(call, FIRST_PAGE, payment, charge -> answer(call, campaign, Optional.of(criteria), page, charge));
            case MatchCampaign.Outcome.Foreseen(Optional<Answered> answered) -> charging.foreseen(call, FIRST_PAGE, answered);
            case MatchCampaign.Outcome.Refused(Answered answered) -> charging.refused(call, FIRST_PAGE, answered);
            case MatchCampaign.Outcome.UnknownCreators(Set<CreatorId> unknown) -> Criteria.unknownSeeds(request.filters(), unknown);
        };
    }

    private Reply page(Call call, PageMatch.Command command) {
        return switch (useCases.pageMatch().handle(command)) {
            case PageMatch.Outcome.Found(RankedPage page, Optional<Answered> payment) -> charging.paid(call, LATER_PAGE, payment,
                    charge -> answer(call, command.campaign(), Optional.empty(), page, charge));
            case PageMatch.Outcome.Foreseen(Optional<Answered> answered) -> charging.foreseen(call, LATER_PAGE, answered);
            case PageMatch.Outcome.Refused(Answered answered) -> charging.refused(call, LATER_PAGE, answered);
        };
    }

    private Answer answer(
            Call call, CampaignId campaign, Optional<SearchCriteria> criteria, RankedPage page, Optional<ChargeJson> charge) {
        MatchRequestJson.Question question = call.body(MatchRequestJson.class).question();
        return Answer.ok(CampaignRankingJson.of(campaign, criteria, RankingJson.of(page, call, question, unlocked, charge)));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        ListMatches.Query wanted = new ListMatches.Query(call.actor(), call.path(CampaignPath.class).id(), page);
        return call.page(useCases.listMatches().handle(wanted), ALL, CampaignMatchJson::of);
    }
}
