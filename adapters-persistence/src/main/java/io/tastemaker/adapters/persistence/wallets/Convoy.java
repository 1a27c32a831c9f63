package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.application.wallets.out.Wallets.Applied;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.wallets.WalletChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Lets changes of different wallets that come at the same time share a round trip and a commit. A few callers write, each at once; while
 * all of them are busy the others gather, and who is free next takes some of them along. So nobody waits when there is little to do, and
 * much to do costs fewer commits. What breaks a convoy is written alone, so that the others arrive.
 */
final class Convoy {

    /** More at once only make the database switch between them. */
    private static final int MOST_WRITERS = 3;

    /** So many travel together: few sizes, since each is a text of its own that every connection prepares. */
    private static final int[] SIZES = {8, 4, 2, 1};

    private final Function<List<WalletChange>, List<Applied>> writing;
    private final Deque<Traveller> waiting = new ArrayDeque<>();
    private int writers;

    /**
     * Convoys that are written by a function.
     *
     * @param writing writes changes of one shape, all or none, and says of each what became of it; throws {@link Broken} when one of
     *     several exists already
     */
    Convoy(Function<List<WalletChange>, List<Applied>> writing) {
        this.writing = writing;
    }

    /** One of several changes exists already; none is written. */
    static final class Broken extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Broken() {
            super("one of several changes exists already", null, false, false);
        }
    }

    private static final class Traveller {
        private final WalletChange change;
        private final CompletableFuture<Applied> applied = new CompletableFuture<>();
        /** The convoy that this one must write; empty when another has written it. */
        private final CompletableFuture<List<Traveller>> turn = new CompletableFuture<>();

        Traveller(WalletChange change) {
            this.change = change;
        }

        boolean fits(Traveller other) {
            return ChangeStatement.sameText(change, other.change);
        }

        void arrive(Applied how) {
            applied.complete(how);
            turn.complete(List.of());
        }

        void fail(Throwable why) {
            applied.completeExceptionally(why);
            turn.complete(List.of());
        }
    }

    /** Writes a change, alone or with others. */
    Applied apply(WalletChange change) {
        Traveller own = new Traveller(change);
        List<Traveller> convoy = enter(own);
        if (convoy.isEmpty()) {
            convoy = own.turn.join();
        }
        if (!convoy.isEmpty()) {
            lead(convoy);
        }
        try {
            return own.applied.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }

    private void lead(List<Traveller> convoy) {
        try {
            write(convoy);
        } catch (RuntimeException | Error failure) {
            convoy.forEach(traveller -> traveller.fail(failure));
            throw failure;
        } finally {
            handOver();
        }
    }

    private void write(List<Traveller> convoy) {
        try {
            List<Applied> applied = writing.apply(convoy.stream().map(traveller -> traveller.change).toList());
            for (int place = 0; place < applied.size(); place++) {
                convoy.get(place).arrive(applied.get(place));
            }
        } catch (Broken broken) {
            convoy.forEach(this::writeAlone);
        } catch (Refusal unavailable) {
            convoy.forEach(traveller -> traveller.fail(unavailable));
        }
    }

    private void writeAlone(Traveller traveller) {
        try {
            traveller.arrive(writing.apply(List.of(traveller.change)).getFirst());
        } catch (RuntimeException failure) {
            traveller.fail(failure);
        }
    }

    /** Nobody waits while there is a writer to spare. */
    private synchronized List<Traveller> enter(Traveller traveller) {
        waiting.add(traveller);
        if (writers == MOST_WRITERS) {
            return List.of();
        }
        writers++;
        return next();
    }

    private synchronized void handOver() {
        if (waiting.isEmpty()) {
            writers--;
        } else {
            List<Traveller> convoy = next();
            convoy.getFirst().turn.complete(convoy);
        }
    }

    /** The first that waits and others whose text is the same; in the order of their teams, so that no two convoys wait for each other. */
    private List<Traveller> next() {
        Traveller first = waiting.element();
        List<Traveller> convoy = new ArrayList<>();
        for (Iterator<Traveller> all = waiting.iterator(); all.hasNext() && convoy.size() < SIZES[0];) {
            Traveller traveller = all.next();
            if (traveller.fits(first)) {
                convoy.add(traveller);
            }
        }
        int size = size(convoy.size());
        List<Traveller> leaving = new ArrayList<>(convoy.subList(0, size));
        waiting.removeAll(leaving);
        leaving.sort(Comparator.comparing(traveller -> traveller.change.after().team().value()));
        return leaving;
    }

    private static int size(int possible) {
        for (int size : SIZES) {
            if (size <= possible) {
                return size;
            }
        }
        throw new IllegalArgumentException("nobody waits");
    }
}
