package io.tastemaker.application.content;

import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Set;

/** Finds posts by the keys that their platforms give them. */
public final class FindPosts {

    private final Transactions transactions;
    private final Posts posts;

    FindPosts(Transactions transactions, Posts posts) {
        this.transactions = transactions;
        this.posts = posts;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param creators whose posts
     * @param keys ids or short codes of the platform
     */
    public record Query(Actor actor, Set<CreatorId> creators, Set<String> keys) {
        /** Copies the sets. */
        public Query {
            creators = Set.copyOf(creators);
            keys = Set.copyOf(keys);
        }
    }

    /**
     * Finds them.
     *
     * @param query what is asked
     * @return those that the team may see, in no particular order; one for each creator and key
     */
    public List<Post> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        if (query.creators().isEmpty() || query.keys().isEmpty()) {
            return List.of();
        }
        return transactions.reading(query.actor(), () -> posts.byKeys(query.creators(), query.keys())).stream().map(AnalysedPost::post).toList();
    }
}
