package io.tastemaker.adapters.persistence.content;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.application.content.out.ContentProfilesContract;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqContentProfilesTest extends ContentProfilesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    @Override
    protected ContentProfiles profiles() {
        return new JooqContentProfiles(DATABASE.transactions(), DATABASE.acrossTeams());
    }
}
