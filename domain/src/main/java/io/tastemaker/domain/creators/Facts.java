package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Observed;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is known about a creator: for each kind of fact at most one value, with its provenance. Never changes; every method returns another. */
public final class Facts {

    /**
     * A value somebody states, before it is known who and when.
     *
     * @param <T> the type of the value
     * @param fact the kind of fact
     * @param value what is stated
     */
    public record Stated<T>(Fact<T> fact, T value) {
        /**
         * Checks that nothing is missing.
         *
         * @throws IllegalArgumentException when it is a conclusion from posts, which nobody states
         */
        public Stated {
            Objects.requireNonNull(fact, "fact");
            Objects.requireNonNull(value, "value");
            if (fact.isOfContent()) {
                throw new IllegalArgumentException(fact + " is concluded from posts and never stated");
            }
        }

        /**
         * Puts the statement into facts.
         *
         * @param facts what was known
         * @param kind how it came to be known
         * @param source who says so
         * @param at when
         * @return the facts with this one in place of what was known of its kind
         */
        public Facts into(Facts facts, Observed.Kind kind, String source, Instant at) {
            return facts.with(fact, new Observed<>(value, kind, source, at));
        }
    }

    /** Nothing is known. */
    public static final Facts NONE = new Facts(Map.of());

    private final Map<Fact<?>, Observed<?>> known;

    private Facts(Map<Fact<?>, Observed<?>> known) {
        this.known = known;
    }

    /**
     * What is known of one kind.
     *
     * @param <T> the type of the value
     * @param fact the kind
     * @return the value with its provenance, or empty when it is unknown
     */
    @SuppressWarnings("unchecked") // with() is the only way in, and it pairs key and value by type
    public <T> Optional<Observed<T>> get(Fact<T> fact) {
        return Optional.ofNullable((Observed<T>) known.get(fact));
    }

    /**
     * Just the value of one kind.
     *
     * @param <T> the type of the value
     * @param fact the kind
     * @return the value, or empty when it is unknown
     */
    public <T> Optional<T> value(Fact<T> fact) {
        return get(fact).map(Observed::value);
    }

    /**
     * These facts and one more, which replaces what was known of its kind.
     *
     * @param <T> the type of the value
     * @param fact the kind
     * @param observed the value with its provenance
     * @return the new facts
     * @throws IllegalArgumentException when a count is negative or above {@link Fact#MOST_COUNT}
     */
    public <T> Facts with(Fact<T> fact, Observed<T> observed) {
        if (observed.value() instanceof Long count && (count < 0 || count > Fact.MOST_COUNT)) {
            throw new IllegalArgumentException(fact + " is a count from 0 to " + Fact.MOST_COUNT + ": " + count);
        }
        Map<Fact<?>, Observed<?>> more = new LinkedHashMap<>(known);
        more.put(fact, observed);
        return new Facts(more);
    }

    /**
     * These facts without one kind.
     *
     * @param fact the kind to forget
     * @return the new facts
     */
    public Facts without(Fact<?> fact) {
        if (!known.containsKey(fact)) {
            return this;
        }
        Map<Fact<?>, Observed<?>> fewer = new LinkedHashMap<>(known);
        fewer.remove(fact);
        return new Facts(fewer);
    }

    /**
     * The kinds of which something is known.
     *
     * @return in the order they were learned
     */
    public Set<Fact<?>> kinds() {
        return Collections.unmodifiableSet(known.keySet());
    }

    /**
     * Takes over what a newer source says. For each kind: an unknown fact is learned, however old; else the later observation wins, even
     * where it says the same, since it says it of a later time. At one time the first that came stays, so that reading a file again,
     * or two files of one date in turn, changes nothing.
     *
     * @param incoming what another source says
     * @return these facts where nothing changed, else the merged ones
     */
    public Facts mergedWith(Facts incoming) {
        Map<Fact<?>, Observed<?>> merged = new LinkedHashMap<>(known);
        boolean changed = false;
        for (Map.Entry<Fact<?>, Observed<?>> entry : incoming.known.entrySet()) {
            Observed<?> old = known.get(entry.getKey());
            if (old == null || entry.getValue().observedAt().isAfter(old.observedAt())) {
                merged.put(entry.getKey(), entry.getValue());
                changed = true;
            }
        }
        return changed ? new Facts(merged) : this;
    }

    /**
     * Whether other facts say the same, wherever each comes from.
     *
     * @param other the other facts
     * @return true when the same kinds are known with the same values
     */
    public boolean agreesWith(Facts other) {
        return known.keySet().equals(other.known.keySet())
                && known.entrySet().stream().allMatch(entry -> entry.getValue().value().equals(other.known.get(entry.getKey()).value()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && known.equals(facts.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }

    @Override
    public String toString() {
        return known.toString();
    }
}
