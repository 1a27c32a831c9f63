package io.tastemaker.adapters.http.matching;

import io.tastemaker.domain.matching.RankingId;

/**
 * Where a later page of a ranking begins.
 *
 * @param ranking which ranking
 * @param offset how many creators stand before it
 */
public record RankingCursor(RankingId ranking, int offset) {

    String position() {
        return ranking.value() + ":" + offset;
    }

    /**
     * Reads the position of a cursor that was made here; its signature has been checked.
     *
     * @param position from a cursor
     * @return where it points
     */
    public static RankingCursor at(String position) {
        int colon = position.indexOf(':');
        return new RankingCursor(new RankingId(position.substring(0, colon)), Integer.parseInt(position.substring(colon + 1)));
    }
}
