package io.tastemaker.application.wallets.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Hold;
import io.tastemaker.domain.wallets.LedgerAnchor;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** All wallets in memory together. */
public final class InMemoryAllWallets implements AllWallets {

    private final InMemoryTransactions transactions;
    private final InMemoryWallets wallets;
    private final List<LedgerAnchor> anchors = new ArrayList<>();

    public InMemoryAllWallets(InMemoryTransactions transactions, InMemoryWallets wallets) {
        this.transactions = transactions;
        this.wallets = wallets;
    }

    @Override
    public List<TeamId> list(Optional<TeamId> after, int limit) {
        return transactions.alone(() -> all().map(Wallet::team)
                .filter(team -> after.map(last -> team.toString().compareTo(last.toString()) > 0).orElse(true))
                .sorted(Comparator.comparing(TeamId::toString))
                .limit(limit)
                .toList());
    }

    @Override
    public List<TeamId> listDue(Instant now, int limit) {
        return transactions.alone(() -> all()
                .filter(wallet -> !firstEnd(wallet).isAfter(now))
                .sorted(Comparator.comparing(InMemoryAllWallets::firstEnd).thenComparing(wallet -> wallet.team().toString()))
                .limit(limit)
                .map(Wallet::team)
                .toList());
    }

    /** When the first hold or lot ends that somebody has to book; a lot that is held as a whole ends with its holds. */
    private static Instant firstEnd(Wallet wallet) {
        return Stream.concat(
                wallet.holds().stream().map(Hold::expiresAt),
                wallet.lots().stream().filter(lot -> lot.free() > 0).flatMap(lot -> lot.expiresAt().stream()))
                .min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    @Override
    public Stats stats(Instant now) {
        return transactions.alone(() -> new Stats(all().count(), sum(Wallet::posted), sum(Wallet::held), sum(Wallet::debt),
                sum(wallet -> wallet.holds().size()),
                sum(wallet -> wallet.holds().stream().filter(hold -> !hold.expiresAt().isAfter(now)).count()),
                entries().count(), out("issuance."), in("usage.") - out("usage.") - out("uncollected"), in("breakage") - out("breakage"),
                out("uncollected")));
    }

    @Override
    public List<LedgerAnchor.Mark> listMarks() {
        return transactions.alone(() -> all().filter(wallet -> wallet.seq() > 0)
                .map(wallet -> new LedgerAnchor.Mark(wallet.team(), wallet.seq(), wallet.head()))
                .toList());
    }

    @Override
    public Optional<LedgerAnchor> findLastAnchor() {
        return transactions.alone(() -> anchors.isEmpty() ? Optional.empty() : Optional.of(anchors.getLast())
                .map(last -> new LedgerAnchor(last.number(), last.at(), List.of(), last.previous(), last.hash())));
    }

    @Override
    public boolean add(LedgerAnchor anchor) {
        return transactions.alone(() -> {
            String previous = anchors.isEmpty() ? LedgerAnchor.FIRST : anchors.getLast().hash();
            return anchor.number() == anchors.size() + 1L && anchor.previous().equals(previous) && anchors.add(anchor);
        });
    }

    private Stream<Wallet> all() {
        return wallets.books().stream().map(InMemoryWallets.Book::wallet);
    }

    private Stream<LedgerEntry> entries() {
        return wallets.books().stream().flatMap(book -> book.entries().stream());
    }

    private long sum(ToLongFunction<Wallet> part) {
        return all().mapToLong(part).sum();
    }

    private long in(String account) {
        return credits(entries().filter(entry -> entry.to().name().startsWith(account)));
    }

    private long out(String account) {
        return credits(entries().filter(entry -> entry.from().name().startsWith(account)));
    }

    private static long credits(Stream<LedgerEntry> entries) {
        return entries.filter(entry -> entry.unit().equals(LedgerEntry.CREDIT)).mapToLong(LedgerEntry::amount).sum();
    }
}
