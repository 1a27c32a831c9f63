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
 * @param findCreator looks whether there is one
 * @param showCreator shows one
 * @param showCreators shows several
 * @param enterCreator enters one by hand
 * @param findOrEnterCreator finds one by handle, or enters it
 * @param changeCreator changes one by hand
 * @param removeCreator removes one
 * @param learnFacts takes over what a source measured
 * @param learnContent takes over what was concluded from posts
 * @param markFavorite marks and unmarks favourites
 * @param listFavorites lists them
 */
public record CreatorUseCases(
        FindCreator findCreator,
        ShowCreator showCreator,
        ShowCreators showCreators,
        EnterCreator enterCreator,
        FindOrEnterCreator findOrEnterCreator,
        ChangeCreator changeCreator,
        RemoveCreator removeCreator,
        LearnFacts learnFacts,
        LearnContent learnContent,
        MarkFavorite markFavorite,
        ListFavorites listFavorites) {

    /** Builds them from the driven ports. */
    @Inject
    public CreatorUseCases(Transactions transactions, Creators creators, Favorites favorites, Ids ids, InstantSource clock) {
        this(new FindCreator(transactions, creators), new ShowCreator(new FindCreator(transactions, creators)),
                new ShowCreators(transactions, creators),
                new EnterCreator(transactions, creators, ids, clock), new FindOrEnterCreator(transactions, creators, ids),
                new ChangeCreator(transactions, creators, clock),
                new RemoveCreator(transactions, creators), new LearnFacts(transactions, creators, ids),
                new LearnContent(transactions, creators), new MarkFavorite(transactions, creators, favorites, clock),
                new ListFavorites(transactions, creators, favorites));
    }
}
