package io.tastemaker.application.creators;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;

/** Shows a creator, by id or by handle. */
public final class ShowCreator {

    private final FindCreator findCreator;

    ShowCreator(FindCreator findCreator) {
        this.findCreator = findCreator;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param which by id or by handle
     */
    public record Query(Actor actor, FindCreator.Which which) {}

    /**
     * Shows the creator.
     *
     * @param query what is asked
     * @return the creator
     * @throws Refusal.NotFound when there is none that the team may see
     */
    public Creator handle(Query query) {
        return findCreator.handle(new FindCreator.Query(query.actor(), query.which())).orElseThrow(Refusal.NotFound::new);
    }
}
