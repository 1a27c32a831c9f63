package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.wallets.Charging;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ListShortlist;
import io.tastemaker.application.matching.FindSimilarCreators;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.matching.ReplayRanking;
import io.tastemaker.application.matching.SearchCreators;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.matching.AdvancedSearch;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Search, the rankings it gives, and creators like one. */
public final class SearchRoutes {

    record RankingPath(@About("The ranking") @Matches(value = "rk_[0-9a-f]{32}", says = "the id of a ranking") String rankingId) {
        RankingId id() {
            return new RankingId(rankingId);
        }
    }

    record CreatorPath(@About("The creator") UUID creatorId) {}

    record SimilarQuery(@About("The most creators") @Default("25") @Between(min = "1", max = "100") int limit) {}

    record SimilarJson(@About("The most alike, in order") List<RankedJson> items) {}

    private static final String ALL = "by rank";

    private static final Charging.Gate FIRST_PAGE = new Charging.Gate(Permission.SEARCH_CREATORS, Action.ADVANCED_SEARCH);

    private static final Charging.Gate LATER_PAGE = new Charging.Gate(Permission.SEARCH_CREATORS, Action.DISCOVERY_PAGINATION);

    private final MatchingUseCases useCases;
    private final CampaignUseCases campaigns;
    private final Unlocked.Finder unlocked;
    private final Asked.Memory understood = new Asked.Memory();
    private final ReadyPages ready;
    private final Charging charging;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param campaigns for the filter that leaves out who is on a campaign's shortlist
     * @param wallets for what is charged and what is unlocked
     * @param clock the time
     */
    public SearchRoutes(MatchingUseCases useCases, CampaignUseCases campaigns, WalletUseCases wallets, InstantSource clock) {
        this.useCases = useCases;
        this.campaigns = campaigns;
        this.unlocked = new Unlocked.Finder(wallets);
        this.ready = new ReadyPages(unlocked);
        this.charging = new Charging(wallets);
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access searching = Access.needs(Permission.SEARCH_CREATORS);
        Access reading = Access.needs(Permission.READ_CREATORS);
        return List.of(
                Route.of(Method.POST, "/creators/search", searching).says("search", "Search creators")
                        .about("Hard filters, a weighted score with a receipt, and a ranking whose pages join without gap for 5 minutes. "
                                + "A later page repeats the body with the cursor. The first page is charged when the weights are the "
                                + "caller's own or a filter is none of " + String.join(", ", AdvancedSearch.PLAIN_FILTERS)
                                + "; each later page is charged. The same criteria, and the same cursor, are free again for as long as "
                                + "/pricing says.")
                        .body(SearchJson.class).rememberingBodies().answers(200, RankingJson.class, "A page of the ranking")
                        .charges(Action.ADVANCED_SEARCH, Action.DISCOVERY_PAGINATION)
                        .problems(ProblemCode.NOT_AVAILABLE_YET, ProblemCode.INVALID_CURSOR, ProblemCode.RANKING_EXPIRED,
                                ProblemCode.NOT_FOUND)
                        .repeatable().handle(this::search),
                Route.of(Method.GET, "/rankings/{ranking_id}", searching).says("search", "Replay a ranking")
                        .about("The same ids, scores and receipts: of a search for 5 minutes, of a campaign's match for good. Later pages are those that were paid for.")
                        .path(RankingPath.class).query(PageQuery.class).answers(200, RankingJson.class, "A page of it")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.INVALID_CURSOR, ProblemCode.UNLOCK_REQUIRED).handle(this::replay),
                Route.of(Method.GET, "/creators/{creator_id}/similar", reading).says("search", "Find similar creators")
                        .path(CreatorPath.class).query(SimilarQuery.class).answers(200, SimilarJson.class, "The most alike, with receipts")
                        .problems(ProblemCode.NOT_FOUND).handle(this::similar));
    }

    private Reply search(Call call) {
        SearchJson search = call.body(SearchJson.class);
        Asked asked = understood.of(search, clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        QuestionJson question = asked.question();
        Optional<SearchCreators.From> from = call.position(search.cursor(), question)
                .map(RankingCursor::at)
                .map(cursor -> new SearchCreators.From(cursor.ranking(), cursor.offset()));
        SearchCreators.Query query = new SearchCreators.Query(call.actor(), asked.criteria(), asked.similarTo(), shortlisted(call, question),
                asked.text(), search.limit(), from, new PayForRanking.Terms(call.creditsMax(), call.dryRun()));
        Charging.Gate gate = from.isPresent() ? LATER_PAGE : FIRST_PAGE;
        return switch (useCases.searchCreators().handle(query)) {
            case SearchCreators.Outcome.Found(RankedPage page, Optional<Answered> payment) -> charging.paid(call, gate, payment,
                    charge -> charge.isPresent() ? Answer.ok(RankingJson.of(page, call, question, unlocked, charge)) : ready.answer(page, call, asked));
            case SearchCreators.Outcome.Foreseen(Optional<Answered> answered) -> charging.foreseen(call, gate, answered);
            case SearchCreators.Outcome.Refused(Answered answered) -> charging.refused(call, gate, answered);
            case SearchCreators.Outcome.RankingExpired() -> Problem.of(ProblemCode.RANKING_EXPIRED);
            case SearchCreators.Outcome.UnknownCreators(Set<CreatorId> unknown) -> Criteria.unknownSeeds(question.filters(), unknown);
        };
    }

    private Set<CreatorId> shortlisted(Call call, QuestionJson question) {
        Set<CreatorId> creators = new HashSet<>();
        for (UUID campaign : Criteria.shortlistsOf(question.filters())) {
            Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
            while (next.isPresent()) {
                Page<ShortlistEntry> page = campaigns.listShortlist().handle(
                        new ListShortlist.Query(call.actor(), new CampaignId(campaign), Optional.empty(), next.get()));
                page.items().forEach(entry -> creators.add(entry.creator()));
                next = page.next().map(position -> new PageRequest(PageRequest.MOST, Optional.of(position)));
            }
        }
        return creators;
    }

    private Reply replay(Call call) {
        PageQuery query = call.query(PageQuery.class);
        int offset = call.position(query.cursor(), ALL).map(RankingCursor::at).map(RankingCursor::offset).orElse(0);
        ReplayRanking.Query wanted = new ReplayRanking.Query(call.actor(), call.path(RankingPath.class).id(), offset, query.limit());
        return switch (useCases.replayRanking().handle(wanted)) {
            case ReplayRanking.Outcome.Replayed(RankedPage page) -> Answer.ok(RankingJson.of(page, call, ALL, unlocked, Optional.empty()));
            case ReplayRanking.Outcome.NotPaid(Action action) -> Problem.of(ProblemCode.UNLOCK_REQUIRED).with("action", action.code());
        };
    }

    private Reply similar(Call call) {
        FindSimilarCreators.Query query = new FindSimilarCreators.Query(
                call.actor(), new CreatorId(call.path(CreatorPath.class).creatorId()), call.query(SimilarQuery.class).limit());
        RankedPage page = useCases.findSimilarCreators().handle(query);
        List<RankedPage.Entry> entries = page.entries();
        return Answer.ok(new SimilarJson(RankedJson.of(entries, unlocked.cards(call.actor(), RankedJson.creators(entries)))));
    }
}
