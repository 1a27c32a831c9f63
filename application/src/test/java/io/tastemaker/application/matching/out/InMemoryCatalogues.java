package io.tastemaker.application.matching.out;

import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Catalogues in memory: what changed since the last look is found by comparing everything. */
public final class InMemoryCatalogues implements Catalogues {

    private final InMemoryCreators creators;
    private final Supplier<Stream<Post>> posts;
    private final Map<TeamId, Seen> seen = new HashMap<>();

    private record Seen(List<Creator> rows, List<Post> posts, Catalogue catalogue) {}

    public InMemoryCatalogues(InMemoryCreators creators) {
        this(creators, Stream::empty);
    }

    public InMemoryCatalogues(InMemoryCreators creators, Supplier<Stream<Post>> posts) {
        this.creators = creators;
        this.posts = posts;
    }

    @Override
    public synchronized Catalogue current(Actor actor) {
        Catalogue shared = owned(TeamId.CATALOGUE);
        return actor.team().equals(TeamId.CATALOGUE) ? shared : shared.with(owned(actor.team()));
    }

    @Override
    public synchronized Texts texts(Actor actor) {
        Catalogue catalogue = current(actor);
        Set<TeamId> visible = Set.copyOf(List.of(TeamId.CATALOGUE, actor.team()));
        return InMemoryTexts.of(catalogue, creators.everything().filter(creator -> visible.contains(creator.owner())).toList(),
                posts.get().filter(post -> visible.contains(post.owner())).toList());
    }

    private Catalogue owned(TeamId owner) {
        List<Creator> rows = creators.everything().filter(creator -> creator.owner().equals(owner)).toList();
        List<Post> held = posts.get().filter(post -> post.owner().equals(owner)).toList();
        Seen before = seen.getOrDefault(owner, new Seen(List.of(), List.of(), Catalogue.of(List.of())));
        if (before.rows().equals(rows) && before.posts().equals(held)) {
            return before.catalogue();
        }
        List<Candidate> changed = rows.stream().filter(row -> !before.rows().contains(row)).map(Candidate::of).toList();
        var ids = rows.stream().map(Creator::id).toList();
        var removed = before.rows().stream().map(Creator::id).filter(id -> !ids.contains(id)).toList();
        CatalogueVersion next = CatalogueVersion.of(before.catalogue().version().sequence() + 1, Instant.EPOCH);
        Seen now = new Seen(rows, held, before.catalogue().changed(next, changed, removed));
        seen.put(owner, now);
        return now.catalogue();
    }
}
