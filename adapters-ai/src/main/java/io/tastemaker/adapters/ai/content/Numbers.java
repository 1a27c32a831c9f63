package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads numbers that have a range. */
final class Numbers {

    private Numbers() {}

    /** Empty for anything but a number from one limit to the other; NaN is in no range. */
    static Optional<Double> between(double least, double most, JsonNode node) {
        return Optional.of(node).filter(JsonNode::isNumber).map(JsonNode::doubleValue).filter(number -> number >= least && number <= most);
    }

    /** Empty for anything but a number from 0 to 1. */
    static Optional<Double> share(JsonNode node) {
        return between(0, 1, node);
    }
}
