package io.tastemaker.adapters.http.creators;

import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Disclosure;
import io.tastemaker.domain.creators.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be shown of a creator.
 *
 * @param creator the creator
 * @param open how much of it
 */
record ShownCreator(Creator creator, Disclosure open) {

    <T> Optional<T> fact(Fact<T> fact) {
        return open.shows(fact) ? creator.facts().value(fact) : Optional.empty();
    }

    List<String> locked() {
        return creator.facts().kinds().stream().filter(fact -> !open.shows(fact)).map(Fact::code).sorted().toList();
    }

    Map<String, CreatorJson.ObservedJson> observed() {
        Map<String, CreatorJson.ObservedJson> observed = new TreeMap<>();
        for (Fact<?> fact : creator.facts().kinds()) {
            creator.facts().get(fact).filter(known -> open.shows(fact)).ifPresent(known -> observed.put(fact.code(), CreatorJson.ObservedJson.of(known)));
        }
        creator.engagementRate().ifPresent(rate -> observed.put(Fact.DECLARED_ENGAGEMENT_RATE.code(), CreatorJson.ObservedJson.of(rate)));
        return observed;
    }

    Optional<Instant> newest() {
        return creator.facts().kinds().stream().map(fact -> creator.facts().get(fact).orElseThrow().observedAt()).max(Instant::compareTo);
    }
}
