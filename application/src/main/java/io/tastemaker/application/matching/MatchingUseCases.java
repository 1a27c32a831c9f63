package io.tastemaker.application.matching;

import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.application.matching.out.StoredRankings;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.FindOpenRights;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.matching.Ranking;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with rankings and questions.
 *
 * @param rankCreators ranks
 * @param payForRanking pays for a page
 * @param searchCreators ranks and gives a page with cards
 * @param showRanking shows a page again
 * @param replayRanking shows it if it was paid for
 * @param keepRanking keeps a ranking for good
 * @param findRanks finds where creators stand in one
 * @param explainRanking explains where a creator stands
 * @param findSimilarCreators finds the most alike
 * @param saveSearch saves a question
 * @param showSavedSearch shows one
 * @param listSavedSearches lists the team's
 * @param changeSavedSearch changes one
 * @param removeSavedSearch removes one
 * @param listSearchHistory lists the caller's questions
 * @param forgetSearchHistory forgets them
 */
public record MatchingUseCases(
        RankCreators rankCreators,
        PayForRanking payForRanking,
        SearchCreators searchCreators,
        ShowRanking showRanking,
        ReplayRanking replayRanking,
        KeepRanking keepRanking,
        FindRanks findRanks,
        ExplainRanking explainRanking,
        FindSimilarCreators findSimilarCreators,
        SaveSearch saveSearch,
        ShowSavedSearch showSavedSearch,
        ListSavedSearches listSavedSearches,
        ChangeSavedSearch changeSavedSearch,
        RemoveSavedSearch removeSavedSearch,
        ListSearchHistory listSearchHistory,
        ForgetSearchHistory forgetSearchHistory) {

    /** Builds them from the driven ports and the use cases of creators and wallets. */
    @Inject
    public MatchingUseCases(
            WalletUseCases wallets,
            Transactions transactions,
            Catalogues catalogues,
            Rankings rankings,
            StoredRankings storedRankings,
            Searches searches,
            SearchHistory history,
            Ids ids,
            InstantSource clock) {
        this(Ranking::of, wallets, transactions, catalogues, rankings, storedRankings, searches, history, ids, clock);
    }

    /** Builds them with another engine. */
    public MatchingUseCases(
            Ranker ranker,
            WalletUseCases wallets,
            Transactions transactions,
            Catalogues catalogues,
            Rankings rankings,
            StoredRankings storedRankings,
            Searches searches,
            SearchHistory history,
            Ids ids,
            InstantSource clock) {
        this(new RankCreators(catalogues, rankings, ranker), new PayForRanking(wallets.spendCredits(), ids), wallets.findOpenRights(),
                new ShowRanking(catalogues, transactions, rankings, storedRankings), transactions, catalogues, rankings,
                storedRankings, searches, history, ids, clock, ranker);
    }

    private MatchingUseCases(
            RankCreators rankCreators,
            PayForRanking payForRanking,
            FindOpenRights findOpenRights,
            ShowRanking showRanking,
            Transactions transactions,
            Catalogues catalogues,
            Rankings rankings,
            StoredRankings storedRankings,
            Searches searches,
            SearchHistory history,
            Ids ids,
            InstantSource clock,
            Ranker ranker) {
        this(rankCreators,
                payForRanking,
                new SearchCreators(rankCreators, payForRanking, catalogues, rankings, history, ids, clock),
                showRanking,
                new ReplayRanking(showRanking, findOpenRights),
                new KeepRanking(transactions, rankings, storedRankings, clock),
                new FindRanks(transactions, rankings, storedRankings),
                new ExplainRanking(rankings),
                new FindSimilarCreators(catalogues, ranker, clock),
                new SaveSearch(transactions, searches, ids, clock),
                new ShowSavedSearch(transactions, searches),
                new ListSavedSearches(transactions, searches),
                new ChangeSavedSearch(transactions, searches, clock),
                new RemoveSavedSearch(transactions, searches),
                new ListSearchHistory(history),
                new ForgetSearchHistory(transactions, history));
    }
}
