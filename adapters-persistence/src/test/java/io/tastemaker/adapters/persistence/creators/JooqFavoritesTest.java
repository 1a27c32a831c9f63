package io.tastemaker.adapters.persistence.creators;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.Favorites;
import io.tastemaker.application.creators.out.FavoritesContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqFavoritesTest extends FavoritesContract {

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
    protected Favorites favorites() {
        return new JooqFavorites(DATABASE.transactions());
    }
}
