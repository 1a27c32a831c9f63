package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.Texts;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.RowSet;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.TextQuestion;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Ranks the creators that a team sees; an equal question to an equal catalogue is answered by the ranking that is kept in memory. */
public final class RankCreators {

    private final Catalogues catalogues;
    private final Rankings rankings;
    private final Ranker ranker;

    RankCreators(Catalogues catalogues, Rankings rankings, Ranker ranker) {
        this.catalogues = catalogues;
        this.rankings = rankings;
        this.ranker = ranker;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param criteria the question
     * @param similarTo rank only creators like one of these; empty for no such filter
     */
    public record Query(Actor actor, SearchCriteria criteria, Set<CreatorId> similarTo) {}

    /** What is answered. */
    public sealed interface Outcome {
        /**
         * The ranking.
         *
         * @param ranking all who pass the filters
         * @param catalogue the creators as they are now, whom the ranking ranks
         */
        record Ranked(Ranking ranking, Catalogue catalogue) implements Outcome {}

        /**
         * Some of the creators to be like are not there, or nobody knows their categories.
         *
         * @param unknown those the team does not see, or that nothing can be like
         */
        record UnknownCreators(Set<CreatorId> unknown) implements Outcome {}
    }

    /**
     * Ranks.
     *
     * @param query what is asked
     * @return the ranking, or why there is none
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.SEARCH_CREATORS);
        if (query.criteria().asksTexts()) {
            Texts texts = catalogues.texts(query.actor());
            return rank(query, texts.catalogue(), texts::saying);
        }
        return rank(query, catalogues.current(query.actor()), question -> RowSet.NONE);
    }

    private Outcome rank(Query query, Catalogue catalogue, Function<TextQuestion, RowSet> texts) {
        List<Candidate> seeds = new ArrayList<>();
        Set<CreatorId> unknown = new LinkedHashSet<>();
        for (CreatorId id : query.similarTo()) {
            Optional<Candidate> seed = catalogue.find(id).filter(known -> known.categories().isPresent());
            seed.ifPresentOrElse(seeds::add, () -> unknown.add(id));
        }
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownCreators(unknown);
        }
        SearchCriteria criteria = seeds.isEmpty() ? query.criteria() : query.criteria().where(new HardFilter.SimilarTo(seeds));
        TeamId team = query.actor().team();
        return new Outcome.Ranked(rankings.obtain(team, catalogue.version(), criteria,
                () -> ranker.rank(team, catalogue, criteria.answered(texts))), catalogue);
    }
}
