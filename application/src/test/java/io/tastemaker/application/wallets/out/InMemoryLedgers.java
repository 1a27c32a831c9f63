package io.tastemaker.application.wallets.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Account;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Lot;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the wallets in memory have booked, as one team reads it. */
public final class InMemoryLedgers implements Ledgers {

    private static final String USAGE = "usage.";

    private record Row<T>(int number, T item) {}

    private record Line(Action action, String actor) {}

    private static final class Used {
        private final Set<UUID> operations = new HashSet<>();
        private long quota;
        private long allowance;
        private long credits;

        void add(LedgerEntry entry, Account other, int sign) {
            if (sign > 0) {
                operations.add(entry.operation());
            }
            long amount = sign * entry.amount();
            if (!entry.unit().equals(LedgerEntry.CREDIT)) {
                quota += other.name().contains("included.") ? amount : 0;
                allowance += other.name().contains("free.") ? amount : 0;
            } else if (!other.equals(Account.UNCOLLECTED)) {
                credits += amount;
            }
        }
    }

    private final InMemoryTransactions transactions;
    private final InMemoryWallets wallets;

    public InMemoryLedgers(InMemoryTransactions transactions, InMemoryWallets wallets) {
        this.transactions = transactions;
        this.wallets = wallets;
    }

    @Override
    public Optional<Wallet> find() {
        return wallets.stored(transactions.team());
    }

    @Override
    public Optional<Sums> findSums() {
        return find().map(wallet -> new Sums(wallet.posted(), wallet.held()));
    }

    @Override
    public List<LedgerEntry> after(long seq, int limit) {
        return book().stream().flatMap(book -> book.entries().stream())
                .filter(entry -> entry.seq() > seq)
                .sorted(Comparator.comparingLong(LedgerEntry::seq))
                .limit(limit)
                .toList();
    }

    @Override
    public Page<Operation> list(Filter filter, PageRequest page) {
        return newestFirst(book().map(InMemoryWallets.Book::operations).orElse(List.of()), operation -> matches(filter, operation), page);
    }

    @Override
    public Optional<Operation> find(UUID id) {
        return book().flatMap(book -> book.operation(id));
    }

    @Override
    public Map<String, Long> granted(Set<String> sources) {
        return book().stream().flatMap(book -> book.births())
                .filter(lot -> sources.contains(lot.source()))
                .collect(Collectors.toMap(Lot::source, Lot::granted));
    }

    @Override
    public List<Use> uses(Instant from, Instant to) {
        Map<Line, Used> lines = new TreeMap<>(Comparator.comparing((Line line) -> line.action()).thenComparing(Line::actor));
        book().stream().flatMap(book -> book.entries().stream())
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .forEach(entry -> {
                    count(lines, entry, entry.to(), entry.from(), 1);
                    count(lines, entry, entry.from(), entry.to(), -1);
                });
        List<Use> uses = new ArrayList<>();
        lines.forEach((line, sums) -> uses.add(
                new Use(line.action(), line.actor(), sums.operations.size(), sums.quota, sums.allowance, sums.credits)));
        return uses;
    }

    @Override
    public List<Access> findOpen(Action action, Collection<String> targets, Instant now) {
        return open(now).filter(access -> access.right().action().equals(action) && targets.contains(access.right().target())).toList();
    }

    @Override
    public Page<Access> listOpen(Set<Action> actions, Instant now, PageRequest page) {
        return newestFirst(open(Instant.MIN).toList(), access -> access.isActive(now) && actions.contains(access.right().action()), page);
    }

    private Stream<Access> open(Instant now) {
        return book().stream().flatMap(book -> book.accesses(now));
    }

    private Optional<InMemoryWallets.Book> book() {
        return wallets.book(transactions.team());
    }

    private static void count(Map<Line, Used> lines, LedgerEntry entry, Account account, Account other, int sign) {
        if (account.name().startsWith(USAGE)) {
            Action action = new Action(account.name().substring(USAGE.length()));
            lines.computeIfAbsent(new Line(action, entry.actor()), absent -> new Used()).add(entry, other, sign);
        }
    }

    private static boolean matches(Filter filter, Operation operation) {
        return (filter.kinds().isEmpty() ? operation.entries() > 0 : filter.kinds().contains(operation.kind()))
                && (filter.action().isEmpty() || filter.action().equals(operation.action()))
                && filter.actor().map(operation.actor()::equals).orElse(true)
                && (filter.target().isEmpty() || filter.target().equals(operation.target()))
                && filter.direction().map(direction -> switch (direction) {
                    case IN -> operation.credits() > 0;
                    case OUT -> operation.credits() < 0;
                }).orElse(true)
                && filter.from().map(from -> !operation.at().isBefore(from)).orElse(true)
                && filter.to().map(operation.at()::isBefore).orElse(true)
                && filter.text().map(text -> mentions(operation, text)).orElse(true);
    }

    private static boolean mentions(Operation operation, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(Optional.of(operation.key().text()), operation.action().map(Action::code), operation.target(), operation.note())
                .flatMap(Optional::stream)
                .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Pages by the place in the order of writing. */
    private static <T> Page<T> newestFirst(List<T> all, Function<T, Boolean> wanted, PageRequest page) {
        int end = page.after().map(Integer::parseInt).orElse(all.size());
        List<Row<T>> found = IntStream.range(0, end).map(number -> end - 1 - number)
                .mapToObj(number -> new Row<>(number, all.get(number)))
                .filter(row -> wanted.apply(row.item()))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), row -> Integer.toString(row.number())).map(Row::item);
    }
}
