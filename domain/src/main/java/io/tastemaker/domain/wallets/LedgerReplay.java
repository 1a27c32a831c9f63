package io.tastemaker.domain.wallets;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes from the entries alone what a wallet must hold. */
final class LedgerReplay {

    /** What is left and held of a lot. */
    private record Content(long remaining, long held) {
        Content plus(long ofRemaining, long ofHeld) {
            return new Content(remaining + ofRemaining, held + ofHeld);
        }
    }

    private record Key(Counter.Kind kind, String name, Instant period) {}

    private final Map<String, Content> lots = new HashMap<>();
    private final Map<Key, Counter> counters = new HashMap<>();
    private long debt;

    void add(LedgerEntry entry) {
        if (entry.isCredit()) {
            entry.lot().ifPresent(lot -> addCredits(entry, lot));
            debt += sign(entry, Account.DEBT) * -entry.amount();
            entry.period().ifPresent(period -> count(Counter.Kind.MEMBER, entry.actor(), period, entry,
                    Account.HELD.equals(entry.from()), Account.HELD.equals(entry.to())));
        } else {
            String units = entry.from().name() + " " + entry.to().name();
            Counter.Kind kind = units.contains("included.") ? Counter.Kind.QUOTA : Counter.Kind.ALLOWANCE;
            count(kind, entry.unit(), entry.period().orElseThrow(), entry,
                    entry.from().name().startsWith("held."), entry.to().name().startsWith("held."));
        }
    }

    private void addCredits(LedgerEntry entry, String lot) {
        long available = sign(entry, Account.AVAILABLE) * entry.amount();
        long held = sign(entry, Account.HELD) * entry.amount();
        if (available != 0 || held != 0) {
            lots.merge(lot, new Content(available + held, held), (was, change) -> was.plus(change.remaining(), change.held()));
        }
    }

    private void count(Counter.Kind kind, String name, Instant period, LedgerEntry entry, boolean fromHeld, boolean toHeld) {
        long used = (isUsage(entry.to()) ? entry.amount() : 0) - (isUsage(entry.from()) ? entry.amount() : 0);
        long held = (toHeld ? entry.amount() : 0) - (fromHeld ? entry.amount() : 0);
        Key key = new Key(kind, name, period);
        Counter counter = counters.getOrDefault(key, new Counter(kind, name, period, 0, 0));
        counters.put(key, counter.changed(used, held));
    }

    private static boolean isUsage(Account account) {
        return account.name().startsWith("usage.");
    }

    private static long sign(LedgerEntry entry, Account account) {
        return (entry.to().equals(account) ? 1 : 0) - (entry.from().equals(account) ? 1 : 0);
    }

    /** The first thing in which the wallet is not what its ledger says. */
    Optional<LedgerVerdict.Unbalanced> against(Wallet wallet) {
        Map<String, Content> stored = wallet.lots().stream()
                .collect(Collectors.toMap(Lot::source, lot -> new Content(lot.remaining(), lot.held())));
        Stream<LedgerVerdict.Unbalanced> wrongLots = Stream.concat(lots.keySet().stream(), stored.keySet().stream()).distinct().sorted()
                .filter(lot -> !content(lots, lot).equals(content(stored, lot)))
                .map(lot -> new LedgerVerdict.Unbalanced("lot " + lot, content(lots, lot).toString(), content(stored, lot).toString()));
        Stream<LedgerVerdict.Unbalanced> wrongDebt = debt == wallet.debt() ? Stream.empty()
                : Stream.of(new LedgerVerdict.Unbalanced("debt", Long.toString(debt), Long.toString(wallet.debt())));
        Stream<LedgerVerdict.Unbalanced> wrongHolds = wrongHolds(wallet);
        return Stream.of(wrongLots, wrongDebt, wrongHolds, wrongCounters(wallet)).flatMap(faults -> faults).findFirst();
    }

    private static Stream<LedgerVerdict.Unbalanced> wrongHolds(Wallet wallet) {
        long holds = wallet.holds().stream().mapToLong(Hold::credits).sum();
        return holds == wallet.held() ? Stream.empty()
                : Stream.of(new LedgerVerdict.Unbalanced("holds", Long.toString(wallet.held()), Long.toString(holds)));
    }

    private Stream<LedgerVerdict.Unbalanced> wrongCounters(Wallet wallet) {
        List<Key> stored = wallet.counters().stream().map(counter -> new Key(counter.kind(), counter.name(), counter.period())).toList();
        Stream<Key> current = counters.keySet().stream().filter(key -> key.period().equals(wallet.cycle().start()));
        return Stream.concat(stored.stream(), current).distinct()
                .filter(key -> !replayed(key).equals(stored(wallet, key)))
                .map(key -> new LedgerVerdict.Unbalanced("counter " + key.kind() + " " + key.name() + " of " + key.period(),
                        replayed(key).used() + " used, " + replayed(key).held() + " held",
                        stored(wallet, key).used() + " used, " + stored(wallet, key).held() + " held"));
    }

    private Counter replayed(Key key) {
        return counters.getOrDefault(key, new Counter(key.kind(), key.name(), key.period(), 0, 0));
    }

    private static Counter stored(Wallet wallet, Key key) {
        return wallet.counters().stream().filter(counter -> counter.counts(key.kind(), key.name(), key.period())).findFirst()
                .orElseGet(() -> new Counter(key.kind(), key.name(), key.period(), 0, 0));
    }

    private static Content content(Map<String, Content> lots, String lot) {
        return lots.getOrDefault(lot, new Content(0, 0));
    }
}
