package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.ChargeJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.domain.matching.ScoreReceipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of a ranking.
 *
 * @param rankingId which ranking
 * @param catalogVersion which state of the catalogue was ranked
 * @param scorer who scored
 * @param total how many creators are ranked
 * @param excludedUnknown how many are left out only because something is not known of them
 * @param items the creators of these ranks
 * @param nextCursor where the next page begins
 * @param hasMore whether there is one
 * @param charge what was charged
 */
public record RankingJson(
        @About("Names the ranking in /rankings") String rankingId,
        @About("When the catalogue that was ranked had last changed") Instant catalogVersion,
        @About("Who scored") ScorerJson scorer,
        @About("How many creators are ranked") int total,
        @About("How many are left out only because something is not known of them") int excludedUnknown,
        List<RankedJson> items,
        Optional<String> nextCursor,
        boolean hasMore,
        @About("What was charged for the page; null when nothing was to be paid") Optional<ChargeJson> charge) {

    /**
     * Who scored.
     *
     * @param id which scorer
     * @param version its version
     * @param weightsHash which weights
     * @param missingPolicy what it does about missing data
     */
    public record ScorerJson(String id, String version, String weightsHash, String missingPolicy) {
        static ScorerJson of(ScoreReceipt.Scorer scorer) {
            return new ScorerJson(scorer.id(), scorer.version(), scorer.weightsHash(), scorer.missingPolicy());
        }
    }

    /**
     * Shows a page.
     *
     * @param page the page
     * @param call whose route gets the cursor
     * @param binding the filter and sort the cursor belongs to
     * @param finder finds out who is unlocked
     * @param charge what was charged
     * @return its record
     */
    public static RankingJson of(RankedPage page, Call call, Object binding, Unlocked.Finder finder, Optional<ChargeJson> charge) {
        List<RankedPage.Entry> entries = page.entries();
        return of(page, entries, call, binding, finder.cards(call.actor(), RankedJson.creators(entries)), charge);
    }

    static RankingJson of(RankedPage page, List<RankedPage.Entry> entries, Call call, Object binding, Unlocked unlocked,
            Optional<ChargeJson> charge) {
        Optional<String> next = page.next().map(offset -> call.cursor(new RankingCursor(page.ranking(), offset).position(), binding));
        return new RankingJson(
                page.ranking().value(), page.version().at(), ScorerJson.of(page.scorer()), page.total(), page.excludedUnknown(),
                RankedJson.of(entries, unlocked), next, next.isPresent(), charge);
    }
}
