package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.domain.content.Findings;
import java.util.Map;
import java.util.Optional;

/** What is told to a model that gives scores to labels, and what its scores mean. */
interface Classifier {

    /** What goes along with a text. */
    ObjectNode parameters();

    /** Empty when a label is unknown, or when labels are missing that had to be there. */
    Optional<Findings> findings(Map<String, Double> scores);
}
