package io.tastemaker.domain.operations;

import io.tastemaker.domain.shared.Coded;
import java.util.List;
import java.util.Locale;

/**
 * How the program is.
 *
 * @param components the parts that exist in this installation
 */
public record Health(List<Component> components) {

    /** How a part, or the whole, is. */
    public enum Status implements Coded {
        /** Works. */
        UP,
        /** Works, with something less than usual. */
        DEGRADED,
        /** Does not work. */
        DOWN;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One part.
     *
     * @param name such as {@code database}
     * @param weight its share of the score, at least 1
     * @param status how it is
     * @param detail what is wrong, for operators; blank when nothing is
     */
    public record Component(String name, int weight, Status status, String detail) {}

    /** Copies the components. */
    public Health {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("a program has at least one part");
        }
    }

    /**
     * The score: the weights of what is up plus half the weights of what is degraded, as a share of all weights, so that parts an
     * installation does not have count neither way.
     *
     * @return 0 to 100, rounded down
     */
    public int score() {
        long all = 0;
        long half = 0;
        for (Component component : components) {
            all += component.weight();
            half += switch (component.status()) {
                case UP -> 2L * component.weight();
                case DEGRADED -> component.weight();
                case DOWN -> 0L;
            };
        }
        return Math.toIntExact(half * 100 / (2 * all));
    }

    /**
     * The whole: down when the database is, degraded when any part is not up, else up.
     *
     * @return the worst that matters
     */
    public Status status() {
        boolean databaseDown = components.stream().anyMatch(part -> part.name().equals("database") && part.status() == Status.DOWN);
        if (databaseDown) {
            return Status.DOWN;
        }
        return components.stream().allMatch(part -> part.status() == Status.UP) ? Status.UP : Status.DEGRADED;
    }
}
