package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.CreatorId;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Finds the creators most like one, each with a receipt that says in what. */
public final class FindSimilarCreators {

    private final Catalogues catalogues;
    private final Ranker ranker;
    private final InstantSource clock;

    FindSimilarCreators(Catalogues catalogues, Ranker ranker, InstantSource clock) {
        this.catalogues = catalogues;
        this.ranker = ranker;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param creator like whom
     * @param limit how many at most, 1 to 100
     */
    public record Query(Actor actor, CreatorId creator, int limit) {}

    /**
     * Finds them.
     *
     * @param query what is asked
     * @return the most alike, in order
     * @throws Refusal.NotFound when there is no such creator that the team may see
     */
    public RankedPage handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.READ_CREATORS);
        Catalogue catalogue = catalogues.current(actor);
        Candidate seed = catalogue.find(query.creator()).orElseThrow(Refusal.NotFound::new);
        SearchCriteria criteria = SearchCriteria.like(seed, clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        return RankedPage.of(ranker.rank(actor.team(), catalogue, criteria), 0, query.limit(), catalogue);
    }
}
