package io.tastemaker.domain.wallets;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Computes from the entries alone what a wallet must hold. Entries may say anything here, since somebody who can rewrite a store can also
 * compute hashes; so nothing is taken for granted, and sums may well be negative.
 */
final class LedgerReplay {

    /** An amount that is gone or there for good, and one that is set aside. */
    private record Sums(long settled, long held) {

        private static final Sums NONE = new Sums(0, 0);

        Sums plus(Sums more) {
            return new Sums(settled + more.settled, held + more.held);
        }
    }

    private record Key(Counter.Kind kind, String name, Instant period) {
        @Override
        public String toString() {
            return "counter " + kind + " " + name + " of " + period;
        }
    }

    private final Map<String, Sums> lots = new HashMap<>();
    private final Map<Key, Sums> counters = new HashMap<>();
    private Optional<LedgerVerdict.Unbalanced> nonsense = Optional.empty();
    private long debt;

    void add(LedgerEntry entry) {
        if (entry.isCredit()) {
            debt -= sign(entry, Account.DEBT) * entry.amount();
            addCredits(entry);
        } else if (entry.period().isPresent()) {
            boolean quota = Stream.of(entry.from(), entry.to()).anyMatch(account -> account.name().contains("included."));
            count(quota ? Counter.Kind.QUOTA : Counter.Kind.ALLOWANCE, entry.unit(), entry, isHeldUnits(entry.from()), isHeldUnits(entry.to()));
        } else {
            noteNonsense(entry, "units of a period", "units of none");
        }
    }

    private void addCredits(LedgerEntry entry) {
        long available = sign(entry, Account.AVAILABLE) * entry.amount();
        long held = sign(entry, Account.HELD) * entry.amount();
        boolean moves = available != 0 || held != 0;
        if (moves && entry.lot().isEmpty()) {
            noteNonsense(entry, "credits of a lot", "credits of none");
        } else if (moves) {
            lots.merge(entry.lot().get(), new Sums(available + held, held), Sums::plus);
        }
        if (entry.period().isPresent()) {
            count(Counter.Kind.MEMBER, entry.actor(), entry, Account.HELD.equals(entry.from()), Account.HELD.equals(entry.to()));
        }
    }

    private void count(Counter.Kind kind, String name, LedgerEntry entry, boolean fromHeld, boolean toHeld) {
        long used = (isUsage(entry.to()) ? entry.amount() : 0) - (isUsage(entry.from()) ? entry.amount() : 0);
        long held = (toHeld ? entry.amount() : 0) - (fromHeld ? entry.amount() : 0);
        counters.merge(new Key(kind, name, entry.period().orElseThrow()), new Sums(used, held), Sums::plus);
    }

    private void noteNonsense(LedgerEntry entry, String expected, String found) {
        nonsense = nonsense.or(() -> Optional.of(new LedgerVerdict.Unbalanced("entry " + entry.seq(), expected, found)));
    }

    private static boolean isUsage(Account account) {
        return account.name().startsWith("usage.");
    }

    private static boolean isHeldUnits(Account account) {
        return account.name().startsWith("held.");
    }

    private static int sign(LedgerEntry entry, Account account) {
        return (entry.to().equals(account) ? 1 : 0) - (entry.from().equals(account) ? 1 : 0);
    }

    /** The first thing in which the wallet is not what its ledger says, or its holds are not what its lots and counters say. */
    Optional<LedgerVerdict.Unbalanced> against(Wallet wallet) {
        Map<String, Sums> storedLots = sums(wallet.lots(), Lot::source, lot -> new Sums(lot.remaining(), lot.held()));
        Map<Key, Sums> stored = sums(wallet.counters(), LedgerReplay::key, counter -> new Sums(counter.used(), counter.held()));
        Map<Key, Sums> current = new HashMap<>(counters);
        current.keySet().removeIf(key -> !stored.containsKey(key) && !key.period().equals(wallet.cycle().start()));
        Stream<LedgerVerdict.Unbalanced> wrongDebt = debt == wallet.debt() ? Stream.empty()
                : Stream.of(new LedgerVerdict.Unbalanced("debt", Long.toString(debt), Long.toString(wallet.debt())));
        return Stream.of(
                nonsense.stream(),
                wrong(lots, storedLots, "lot ", " remaining, "),
                wrongDebt,
                wrong(current, stored, "", " used, "),
                wrong(onlyHeld(storedLots), heldOfLots(wallet), "holds on lot ", " settled, "),
                wrong(onlyHeld(stored), heldUnits(wallet), "holds on ", " settled, "))
                .flatMap(faults -> faults).findFirst();
    }

    private static <K> Stream<LedgerVerdict.Unbalanced> wrong(Map<K, Sums> expected, Map<K, Sums> found, String what, String settled) {
        return Stream.concat(expected.keySet().stream(), found.keySet().stream()).distinct()
                .filter(key -> !sums(expected, key).equals(sums(found, key)))
                .sorted(Comparator.comparing(Object::toString))
                .map(key -> new LedgerVerdict.Unbalanced(what + key, text(sums(expected, key), settled), text(sums(found, key), settled)));
    }

    private static String text(Sums sums, String settled) {
        return sums.settled() + settled + sums.held() + " held";
    }

    private static <K> Sums sums(Map<K, Sums> all, K key) {
        return all.getOrDefault(key, Sums.NONE);
    }

    private static <T, K> Map<K, Sums> sums(List<T> things, Function<T, K> key, Function<T, Sums> sums) {
        Map<K, Sums> all = new HashMap<>();
        things.forEach(thing -> all.merge(key.apply(thing), sums.apply(thing), Sums::plus));
        return all;
    }

    private static Key key(Counter counter) {
        return new Key(counter.kind(), counter.name(), counter.period());
    }

    private static <K> Map<K, Sums> onlyHeld(Map<K, Sums> all) {
        Map<K, Sums> held = new HashMap<>(all);
        held.replaceAll((key, sums) -> new Sums(0, sums.held()));
        return held;
    }

    private static Map<String, Sums> heldOfLots(Wallet wallet) {
        List<Hold.Allocation> allocations = wallet.holds().stream().flatMap(hold -> hold.allocations().stream()).toList();
        return sums(allocations, Hold.Allocation::lot, part -> new Sums(0, part.credits()));
    }

    private static Map<Key, Sums> heldUnits(Wallet wallet) {
        Map<Key, Sums> held = new HashMap<>();
        for (Hold hold : wallet.holds()) {
            String action = hold.action().code();
            held.merge(new Key(Counter.Kind.QUOTA, action, hold.period()), new Sums(0, hold.split().quota()), Sums::plus);
            held.merge(new Key(Counter.Kind.ALLOWANCE, action, hold.period()), new Sums(0, hold.split().allowance()), Sums::plus);
            held.merge(new Key(Counter.Kind.MEMBER, hold.actor(), hold.period()), new Sums(0, hold.credits()), Sums::plus);
        }
        return held;
    }
}
