package io.tastemaker.application.content.out;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryContentProfilesTest extends ContentProfilesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Teams teams = new InMemoryTeams(transactions);
    private final Creators creators = new InMemoryCreators(transactions);
    private final ContentProfiles profiles = new InMemoryContentProfiles(transactions);

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
    protected ContentProfiles profiles() {
        return profiles;
    }
}
