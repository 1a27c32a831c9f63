package io.tastemaker.domain.exports;

import io.tastemaker.domain.shared.ListId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a file is about.
 *
 * @param kind what its rows are
 * @param of the one thing whose rows these are: a creator's posts, a campaign's shortlist, who is on a list; empty for all of the team
 * @param chosen how many creators were chosen that it is about; empty when nobody chose
 * @param from not before; empty for no such limit
 * @param to before; empty for no such limit
 */
public record ExportScope(ExportKind kind, Optional<UUID> of, Optional<Integer> chosen, Optional<Instant> from, Optional<Instant> to) {

    /** The most creators that can be chosen, by hand or by a search. */
    public static final int MOST_CHOSEN = 100_000;

    /** Checks what the kind can be limited to. */
    public ExportScope {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        boolean isOfOne = switch (kind) {
            case CAMPAIGN, LIST -> true;
            case POSTS -> of.isPresent();
            case CREATORS, CAMPAIGNS, TRANSACTIONS -> false;
        };
        if (of.isPresent() != isOfOne) {
            throw new IllegalArgumentException(kind + " of one thing: " + of);
        }
        if (chosen.isPresent() && kind != ExportKind.CREATORS || chosen.orElse(0) > MOST_CHOSEN) {
            throw new IllegalArgumentException("at most " + MOST_CHOSEN + " creators are chosen, and creators alone");
        }
        if ((from.isPresent() || to.isPresent()) && kind != ExportKind.TRANSACTIONS) {
            throw new IllegalArgumentException(kind + " of a time");
        }
    }

    /**
     * Everything of a kind.
     *
     * @param kind what the rows are
     * @return the scope
     */
    public static ExportScope all(ExportKind kind) {
        return new ExportScope(kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What belongs to one thing.
     *
     * @param kind what the rows are
     * @param thing a creator, a campaign, or a list
     * @return the scope
     */
    public static ExportScope of(ExportKind kind, UUID thing) {
        return new ExportScope(kind, Optional.of(thing), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The list whose items the rows are.
     *
     * @return its id; empty for the other kinds
     */
    public Optional<ListId> list() {
        return kind == ExportKind.LIST ? of.map(ListId::new) : Optional.empty();
    }

    /**
     * Creators that somebody chose.
     *
     * @param creators how many, at most {@link #MOST_CHOSEN}
     * @return the scope
     */
    public static ExportScope chosen(int creators) {
        return new ExportScope(ExportKind.CREATORS, Optional.empty(), Optional.of(creators), Optional.empty(), Optional.empty());
    }

    /**
     * What moved in the wallet in a time.
     *
     * @param from not before; empty for no such limit
     * @param to before; empty for no such limit
     * @return the scope
     */
    public static ExportScope between(Optional<Instant> from, Optional<Instant> to) {
        return new ExportScope(ExportKind.TRANSACTIONS, Optional.empty(), Optional.empty(), from, to);
    }
}
