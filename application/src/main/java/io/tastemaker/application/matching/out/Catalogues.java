package io.tastemaker.application.matching.out;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.matching.Catalogue;

/** The creators that can be ranked, in memory. Not bound to a transaction of the caller. */
public interface Catalogues {

    /**
     * What the actor's team sees: the shared catalogue and its own creators, with every change that was committed before this call.
     *
     * @param actor who asks
     * @return a state that never changes
     */
    Catalogue current(Actor actor);

    /**
     * The same with what these creators say. The first to ask waits until it is read; others do not.
     *
     * @param actor who asks
     * @return a state that never changes
     */
    Texts texts(Actor actor);
}
