package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.matching.ExplanationJson.ExclusionJson;
import io.tastemaker.adapters.http.matching.ExplanationJson.ExplanationRequestJson;
import io.tastemaker.adapters.http.matching.ExplanationJson.PositionJson;
import io.tastemaker.adapters.http.matching.ExplanationJson.RaiseJson;
import io.tastemaker.adapters.http.matching.ExplanationJson.ReweighedJson;
import io.tastemaker.adapters.http.matching.RankedJson.ScoreJson;
import io.tastemaker.adapters.http.matching.SearchRoutes.RankingPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.matching.ExplainRanking;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.Standing;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Optional;

/** Why a creator stands where it stands. */
public final class ExplanationRoutes {

    private final MatchingUseCases useCases;
    private final Unlocked.Finder unlocked;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param wallets for what is unlocked
     */
    public ExplanationRoutes(MatchingUseCases useCases, WalletUseCases wallets) {
        this.useCases = useCases;
        this.unlocked = new Unlocked.Finder(wallets);
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(Route.of(Method.POST, "/rankings/{ranking_id}/explanations", Access.needs(Permission.SEARCH_CREATORS))
                .says("search", "Explain a ranking")
                .about("position: at which rank, and why. excluded_by: which filters keep the creator out, wanted against found. "
                        + "raise_to: what would lift it to a rank. reweigh: where it would stand under other weights.")
                .path(RankingPath.class).body(ExplanationRequestJson.class).answers(200, ExplanationJson.class, "What was asked")
                .problems(ProblemCode.NOT_FOUND, ProblemCode.RANKING_EXPIRED).handle(this::explain));
    }

    private Reply explain(Call call) {
        ExplanationRequestJson asked = call.body(ExplanationRequestJson.class);
        RankingId ranking = call.path(RankingPath.class).id();
        ExplainRanking.Query query = new ExplainRanking.Query(
                call.actor(), ranking, new CreatorId(asked.creatorId()), asked.raiseTo(), asked.weights().map(Criteria::weights));
        return switch (useCases.explainRanking().handle(query)) {
            case ExplainRanking.Outcome.Explained explained -> Answer.ok(answer(call.actor(), asked, ranking, explained));
            case ExplainRanking.Outcome.RankingExpired() -> Problem.of(ProblemCode.RANKING_EXPIRED);
        };
    }

    private ExplanationJson answer(
            Actor actor, ExplanationRequestJson asked, RankingId ranking, ExplainRanking.Outcome.Explained explained) {
        Optional<PositionJson> position = position(explained.standing());
        return new ExplanationJson(
                ranking.value(), asked.creatorId(), position.isPresent(),
                position.filter(known -> asked.questions().contains("position")),
                Optional.of(exclusions(actor, explained.standing())).filter(known -> asked.questions().contains("excluded_by")),
                asked.raiseTo().flatMap(rank -> raise(actor, rank, explained)),
                explained.reweighed().map(ExplanationRoutes::position).map(place -> new ReweighedJson(place.isPresent(), place)));
    }

    private static Optional<PositionJson> position(Standing standing) {
        return switch (standing) {
            case Standing.Ranked(var entry) -> Optional.of(new PositionJson(entry.rank(), ScoreJson.of(entry.score())));
            case Standing.Excluded excluded -> Optional.empty();
            case Standing.NotInCatalogue nowhere -> throw new Refusal.NotFound();
        };
    }

    private Optional<RaiseJson> raise(Actor actor, int rank, ExplainRanking.Outcome.Explained explained) {
        return switch (explained.standing()) {
            case Standing.Ranked(var entry) -> explained.raise().map(raise -> RaiseJson.of(raise, entry.rank()));
            case Standing.Excluded excluded -> Optional.of(RaiseJson.excluded(rank, exclusions(actor, excluded)));
            case Standing.NotInCatalogue nowhere -> throw new Refusal.NotFound();
        };
    }

    private List<ExclusionJson> exclusions(Actor actor, Standing standing) {
        return switch (standing) {
            case Standing.Ranked ranked -> List.of();
            case Standing.Excluded(var candidate, var filters) -> {
                boolean open = unlocked.record(actor, candidate.owner(), candidate.id());
                yield filters.stream().map(filter -> ExclusionJson.of(filter, candidate, open)).toList();
            }
            case Standing.NotInCatalogue nowhere -> throw new Refusal.NotFound();
        };
    }
}
