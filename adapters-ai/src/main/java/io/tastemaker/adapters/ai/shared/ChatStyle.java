package io.tastemaker.adapters.ai.shared;

import java.util.Arrays;
import java.util.List;

/** How much an endpoint is asked to keep to. Each understands less of it than the API that it speaks has, so we go down until it agrees. */
public enum ChatStyle {
    /** To a schema, and to its likeliest answer. */
    STEADY,
    /** To a schema; some models do not let anybody choose the temperature. */
    STRICT,
    /** To JSON; the schema is a part of the instructions. */
    LOOSE;

    /**
     * This one and those that ask for less.
     *
     * @return at least one
     */
    public List<ChatStyle> downwards() {
        return Arrays.asList(values()).subList(ordinal(), values().length);
    }
}
