package io.tastemaker.application.matching.out;

import io.tastemaker.application.content.out.InMemoryPosts;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryTextsTest extends TextsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryCreators creators = new InMemoryCreators(transactions);
    private final InMemoryPosts posts = new InMemoryPosts(transactions);
    private final InMemoryCatalogues catalogues = new InMemoryCatalogues(creators, posts::everything);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Creators creators() {
        return creators;
    }

    @Override
    protected Posts posts() {
        return posts;
    }

    @Override
    protected Catalogues catalogues() {
        return catalogues;
    }
}
