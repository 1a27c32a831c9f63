package io.tastemaker.application.matching.out;

import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.UUID;

/** The questions an actor put, as a help to its memory. Nobody waits for a note to be written. */
public interface SearchHistory {

    /**
     * A question that was put.
     *
     * @param id its id
     * @param question as the caller put it, to be shown again
     * @param ranking what it gave
     * @param total how many creators were ranked
     * @param at when
     */
    record Past(UUID id, String question, RankingId ranking, int total, Instant at) {}

    /**
     * Notes a question, outside any transaction. It stands in the history at once for who reads here, within a second for who reads on
     * another node. When the program or the store fails within that second, the note is lost. Of notes of one holder and ranking within
     * that second the last may be the only one that is kept.
     *
     * @param team the actor's team
     * @param holder the label of the actor
     * @param past the question
     */
    void note(TeamId team, String holder, Past past);

    /**
     * An actor's questions, the newest first. Reads in a transaction of its own.
     *
     * @param team the actor's team
     * @param holder the label of the actor
     * @param page which page
     * @return the questions
     */
    Page<Past> of(TeamId team, String holder, PageRequest page);

    /**
     * Forgets an actor's questions, inside a transaction of the caller.
     *
     * @param holder the label of the actor
     */
    void forget(String holder);
}
