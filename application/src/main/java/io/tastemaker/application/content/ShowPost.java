package io.tastemaker.application.content;

import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.shared.PostId;

/** Shows a post with what was read out of it. */
public final class ShowPost {

    private final Transactions transactions;
    private final Posts posts;

    ShowPost(Transactions transactions, Posts posts) {
        this.transactions = transactions;
        this.posts = posts;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param post which post
     */
    public record Query(Actor actor, PostId post) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the post
     * @throws Refusal.NotFound when there is none that the team may see
     */
    public AnalysedPost handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> posts.find(query.post())).orElseThrow(Refusal.NotFound::new);
    }
}
