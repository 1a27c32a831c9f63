package io.tastemaker.application.wallets.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Lot;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Wallets in memory, with all that was ever booked. */
public final class InMemoryWallets implements Wallets {

    /**
     * Whose wallet it is.
     *
     * @param since when the team began
     * @param zone where its owner lives
     */
    public record Owner(Instant since, ZoneId zone) {}

    /** A wallet and its books. */
    static final class Book {
        private final Map<UUID, Operation> byId = new HashMap<>();
        private final Map<String, List<Operation>> byAbout = new HashMap<>();
        private final Map<UUID, Access> accesses = new LinkedHashMap<>();
        private final Map<Access.Right, Access> newest = new HashMap<>();
        private final Map<String, Lot> births = new HashMap<>();
        private final List<Operation> operations = new ArrayList<>();
        private final Map<UUID, Long> versions = new HashMap<>();
        private List<LedgerEntry> entries = new ArrayList<>();
        private Wallet wallet;

        Book(Wallet wallet) {
            this.wallet = wallet;
        }

        Wallet wallet() {
            return wallet;
        }

        /** In the order in which they were written. */
        List<Operation> operations() {
            return operations;
        }

        /** The version of the wallet on which an operation was decided. */
        long version(Operation operation) {
            return versions.get(operation.id());
        }

        Optional<Operation> operation(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        List<LedgerEntry> entries() {
            return entries;
        }

        /** Lots as they were born. */
        Stream<Lot> births() {
            return births.values().stream();
        }

        /** Rights that nobody has closed, in the order in which they were opened. */
        Stream<Access> accesses(Instant now) {
            return accesses.values().stream().filter(access -> access.isActive(now));
        }

        private Optional<Access> open(Access.Right right, Instant now) {
            return Optional.ofNullable(newest.get(right)).filter(access -> access.isActive(now));
        }

        private Optional<Existing> clash(WalletChange change) {
            if (collides(change.operations(), Operation::id, byId.keySet())) {
                return Optional.of(Existing.OPERATION);
            }
            if (collides(change.born(), Lot::source, births.keySet())) {
                return Optional.of(Existing.LOT);
            }
            boolean opened = change.opened().stream().anyMatch(access -> open(access.right(), access.since()).isPresent());
            return opened || collides(change.opened(), Access::right, Set.of()) ? Optional.of(Existing.ACCESS) : Optional.empty();
        }

        private static <T, K> boolean collides(List<T> added, Function<T, K> key, Set<K> known) {
            Set<K> keys = new HashSet<>();
            return added.stream().map(key).anyMatch(one -> known.contains(one) || !keys.add(one));
        }

        private void write(WalletChange change) {
            wallet = change.after();
            for (Operation operation : change.operations()) {
                operations.add(operation);
                versions.put(operation.id(), change.before());
                byId.put(operation.id(), operation);
                operation.about().ifPresent(what -> byAbout.computeIfAbsent(what, absent -> new ArrayList<>(1)).add(operation));
            }
            entries.addAll(change.entries());
            change.born().forEach(lot -> births.put(lot.source(), lot));
            change.closed().forEach(operation -> Optional.ofNullable(accesses.remove(operation))
                    .ifPresent(access -> newest.remove(access.right(), access)));
            for (Access access : change.opened()) {
                accesses.put(access.operation(), access);
                newest.put(access.right(), access);
            }
        }

        private Facts facts(Facts.Wanted wanted, Instant now) {
            Map<Access.Right, Access> open = new HashMap<>();
            wanted.rights().forEach(right -> open(right, now).ifPresent(access -> open.put(right, access)));
            Map<UUID, Facts.Past> past = new HashMap<>();
            wanted.operations().forEach(id -> operation(id).ifPresent(operation -> past.put(id, past(operation))));
            Map<String, Facts.Birth> born = new HashMap<>();
            wanted.sources().forEach(source -> Optional.ofNullable(births.get(source))
                    .ifPresent(lot -> born.put(source, new Facts.Birth(lot, taken(source)))));
            return new Facts(open, past, born);
        }

        private Facts.Past past(Operation operation) {
            List<LedgerEntry> own = entriesOf(operation);
            List<Lot> lots = own.stream().flatMap(entry -> entry.lot().stream()).distinct().map(births::get).filter(Objects::nonNull).toList();
            List<Operation> refunds = about(operation.id().toString(), Operation.Kind.REFUND);
            long reversed = refunds.stream().flatMap(refund -> entriesOf(refund).stream())
                    .filter(entry -> entry.unit().equals(LedgerEntry.CREDIT) && entry.from().name().startsWith("usage."))
                    .mapToLong(LedgerEntry::amount).sum();
            return new Facts.Past(operation, own, lots, reversed, refunds.size());
        }

        private long taken(String source) {
            return about(source, Operation.Kind.CLAWBACK).stream().flatMap(clawback -> entriesOf(clawback).stream())
                    .mapToLong(entry -> entry.to().name().startsWith("issuance.") ? entry.amount()
                            : entry.from().name().startsWith("issuance.") ? -entry.amount() : 0)
                    .sum();
        }

        private List<Operation> about(String what, Operation.Kind kind) {
            return byAbout.getOrDefault(what, List.of()).stream().filter(operation -> operation.kind() == kind).toList();
        }

        private List<LedgerEntry> entriesOf(Operation operation) {
            return entries.subList(Math.toIntExact(operation.lastSeq()) - operation.entries(), Math.toIntExact(operation.lastSeq()));
        }
    }

    private final InMemoryTransactions transactions;
    private final Function<TeamId, Optional<Owner>> owners;
    private final Supplier<Stream<TeamId>> teams;
    private final Map<TeamId, Book> books = new HashMap<>();
    private final Map<TeamId, ZoneId> moved = new HashMap<>();

    /** Wallets of whatever teams are asked for, in UTC, as if all had begun with the clock of the tests. */
    public InMemoryWallets(InMemoryTransactions transactions) {
        this(transactions, team -> Optional.of(new Owner(HandClock.START, ZoneId.of("UTC"))));
    }

    /** Wallets of whatever teams are asked for and have an owner. */
    public InMemoryWallets(InMemoryTransactions transactions, Function<TeamId, Optional<Owner>> owners) {
        this(transactions, owners, Stream::empty);
    }

    /** Wallets of these teams, in UTC. */
    public InMemoryWallets(InMemoryTransactions transactions, InMemoryTeams teams) {
        this(transactions, team -> teams.find(team).map(found -> new Owner(found.createdAt(), ZoneId.of("UTC"))),
                () -> teams.all().stream().map(Team::id));
    }

    private InMemoryWallets(InMemoryTransactions transactions, Function<TeamId, Optional<Owner>> owners, Supplier<Stream<TeamId>> teams) {
        this.transactions = transactions;
        this.owners = owners;
        this.teams = teams;
    }

    @Override
    public Optional<Wallet> load(TeamId team) {
        return transactions.apart(() -> stored(team));
    }

    @Override
    public Facts facts(TeamId team, Facts.Wanted wanted, Instant now) {
        return transactions.apart(() -> book(team).map(book -> book.facts(wanted, now)).orElse(Facts.NONE));
    }

    @Override
    public List<Operation> operations(TeamId team, Set<UUID> ids) {
        return transactions.apart(() -> book(team).stream().flatMap(book -> ids.stream().flatMap(id -> book.operation(id).stream())).toList());
    }

    @Override
    public Applied apply(WalletChange change) {
        return transactions.apart(() -> {
            Optional<Book> book = book(change.after().team()).filter(found -> found.wallet.version() == change.before());
            if (book.isEmpty()) {
                return new Applied.Outdated();
            }
            Optional<Existing> clash = book.get().clash(change);
            if (clash.isPresent()) {
                return new Applied.Clash(clash.get());
            }
            book.get().write(change);
            return new Applied.Written();
        });
    }

    /** The owner of a team lives in another zone from now on. */
    public void move(TeamId team, ZoneId zone) {
        transactions.alone(() -> moved.put(team, zone));
    }

    /** Changes a ledger behind the back of the program. */
    public void tamper(TeamId team, UnaryOperator<List<LedgerEntry>> change) {
        transactions.alone(() -> {
            Book book = book(team).orElseThrow();
            book.entries = new ArrayList<>(change.apply(List.copyOf(book.entries)));
            return book;
        });
    }

    /** The wallet as it is stored; only while nobody else writes. */
    Optional<Wallet> stored(TeamId team) {
        return book(team).map(book -> book.wallet.ofOwnerIn(moved.getOrDefault(team, book.wallet.ownerZone())));
    }

    /** The books of a team; only while nobody else writes. */
    Optional<Book> book(TeamId team) {
        if (team.equals(TeamId.CATALOGUE)) {
            return Optional.empty();
        }
        if (!books.containsKey(team)) {
            owners.apply(team).ifPresent(owner -> books.put(team, new Book(Wallet.opened(team, owner.since(), owner.zone()))));
        }
        return Optional.ofNullable(books.get(team));
    }

    /** All books; only while nobody else writes. */
    List<Book> books() {
        teams.get().forEach(this::book);
        return List.copyOf(books.values());
    }
}
