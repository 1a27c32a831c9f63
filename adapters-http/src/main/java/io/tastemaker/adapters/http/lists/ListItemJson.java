package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.matching.RankedJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.lists.ListItem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A creator on a list.
 *
 * @param creatorId the creator
 * @param version for If-Match
 * @param note the team's own words
 * @param values what the team filled in
 * @param rankingId the ranking the creator was taken from
 * @param addedBy who added the creator
 * @param addedAt when
 * @param creator the card
 */
record ListItemJson(
        UUID creatorId,
        @About("For If-Match when it is changed; a move makes none") long version,
        String note,
        @About("What the team filled in, by the list's columns") Map<String, String> values,
        @About("The ranking the creator was taken from") Optional<String> rankingId,
        String addedBy,
        Instant addedAt,
        @About("The card as it is now") Optional<RankedJson.CardJson> creator) {

    static ListItemJson of(ListItem item, Optional<RankedJson.CardJson> card) {
        return new ListItemJson(item.creator().value(), item.version(), item.note(), new TreeMap<>(item.values()), item.rankingId(), item.addedBy(),
                item.addedAt(), card);
    }
}
