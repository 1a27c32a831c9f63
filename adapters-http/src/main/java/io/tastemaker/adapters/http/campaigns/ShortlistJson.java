package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.matching.RankedJson;
import io.tastemaker.domain.campaigns.Pick;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.matching.RankingId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A creator on a campaign's shortlist.
 *
 * @param creatorId the creator
 * @param version for If-Match
 * @param status how far the team is with the creator
 * @param note the team's own words
 * @param rankingId the ranking the creator was taken from
 * @param rank where the creator stood there
 * @param score why, on that day
 * @param addedBy who added the creator
 * @param addedAt when
 */
record ShortlistJson(
        UUID creatorId,
        @About("For If-Match when it is changed") long version,
        @About("pending, invited, accepted, rejected or completed") String status,
        String note,
        @About("The ranking the creator was taken from") Optional<String> rankingId,
        @About("Where the creator stood in it") Optional<Integer> rank,
        @About("Why, on that day; it stays as it was") Optional<RankedJson.ScoreJson> score,
        String addedBy,
        Instant addedAt) {

    static ShortlistJson of(ShortlistEntry entry) {
        return new ShortlistJson(
                entry.creator().value(), entry.version(), entry.status().code(), entry.note(), entry.pick().map(Pick::ranking).map(RankingId::value),
                entry.pick().map(Pick::rank), entry.pick().map(Pick::score).map(RankedJson.ScoreJson::of), entry.addedBy(),
                entry.addedAt());
    }
}
