package io.tastemaker.domain.wallets;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The domain and nothing else: decides, and keeps what was decided in maps. What a store refuses, an assertion refuses here. */
public final class PureTeller implements Teller {

    private final Tariff tariff;
    private final Instant since;
    private final ZoneId zone;
    private final Map<TeamId, Book> books = new HashMap<>();

    /** Wallets that begin at a time in a zone. */
    public PureTeller(Tariff tariff, Instant since, ZoneId zone) {
        this.tariff = tariff;
        this.since = since;
        this.zone = zone;
    }

    /** All that is known of one wallet. */
    private static final class Book {
        private Wallet wallet;
        private final Map<OperationKey, Operation> operations = new LinkedHashMap<>();
        private final Map<UUID, Operation> byId = new HashMap<>();
        private final Map<String, List<Operation>> about = new HashMap<>();
        private final Map<String, Lot> births = new HashMap<>();
        private final Map<Access.Right, Access> open = new HashMap<>();
        private final List<LedgerEntry> entries = new ArrayList<>();

        private Book(Wallet wallet) {
            this.wallet = wallet;
        }

        private List<LedgerEntry> entriesOf(Operation operation) {
            int end = Math.toIntExact(operation.lastSeq());
            return entries.subList(end - operation.entries(), end);
        }
    }

    private Book book(TeamId team) {
        return books.computeIfAbsent(team, any -> new Book(Wallet.opened(team, since, zone)));
    }

    @Override
    public Wallet wallet(TeamId team) {
        return book(team).wallet;
    }

    @Override
    public void move(TeamId team, ZoneId to) {
        Book book = book(team);
        book.wallet = book.wallet.ofOwnerIn(to);
    }

    /** Every entry of a wallet, in order. */
    public List<LedgerEntry> entries(TeamId team) {
        return List.copyOf(book(team).entries);
    }

    /** Every operation of a wallet, in order. */
    public List<Operation> operations(TeamId team) {
        return List.copyOf(book(team).operations.values());
    }

    /** What is open. */
    public Optional<Access> access(TeamId team, Access.Right right) {
        return Optional.ofNullable(book(team).open.get(right));
    }

    @Override
    public Answered submit(TeamId team, WalletCommand command, Instant now) {
        Book book = book(team);
        WalletDecision decision = book.wallet.decide(command, facts(book, Facts.wantedFor(book.wallet, command, now)), tariff, now);
        Operation stored = book.operations.get(command.key());
        if (stored != null) {
            boolean same = stored.command().equals(command.text());
            return new Answered(same ? stored.answer() : new WalletAnswer.KeyReused(), same, Optional.empty());
        }
        return switch (decision) {
            case WalletDecision.Pass(WalletAnswer answer) -> new Answered(answer, false, Optional.empty());
            case WalletDecision.Write(WalletChange change, WalletAnswer.Lasting answer) -> write(book, command, change, answer);
        };
    }

    private static Answered write(Book book, WalletCommand command, WalletChange change, WalletAnswer.Lasting answer) {
        if (command instanceof WalletCommand.Grant grant && book.births.containsKey(grant.source())) {
            return new Answered(new WalletAnswer.GrantedBefore(grant.source()), false, Optional.empty());
        }
        apply(book, change);
        return new Answered(answer, false, Optional.of(change));
    }

    private static void apply(Book book, WalletChange change) {
        check(change.before() == book.wallet.version(), "decided on another version");
        for (Operation operation : change.operations()) {
            check(book.operations.put(operation.key(), operation) == null, "a second operation " + operation.key());
            check(book.byId.put(operation.id(), operation) == null, "a second operation " + operation.id());
            operation.about().ifPresent(what -> book.about.computeIfAbsent(what, any -> new ArrayList<>()).add(operation));
        }
        for (Lot lot : change.born()) {
            check(book.births.put(lot.source(), lot) == null, "a second lot " + lot.source());
        }
        book.entries.addAll(change.entries());
        if (!change.closed().isEmpty()) {
            Set<UUID> closed = new HashSet<>(change.closed());
            book.open.values().removeIf(access -> closed.contains(access.operation()));
        }
        for (Access access : change.opened()) {
            Access other = book.open.put(access.right(), access);
            check(other == null || !other.isActive(access.since()), "open twice: " + access.right());
        }
        book.wallet = change.after();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static Facts facts(Book book, Facts.Wanted wanted) {
        if (wanted.isNothing()) {
            return Facts.NONE;
        }
        Map<Access.Right, Access> open = new HashMap<>();
        wanted.rights().stream().filter(book.open::containsKey).forEach(right -> open.put(right, book.open.get(right)));
        Map<UUID, Facts.Past> past = new HashMap<>();
        wanted.operations().stream().filter(book.byId::containsKey).forEach(id -> past.put(id, past(book, book.byId.get(id))));
        Map<String, Facts.Birth> births = new HashMap<>();
        wanted.sources().stream().filter(book.births::containsKey)
                .forEach(source -> births.put(source, new Facts.Birth(book.births.get(source), taken(book, source))));
        return new Facts(open, past, births);
    }

    private static Facts.Past past(Book book, Operation operation) {
        List<LedgerEntry> entries = book.entriesOf(operation);
        List<Lot> lots = entries.stream().flatMap(entry -> entry.lot().stream()).distinct().map(book.births::get).toList();
        List<Operation> refunds = book.about.getOrDefault(operation.id().toString(), List.of()).stream()
                .filter(later -> later.kind() == Operation.Kind.REFUND).toList();
        long reversed = refunds.stream().flatMap(refund -> book.entriesOf(refund).stream())
                .filter(entry -> entry.unit().equals(LedgerEntry.CREDIT)).mapToLong(LedgerEntry::amount).sum();
        return new Facts.Past(operation, entries, lots, reversed, refunds.size());
    }

    private static long taken(Book book, String source) {
        return book.about.getOrDefault(source, List.of()).stream().filter(operation -> operation.kind() == Operation.Kind.CLAWBACK)
                .mapToLong(operation -> -operation.credits()).sum();
    }
}
