package io.tastemaker.adapters.ai.content;

import java.util.List;

/** A loaded model that puts numbers to rows of text. Safe for use by many threads, until it is closed. */
interface LocalModel extends AutoCloseable {

    /**
     * Looks at rows.
     *
     * @param sequences at least one
     * @param stop asked again and again whether to go on
     * @return for each row one number for each label, of which some may not be finite; no number at all for rows that were not come to
     * @throws NoLogits when it failed, gave something else, or was stopped before the first row was looked at
     */
    List<double[]> logits(List<LocalSequence> sequences, Stop stop) throws NoLogits;

    /** Gives its memory back. Nobody may be using it, or use it again. */
    @Override
    void close();
}
