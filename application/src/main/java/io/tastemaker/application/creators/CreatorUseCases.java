package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.Favorites;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with creators.
 *
 * @param showCreator shows one
 * @param showCreators shows several
 * @param enterCreator enters one by hand
 * @param changeCreator changes one by hand
 * @param removeCreator removes one
 * @param markFavorite marks and unmarks favourites
 * @param listFavorites lists them
 */
public record CreatorUseCases(
        ShowCreator showCreator,
        ShowCreators showCreators,
        EnterCreator enterCreator,
        ChangeCreator changeCreator,
        RemoveCreator removeCreator,
        MarkFavorite markFavorite,
        ListFavorites listFavorites) {

    /** Builds them from the driven ports. */
    @Inject
    public CreatorUseCases(Transactions transactions, Creators creators, Favorites favorites, Ids ids, InstantSource clock) {
        this(new ShowCreator(transactions, creators), new ShowCreators(transactions, creators),
                new EnterCreator(transactions, creators, ids, clock), new ChangeCreator(transactions, creators, clock),
                new RemoveCreator(transactions, creators), new MarkFavorite(transactions, creators, favorites, clock),
                new ListFavorites(transactions, creators, favorites));
    }
}
