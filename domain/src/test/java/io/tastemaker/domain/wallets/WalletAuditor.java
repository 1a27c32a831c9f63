package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Quota;
import io.tastemaker.domain.shared.TeamId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps books of its own, in plain maps, from nothing but what was written; after every operation it asserts what must always hold. It
 * shares no rule with the domain: the order in which credits burn, the prices, the hashes and the sums are all worked out here once more.
 */
public final class WalletAuditor {

    private static final List<LotKind> BURN_ORDER = List.of(LotKind.DAILY_FREE, LotKind.PROMO, LotKind.MONTHLY_PLAN, LotKind.ROLLOVER,
            LotKind.REFUND, LotKind.TOP_UP, LotKind.CREDIT_LINE);
    private static final Set<LotKind> GIFTS = Set.of(LotKind.DAILY_FREE, LotKind.PROMO);

    private static final Comparator<Lot> RANK = Comparator.comparingInt((Lot lot) -> BURN_ORDER.indexOf(lot.kind()))
            .thenComparing(lot -> lot.expiresAt().orElse(Instant.MAX)).thenComparing(Lot::source);

    private final Tariff tariff;
    private final Map<TeamId, Book> books = new HashMap<>();

    /** An auditor who knows the prices. */
    public WalletAuditor(Tariff tariff) {
        this.tariff = tariff;
    }

    private record Count(String kind, String name, Instant period) {}

    private static final class Two {
        private long first;
        private long held;
    }

    private static final class Book {
        private long version;
        private long seq;
        private String head;
        private long notice;
        private Instant last = Instant.MIN;
        private final Map<String, Map<String, Long>> balances = new HashMap<>();
        private final Map<String, Two> lots = new TreeMap<>();
        private final Map<String, Lot> births = new HashMap<>();
        private final Map<Count, Two> counters = new HashMap<>();
        private final Map<String, Operation> operations = new HashMap<>();
        private final Map<UUID, Long> used = new HashMap<>();
        private final Map<UUID, Long> refunded = new HashMap<>();
        private final Map<OperationKey, Hold> holds = new HashMap<>();
        private final Map<String, OperationKey> reserved = new HashMap<>();
        private final Set<OperationKey> settled = new HashSet<>();
        private Optional<Wallet> wallet = Optional.empty();

        private long balance(String unit, String account) {
            return balances.getOrDefault(unit, Map.of()).getOrDefault(account, 0L);
        }

        private long credits(String account) {
            return balance("credit", account);
        }

        private long debt() {
            return -credits("debt");
        }

        /** What was used in a period that is over, and in which nothing is held, is forgotten. */
        private boolean counts(String kind, String name, Instant period) {
            return counters.containsKey(new Count(kind, name, period));
        }

        private Two counter(String kind, String name, Instant period) {
            return counters.computeIfAbsent(new Count(kind, name, period), any -> new Two());
        }
    }

    /** Looks at what was asked, answered and written, and at the wallet as it is stored now. */
    public void audit(WalletScript.Step.Ask asked, Teller.Answered answered, Wallet stored) {
        Book book = books.computeIfAbsent(asked.team(), any -> new Book());
        if (book.head == null) {
            book.head = genesis(asked.team());
        }
        repeats(book, asked, answered);
        notices(book, asked, answered, stored);
        long debtBefore = book.debt();
        if (answered.change().isPresent()) {
            written(book, asked, answered, answered.change().get(), stored, debtBefore);
        } else {
            book.wallet.ifPresent(known -> require(stored.equals(known.ofOwnerIn(stored.ownerZone())), "an answer without a change changed the wallet"));
        }
        book.wallet = Optional.of(stored);
    }

    /** I5: one key, one operation; a repeat is answered alike, another command under it is refused. */
    private static void repeats(Book book, WalletScript.Step.Ask asked, Teller.Answered answered) {
        Operation first = book.operations.get(asked.command().key().text());
        if (first == null) {
            require(!answered.replayed() && !(answered.answer() instanceof WalletAnswer.KeyReused), "nothing was there to be repeated");
            return;
        }
        require(answered.change().isEmpty(), "a repeat has written something");
        if (first.command().equals(asked.command().text())) {
            require(answered.replayed() && answered.answer().equals(first.answer()), () -> "a repeat got another answer: " + answered.answer());
        } else {
            require(answered.answer() instanceof WalletAnswer.KeyReused, () -> "two commands under one key: " + answered.answer());
        }
    }

    /** What follows from an older notice than one that was heeded is answered so and writes nothing; who acts by hand does not count. */
    private static void notices(Book book, WalletScript.Step.Ask asked, Teller.Answered answered, Wallet stored) {
        OptionalLong notice = asked.command().notice();
        boolean old = notice.isPresent() && notice.getAsLong() < book.notice;
        boolean repeated = book.operations.containsKey(asked.command().key().text());
        require(repeated || old == answered.answer() instanceof WalletAnswer.Outdated, () -> "after notice " + book.notice + ": " + answered.answer());
        require(!old || answered.change().isEmpty(), "an old notice has written something");
        if (answered.change().isPresent() && notice.isPresent()) {
            book.notice = notice.getAsLong();
        }
        require(stored.lastNotice() == book.notice, () -> "heeded is " + stored.lastNotice() + ", not " + book.notice);
    }

    private void written(Book book, WalletScript.Step.Ask asked, Teller.Answered answered, WalletChange change, Wallet stored, long debtBefore) {
        Wallet after = change.after();
        require(answered.answer() instanceof WalletAnswer.Lasting, "a passing answer has written something");
        require(stored.ofOwnerIn(after.ownerZone()).equals(after), "what was decided is not what is stored");
        require(change.before() == book.version && after.version() == book.version + 1, "versions count commands");
        require(!after.lastInstant().isBefore(book.last), "time has run back");
        Instant now = asked.now().truncatedTo(ChronoUnit.MICROS);
        require(after.lastInstant().equals(now.isBefore(book.last) ? book.last : now) || book.version == 0, "it is not now");
        book.version++;
        book.last = after.lastInstant();
        for (Lot lot : change.born()) {
            require(book.births.put(lot.source(), lot) == null, () -> "granted twice: " + lot.source());
            require(lot.held() == 0 && lot.remaining() == lot.granted() && lot.granted() >= 1, () -> "born used: " + lot);
        }
        Map<String, Two> before = Map.of();
        int next = 0;
        for (Operation operation : change.operations()) {
            List<LedgerEntry> entries = change.entries().subList(next, next + operation.entries());
            next += operation.entries();
            if (operation == change.operations().getLast()) {
                before = copy(book.lots);
            }
            booked(book, operation, entries, after);
        }
        require(next == change.entries().size(), "entries without an operation");
        holds(book, change);
        state(book, change);
        if (!change.operations().isEmpty() && change.operations().getLast().key().equals(asked.command().key())) {
            Operation own = change.operations().getLast();
            List<LedgerEntry> entries = change.entries().subList(next - own.entries(), next);
            require(own.answer().equals(answered.answer()) && own.command().equals(asked.command().text()), "another answer was stored");
            answered(book, asked.command(), own, entries, after, before, debtBefore);
        }
    }

    private void booked(Book book, Operation operation, List<LedgerEntry> entries, Wallet after) {
        require(book.operations.put(operation.key().text(), operation) == null, () -> "a second operation " + operation.key());
        require(operation.id().equals(operation.key().operation(after.team())), "the id does not follow from the key");
        require(!operation.at().isAfter(book.last), "booked in the future");
        long owned = book.credits("available") + book.credits("held") - book.debt();
        for (LedgerEntry entry : entries) {
            booked(book, operation, entry, after);
        }
        require(operation.lastSeq() == book.seq, "the operation does not name its entries");
        long owns = book.credits("available") + book.credits("held") - book.debt();
        require(operation.credits() == owns - owned, () -> "it changed the balance by " + (owns - owned) + ", not by " + operation.credits());
        require(operation.balance() == book.credits("available"), () -> "free are " + book.credits("available") + ", not " + operation.balance());
        require(book.debt() >= 0 && book.credits("held") >= 0 && book.credits("available") >= 0, "an account is negative");
        require(book.debt() == 0 || entries.stream().noneMatch(entry -> paysDebt(book, entry)), "what comes back pays what is owed first");
        require(entries.stream().noneMatch(entry -> entry.to().name().equals("debt") && GIFTS.contains(book.births.get(entry.lot().orElseThrow()).kind())),
                "a present pays a debt");
        require(operation.kind() != Operation.Kind.REFUSAL || entries.isEmpty(), "a refusal has moved something");
        book.balances.forEach((unit, accounts) -> require(accounts.values().stream().mapToLong(Long::longValue).sum() == 0, () -> unit + " does not add up"));
        if (operation.kind() == Operation.Kind.ROLLOVER) {
            rolledOver(book, entries);
        }
        if (operation.kind() == Operation.Kind.REFUND) {
            UUID reversed = UUID.fromString(operation.about().orElseThrow());
            long back = entries.stream().filter(entry -> entry.unit().equals("credit")).mapToLong(LedgerEntry::amount).sum();
            require(book.refunded.merge(reversed, back, Long::sum) <= book.used.getOrDefault(reversed, 0L), "more was refunded than was paid");
        }
    }

    /** What is left of the plan's credits moves on when they end, as far as any plan lets it, for a month, give or take a day for a move. */
    private void rolledOver(Book book, List<LedgerEntry> entries) {
        require(entries.size() == 2 && entries.get(0).from().name().equals("available") && entries.get(1).to().name().equals("available"),
                () -> "rolled over otherwise: " + entries);
        Lot ended = book.births.get(entries.get(0).lot().orElseThrow());
        Lot rolled = book.births.get(entries.get(1).lot().orElseThrow());
        require(ended.kind() == LotKind.MONTHLY_PLAN && rolled.kind() == LotKind.ROLLOVER && rolled.scope().equals(ended.scope()), "of another kind");
        require(rolled.granted() == entries.get(1).amount() && rolled.granted() <= entries.get(0).amount(), "more rolls over than was left");
        require(tariff.plans().values().stream().anyMatch(plan -> rolled.granted() <= plan.gifts().rolloverCap()), "over every cap");
        Instant end = ended.expiresAt().orElseThrow();
        long hours = ChronoUnit.HOURS.between(end, rolled.expiresAt().orElseThrow());
        require(rolled.effectiveAt().equals(end) && hours >= 26 * 24 && hours <= 33 * 24, () -> "not for a month: " + rolled);
    }

    /** Bought credits that come back from a hold, and all but presents that come back from a use. */
    private static boolean paysDebt(Book book, LedgerEntry entry) {
        if (!entry.unit().equals("credit") || !entry.to().name().equals("available")) {
            return false;
        }
        LotKind kind = book.births.get(entry.lot().orElseThrow()).kind();
        return entry.from().name().equals("held") && Set.of(LotKind.REFUND, LotKind.TOP_UP, LotKind.CREDIT_LINE).contains(kind)
                || entry.from().name().startsWith("usage.") && !GIFTS.contains(kind);
    }

    private void booked(Book book, Operation operation, LedgerEntry entry, Wallet after) {
        require(entry.seq() == book.seq + 1, () -> "a gap before entry " + entry.seq());
        require(entry.team().equals(after.team()) && entry.operation().equals(operation.id()), () -> "entry of another: " + entry);
        require(entry.amount() >= 1 && !entry.from().equals(entry.to()), () -> "no movement: " + entry);
        require(entry.at().equals(operation.at()) && entry.at().getNano() % 1_000 == 0, () -> "another time: " + entry);
        book.head = hash(book.head, entry);
        require(entry.hash().equals(book.head), () -> "a wrong hash: " + entry);
        book.seq++;
        Map<String, Long> accounts = book.balances.computeIfAbsent(entry.unit(), any -> new HashMap<>());
        accounts.merge(entry.from().name(), -entry.amount(), Long::sum);
        accounts.merge(entry.to().name(), entry.amount(), Long::sum);
        if (entry.unit().equals("credit")) {
            bookedCredits(book, entry);
        } else {
            bookedUnits(book, entry, after);
        }
    }

    private static void bookedCredits(Book book, LedgerEntry entry) {
        String from = entry.from().name();
        String to = entry.to().name();
        long available = (to.equals("available") ? entry.amount() : 0) - (from.equals("available") ? entry.amount() : 0);
        long held = (to.equals("held") ? entry.amount() : 0) - (from.equals("held") ? entry.amount() : 0);
        if (available != 0 || held != 0) {
            String source = entry.lot().orElseThrow(() -> new AssertionError("credits of no lot: " + entry));
            require(book.births.containsKey(source), () -> "nobody granted " + source);
            Two lot = book.lots.computeIfAbsent(source, any -> new Two());
            lot.first += available + held;
            lot.held += held;
            require(0 <= lot.held && lot.held <= lot.first && lot.first <= book.births.get(source).granted(),
                    () -> source + " holds " + lot.first + ", " + lot.held + " held");
        }
        if (entry.period().isPresent() && (!from.startsWith("usage.") || book.counts("MEMBER", entry.actor(), entry.period().get()))) {
            Two counter = book.counter("MEMBER", entry.actor(), entry.period().get());
            counter.first += (to.startsWith("usage.") ? entry.amount() : 0) - (from.startsWith("usage.") ? entry.amount() : 0);
            counter.held += held;
            require(counter.held >= 0 && counter.first + counter.held >= 0, "a member's counter is negative");
        }
        if (to.startsWith("usage.") && !from.equals("uncollected")) {
            book.used.merge(entry.operation(), entry.amount(), Long::sum);
        }
    }

    /** I6: no new use passes a limit. */
    private void bookedUnits(Book book, LedgerEntry entry, Wallet after) {
        String from = entry.from().name();
        String to = entry.to().name();
        boolean quota = from.contains("included.") || to.contains("included.");
        Two counter = book.counter(quota ? "QUOTA" : "ALLOWANCE", entry.unit(), entry.period().orElseThrow());
        counter.first += (to.startsWith("usage.") ? entry.amount() : 0) - (from.startsWith("usage.") ? entry.amount() : 0);
        counter.held += (to.startsWith("held.") ? entry.amount() : 0) - (from.startsWith("held.") ? entry.amount() : 0);
        require(counter.held >= 0 && counter.first >= 0, "a counter is negative");
        if (from.startsWith("included.") || from.startsWith("free.")) {
            Action action = new Action(entry.unit());
            require(entry.period().get().equals(after.cycle().start()), "a new use in an old period");
            require(counter.first + counter.held <= (quota ? included(after, action) : tariff.rules().get(action).allowance()), () -> "over the limit: " + entry);
        }
    }

    private long included(Wallet wallet, Action action) {
        return switch (tariff.plans().get(wallet.plan().orElseThrow()).quotas().getOrDefault(action, Quota.METERED)) {
            case Quota.Included(long units) -> units;
            case Quota.Unlimited unlimited -> Long.MAX_VALUE;
            case Quota.Metered metered -> 0;
            case Quota.Denied denied -> 0;
        };
    }

    /** I6: a hold settles once, and does not come back. */
    private static void holds(Book book, WalletChange change) {
        Map<OperationKey, Hold> open = new HashMap<>();
        change.after().holds().forEach(hold -> require(open.put(hold.key(), hold) == null, () -> "two holds " + hold.key()));
        for (Operation operation : change.operations()) {
            boolean ends = switch (operation.kind()) {
                case COMMIT, RELEASE, EXPIRY -> true;
                default -> false;
            };
            if (ends && operation.about().isPresent()) {
                OperationKey key = book.reserved.get(operation.about().get());
                if (key != null && book.holds.remove(key) != null) {
                    require(!open.containsKey(key), () -> "settled and still open: " + key);
                    require(book.settled.add(key), () -> "settled twice: " + key);
                }
            }
            if (operation.kind() == Operation.Kind.RESERVE) {
                require(open.containsKey(operation.key()), () -> "reserved and not held: " + operation.key());
                book.holds.put(operation.key(), open.get(operation.key()));
                book.reserved.put(operation.id().toString(), operation.key());
            }
        }
        require(book.holds.equals(open), "holds appear or vanish without an operation");
    }

    /** I1, I2, I3: the wallet is what its movements say. What was granted after its end ends with the next command. */
    private static void state(Book book, WalletChange change) {
        Wallet wallet = change.after();
        require(wallet.seq() == book.seq && wallet.head().equals(book.head), "another end of the chain");
        require(wallet.debt() == book.debt(), () -> "owed are " + book.debt() + ", not " + wallet.debt());
        long posted = 0;
        long held = 0;
        Set<String> carried = new HashSet<>();
        for (Lot lot : wallet.lots()) {
            Lot birth = book.births.get(lot.source());
            Two content = book.lots.get(lot.source());
            require(carried.add(lot.source()), () -> "a lot twice: " + lot.source());
            require(content != null && content.first == lot.remaining() && content.held == lot.held(), () -> "a lot is not what was moved: " + lot);
            require(lot.kind() == birth.kind() && lot.scope().equals(birth.scope()) && lot.granted() == birth.granted()
                    && lot.effectiveAt().equals(birth.effectiveAt()) && lot.expiresAt().equals(birth.expiresAt()), () -> "a lot has changed: " + lot);
            require(lot.remaining() == lot.held() || lot.expiresAt().isEmpty() || wallet.lastInstant().isBefore(lot.expiresAt().get())
                    || change.born().stream().anyMatch(born -> born.source().equals(lot.source())), () -> "an ended lot has something free: " + lot);
            posted += lot.remaining();
            held += lot.held();
        }
        book.lots.entrySet().removeIf(lot -> lot.getValue().first == 0 && lot.getValue().held == 0);
        require(carried.equals(book.lots.keySet()), () -> "carried are " + carried + ", not " + book.lots.keySet());
        require(posted == book.credits("available") + book.credits("held") && held == book.credits("held"), "accounts and lots differ");
        for (int i = 1; i < wallet.lots().size(); i++) {
            require(RANK.compare(wallet.lots().get(i - 1), wallet.lots().get(i)) < 0, "not in burn order");
        }
        heldTogether(book, wallet);
        for (Counter counter : wallet.counters()) {
            Two counted = book.counter(counter.kind().name(), counter.name(), counter.period());
            require(counted.first == counter.used() && counted.held == counter.held(), () -> "a counter is not what was moved: " + counter);
        }
        long needed = book.counters.entrySet().stream().filter(counter -> counter.getValue().held != 0
                || counter.getValue().first != 0 && counter.getKey().period().equals(wallet.cycle().start())).count();
        long kept = wallet.counters().stream().filter(counter -> counter.held() != 0 || counter.used() != 0).count();
        require(needed == kept, () -> "kept are " + wallet.counters());
        book.counters.keySet().removeIf(key -> key.period().isBefore(wallet.cycle().start()) && book.counters.get(key).held == 0);
    }

    private static void heldTogether(Book book, Wallet wallet) {
        Map<String, Long> ofLots = new HashMap<>();
        Map<Count, Long> ofCounters = new HashMap<>();
        for (Hold hold : wallet.holds()) {
            require(hold.expiresAt().isAfter(wallet.lastInstant()), () -> "lapsed and still open: " + hold);
            long credits = 0;
            for (Hold.Allocation part : hold.allocations()) {
                require(part.credits() >= 1, "nothing is set aside");
                ofLots.merge(part.lot(), part.credits(), Long::sum);
                credits += part.credits();
            }
            ofCounters.merge(new Count("MEMBER", hold.actor(), hold.period()), credits, Long::sum);
            ofCounters.merge(new Count("QUOTA", hold.action().code(), hold.period()), hold.split().quota(), Long::sum);
            ofCounters.merge(new Count("ALLOWANCE", hold.action().code(), hold.period()), hold.split().allowance(), Long::sum);
        }
        book.lots.forEach((source, lot) -> require(lot.held == ofLots.getOrDefault(source, 0L), () -> "held of " + source + " are " + lot.held));
        book.counters.forEach((key, counter) -> require(counter.held == ofCounters.getOrDefault(key, 0L), () -> "held in " + key + " are " + counter.held));
    }

    private void answered(Book book, WalletCommand command, Operation own, List<LedgerEntry> entries, Wallet after, Map<String, Two> before,
            long debtBefore) {
        switch (command) {
            case WalletCommand.Charge charge -> used(book, charge.spend(), own, entries, after, before);
            case WalletCommand.Reserve reserve -> used(book, reserve.spend(), own, entries, after, before);
            case WalletCommand.Grant grant -> {
                long ofDebt = entries.stream().filter(entry -> entry.to().name().equals("debt")).mapToLong(LedgerEntry::amount).sum();
                long all = entries.stream().mapToLong(LedgerEntry::amount).sum();
                require(all == grant.credits(), () -> "granted are " + all);
                require(!GIFTS.contains(grant.kind()) || book.debt() == 0, "a gift while something is owed");
                require(GIFTS.contains(grant.kind()) ? ofDebt == 0 : book.debt() == 0 || ofDebt == grant.credits(), "a debt goes first");
                require(book.debt() <= debtBefore, "a grant makes no debt");
            }
            case WalletCommand.Commit commit -> {
                WalletAnswer.Settled settled = (WalletAnswer.Settled) own.answer();
                long paid = entries.stream().filter(entry -> entry.unit().equals("credit") && entry.to().name().startsWith("usage."))
                        .filter(entry -> !entry.from().name().equals("uncollected")).mapToLong(LedgerEntry::amount).sum();
                require(settled.receipt().credits() == paid && settled.receipt().split().units() == commit.units(), "settled otherwise");
                require(paid + settled.uncollected() == price(settled.receipt().price(), settled.receipt().split().credits()), "another price");
            }
            default -> { }
        }
    }

    /** Quota, then allowance, then credits in burn order at the exact price; or nothing at all. */
    private void used(Book book, Spend spend, Operation own, List<LedgerEntry> entries, Wallet after, Map<String, Two> before) {
        long available = book.debt() > 0 ? 0 : usable(book, spend.action()).stream().mapToLong(lot -> free(book.lots, lot)).sum();
        switch (own.answer()) {
            case WalletAnswer.Charged(Receipt receipt) -> paid(book, spend, receipt, entries, after, available);
            case WalletAnswer.Reserved(Receipt receipt, Instant until) -> paid(book, spend, receipt, entries, after, available);
            case WalletAnswer.CreditsMissing missing -> require(missing.required() > missing.available() && missing.available() == available
                    && missing.debt() == book.debt() && entries.isEmpty(), () -> "it was not missing: " + missing);
            case WalletAnswer.AlreadyOpen open -> require(entries.isEmpty() && open.receipt().credits() == 0, "what is open is free");
            case WalletAnswer.PriceAboveMax above -> require(entries.isEmpty() && above.price() > spend.most().orElseThrow(), "it was not dear");
            case WalletAnswer.Settled settled -> require(false, "nothing was settled");
            case WalletAnswer.Booked booked -> require(false, "nothing was booked");
        }
        if (own.answer() instanceof WalletAnswer.Charged || own.answer() instanceof WalletAnswer.Reserved) {
            burned(book, spend.action(), before);
        }
    }

    private void paid(Book book, Spend spend, Receipt receipt, List<LedgerEntry> entries, Wallet after, long available) {
        Action action = spend.action();
        Instant period = after.cycle().start();
        Split split = receipt.split();
        require(split.quota() + split.allowance() + split.credits() == spend.units(), "other units");
        require(moved(entries, "included.") == split.quota() && moved(entries, "free.") == split.allowance(), "the split is not what was moved");
        require(moved(entries, "available") == receipt.credits(), "the price is not what was moved");
        require(receipt.credits() == price(receipt.price(), split.credits()), "another price");
        require(receipt.price().discount() == spend.discount() && receipt.price().unitCredits() == tariff.rules().get(action).unitCredits(), "another rule");
        require(receipt.credits() == 0 || book.debt() == 0, "credits were spent while something is owed");
        require(receipt.creditsLeft() == available, () -> "left are " + available + ", not " + receipt.creditsLeft());
        Two quota = book.counter("QUOTA", action.code(), period);
        Two allowance = book.counter("ALLOWANCE", action.code(), period);
        require(split.allowance() + split.credits() == 0 || quota.first + quota.held >= included(after, action), "quota goes first");
        require(split.credits() == 0 || allowance.first + allowance.held >= tariff.rules().get(action).allowance(), "the allowance goes before credits");
        Two member = book.counter("MEMBER", spend.actor(), period);
        require(receipt.credits() == 0 || spend.cap().isEmpty() || member.first + member.held <= spend.cap().getAsLong(), "over the member's cap");
        require(spend.most().isEmpty() || receipt.credits() <= spend.most().getAsLong(), "dearer than agreed");
    }

    private static long moved(List<LedgerEntry> entries, String from) {
        return entries.stream().filter(entry -> entry.from().name().startsWith(from)).mapToLong(LedgerEntry::amount).sum();
    }

    /** Whatever burns before something that was taken is all gone. */
    private void burned(Book book, Action action, Map<String, Two> before) {
        List<Lot> usable = new ArrayList<>();
        before.keySet().stream().map(book.births::get).filter(lot -> isUsable(book, lot, action)).forEach(usable::add);
        usable.sort(RANK);
        boolean exhausted = true;
        for (Lot lot : usable) {
            long taken = free(before, lot) - free(book.lots, lot);
            require(taken >= 0 && (taken == 0 || exhausted), () -> "out of order: " + lot);
            exhausted &= free(book.lots, lot) == 0;
        }
    }

    private static List<Lot> usable(Book book, Action action) {
        return book.lots.keySet().stream().map(book.births::get).filter(lot -> isUsable(book, lot, action)).toList();
    }

    private static boolean isUsable(Book book, Lot lot, Action action) {
        boolean live = !lot.effectiveAt().isAfter(book.last) && (lot.expiresAt().isEmpty() || book.last.isBefore(lot.expiresAt().get()));
        return live && (lot.scope().isEmpty() || lot.scope().contains(action));
    }

    private static long free(Map<String, Two> lots, Lot lot) {
        Two content = lots.get(lot.source());
        return content == null ? 0 : content.first - content.held;
    }

    private static long price(Price price, long units) {
        BigDecimal whole = BigDecimal.valueOf(price.unitCredits()).multiply(BigDecimal.valueOf(units));
        BigDecimal off = whole.multiply(BigDecimal.valueOf(price.discount())).movePointLeft(4).setScale(0, RoundingMode.HALF_UP);
        return whole.subtract(off).longValueExact();
    }

    private static Map<String, Two> copy(Map<String, Two> lots) {
        Map<String, Two> copy = new HashMap<>();
        lots.forEach((source, lot) -> {
            Two same = new Two();
            same.first = lot.first;
            same.held = lot.held;
            copy.put(source, same);
        });
        return copy;
    }

    /** The hash of an entry as the design note describes it. */
    static String hash(String previous, LedgerEntry entry) {
        return sha256(out -> {
            text(out, previous);
            out.writeLong(1);
            uuid(out, entry.team().value());
            out.writeLong(entry.seq());
            uuid(out, entry.operation());
            out.writeLong(micros(entry.at()));
            text(out, entry.from().name());
            text(out, entry.to().name());
            text(out, entry.unit());
            out.writeLong(entry.amount());
            if (entry.lot().isPresent()) {
                text(out, entry.lot().get());
            } else {
                out.writeLong(-1);
            }
            out.writeLong(entry.period().isPresent() ? micros(entry.period().get()) : -1);
            text(out, entry.actor());
            if (entry.rule().isPresent()) {
                text(out, entry.rule().get());
            } else {
                out.writeLong(-1);
            }
        });
    }

    private static String genesis(TeamId team) {
        return sha256(out -> {
            text(out, "tastemaker wallet");
            uuid(out, team.value());
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static String sha256(Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            writing.to(new DataOutputStream(bytes));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeLong(bytes.length);
        out.write(bytes);
    }

    private static void uuid(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** For what is told only when it is wrong. */
    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }
}
