package io.tastemaker.application.content;

import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists a creator's posts with what was read out of them, the latest first. */
public final class ListPosts {

    private final Transactions transactions;
    private final Posts posts;

    ListPosts(Transactions transactions, Posts posts) {
        this.transactions = transactions;
        this.posts = posts;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param creator whose posts
     * @param page which page
     */
    public record Query(Actor actor, CreatorId creator, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the posts that the team may see
     */
    public Page<AnalysedPost> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> posts.list(query.creator(), query.page()));
    }
}
