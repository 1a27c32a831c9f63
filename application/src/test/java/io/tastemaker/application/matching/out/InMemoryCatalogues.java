package io.tastemaker.application.matching.out;

import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Catalogues in memory: what changed since the last look is found by comparing everything. */
public final class InMemoryCatalogues implements Catalogues {

    private final InMemoryCreators creators;
    private final Map<TeamId, Seen> seen = new HashMap<>();

    private record Seen(List<Creator> rows, Catalogue catalogue) {}

    public InMemoryCatalogues(InMemoryCreators creators) {
        this.creators = creators;
    }

    @Override
    public synchronized Catalogue current(Actor actor) {
        Catalogue shared = owned(TeamId.CATALOGUE);
        return actor.team().equals(TeamId.CATALOGUE) ? shared : shared.with(owned(actor.team()));
    }

    private Catalogue owned(TeamId owner) {
        List<Creator> rows = creators.everything().filter(creator -> creator.owner().equals(owner)).toList();
        Seen before = seen.getOrDefault(owner, new Seen(List.of(), Catalogue.of(List.of())));
        if (before.rows().equals(rows)) {
            return before.catalogue();
        }
        List<Candidate> changed = rows.stream().filter(row -> !before.rows().contains(row)).map(Candidate::of).toList();
        var ids = rows.stream().map(Creator::id).toList();
        var removed = before.rows().stream().map(Creator::id).filter(id -> !ids.contains(id)).toList();
        CatalogueVersion next = CatalogueVersion.of(before.catalogue().version().sequence() + 1, Instant.EPOCH);
        Seen now = new Seen(rows, before.catalogue().changed(next, changed, removed));
        seen.put(owner, now);
        return now.catalogue();
    }
}
