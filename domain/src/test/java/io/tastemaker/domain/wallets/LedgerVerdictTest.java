package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.PAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.wallets.LedgerVerdict.Broken;
import io.tastemaker.domain.wallets.LedgerVerdict.Flaw;
import io.tastemaker.domain.wallets.LedgerVerdict.Unbalanced;
import io.tastemaker.domain.wallets.LedgerVerdict.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerVerdictTest {

    private final Till till = Till.on(STANDARD);
    private List<LedgerEntry> entries;
    private Wallet wallet;

    @BeforeEach
    void use() {
        till.grant("pi:1", LotKind.TOP_UP, 200);
        till.charge("use", Spend.of(PAGE, 9, Till.ANA));
        till.reserve("job", IMAGE, 4);
        till.commit("job", 1);
        till.reserve("open", PAGE, 2);
        till.refund("use", 7);
        till.clawback("pi:1", 1, 2);
        wallet = till.stored();
        entries = new ArrayList<>(till.entries());
    }

    static LedgerVerdict verdict(Till till) {
        return LedgerVerdict.of(till.stored(), pages(till.entries()), Optional.empty());
    }

    @Test
    void what_nobody_touched_is_whole() {
        assertThat(verdict()).isEqualTo(new Whole(entries.size()));
        assertThat(entries).hasSizeGreaterThan(12);
    }

    @Test
    void a_new_wallet_is_whole() {
        Wallet fresh = Wallet.opened(Till.TEAM, WalletFixtures.START, WalletFixtures.BERLIN);
        assertThat(LedgerVerdict.of(fresh, pages(List.of()), Optional.empty())).isEqualTo(new Whole(0));
    }

    @Test
    void a_ledger_longer_than_a_page_is_whole_too() {
        for (int i = 0; i < LedgerVerdict.PAGE; i++) {
            till.after(Duration.ofSeconds(1)).grant("pi:more" + i, LotKind.TOP_UP, 1);
        }
        assertThat(verdict(till)).isEqualTo(new Whole(till.entries().size()));
    }

    @Test
    void every_part_of_an_entry_is_in_its_hash() {
        LedgerEntry e = entries.get(2);
        List<LedgerEntry> flipped = List.of(
                new LedgerEntry(WalletFixtures.team(9), e.seq(), e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount(), e.lot(), e.period(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), new UUID(1, 2), e.at(), e.from(), e.to(), e.unit(), e.amount(), e.lot(), e.period(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at().plusNanos(1_000), e.from(), e.to(), e.unit(), e.amount(), e.lot(), e.period(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), Account.BREAKAGE, e.to(), e.unit(), e.amount(), e.lot(), e.period(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), Account.BREAKAGE, e.unit(), e.amount(), e.lot(), e.period(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), e.to(), "other", e.amount(), e.lot(), e.period(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount() + 1, e.lot(), e.period(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount(), Optional.of("pi:x"), e.period(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount(), e.lot(), Optional.empty(), e.actor(), e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount(), e.lot(), e.period(), "user:bo", e.rule(), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount(), e.lot(), e.period(), e.actor(), Optional.of("other@1"), e.hash()),
                new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount(), e.lot(), e.period(), e.actor(), e.rule(), "0".repeat(64)));
        for (LedgerEntry entry : flipped) {
            entries.set(2, entry);
            assertThat(verdict()).as(entry.toString()).isEqualTo(new Broken(3, Flaw.ALTERED));
        }
    }

    @Test
    void a_removed_entry_is_named() {
        for (int place = 0; place < till.entries().size(); place++) {
            entries = new ArrayList<>(till.entries());
            entries.remove(place);
            assertThat(verdict()).isEqualTo(new Broken(place + 1, Flaw.REMOVED));
        }
    }

    @Test
    void a_cut_tail_is_named() {
        entries = entries.subList(0, 5);
        assertThat(verdict()).isEqualTo(new Broken(6, Flaw.REMOVED));
        entries = List.of();
        assertThat(verdict()).isEqualTo(new Broken(1, Flaw.REMOVED));
    }

    @Test
    void swapped_entries_are_named() {
        LedgerEntry third = entries.get(2);
        LedgerEntry fourth = entries.get(3);
        entries.set(2, numbered(fourth, 3));
        entries.set(3, numbered(third, 4));
        assertThat(verdict()).isEqualTo(new Broken(3, Flaw.ALTERED));
    }

    @Test
    void an_inserted_entry_is_named() {
        entries.add(4, entries.get(3));
        assertThat(verdict()).isEqualTo(new Broken(4, Flaw.ALTERED));
        entries = new ArrayList<>(till.entries());
        entries.add(0, numbered(entries.getFirst(), 0));
        assertThat(verdict()).isEqualTo(new Broken(0, Flaw.ALTERED));
    }

    @Test
    void an_added_tail_is_named() {
        LedgerEntry last = entries.getLast();
        entries.add(numbered(last, last.seq() + 1).chainedTo(last.hash()));
        assertThat(verdict()).isEqualTo(new Broken(last.seq() + 1, Flaw.ADDED));
        entries.set(entries.size() - 1, numbered(last, last.seq() + 5));
        assertThat(verdict()).isEqualTo(new Broken(last.seq() + 5, Flaw.ADDED));
    }

    @Test
    void a_chain_that_was_rewritten_as_a_whole_is_named_by_an_anchor() {
        LedgerAnchor.Mark mark = new LedgerAnchor.Mark(Till.TEAM, wallet.seq(), wallet.head());
        String team = till.entries().getFirst().actor();
        rewrite(entry -> acting(entry, entry.actor().equals(team) ? "operator:9" : entry.actor()));

        assertThat(verdict()).as("nothing but a name has changed").isInstanceOf(Whole.class);
        assertThat(verdict(Optional.of(mark))).isEqualTo(new Broken(mark.seq(), Flaw.REWRITTEN));
    }

    @Test
    void a_tail_that_was_cut_together_with_the_wallet_is_named_by_an_anchor() {
        LedgerAnchor.Mark mark = new LedgerAnchor.Mark(Till.TEAM, wallet.seq(), wallet.head());
        Till younger = Till.on(STANDARD);
        younger.grant("pi:1", LotKind.TOP_UP, 200);
        wallet = younger.stored();
        entries = new ArrayList<>(younger.entries());
        assertThat(verdict()).isInstanceOf(Whole.class);
        assertThat(verdict(Optional.of(mark))).isEqualTo(new Broken(wallet.seq() + 1, Flaw.REMOVED));
    }

    @Test
    void a_later_chain_still_fits_an_earlier_anchor() {
        LedgerAnchor.Mark mark = new LedgerAnchor.Mark(Till.TEAM, 4, entries.get(3).hash());
        assertThat(verdict(Optional.of(mark))).isEqualTo(new Whole(entries.size()));
    }

    @Test
    void an_anchor_shows_when_it_was_changed() {
        List<LedgerAnchor.Mark> marks = List.of(new LedgerAnchor.Mark(WalletFixtures.team(2), 2, "b"), new LedgerAnchor.Mark(WalletFixtures.team(1), 1, "a"));
        LedgerAnchor anchor = LedgerAnchor.of(1, WalletFixtures.START, marks, LedgerAnchor.FIRST);
        assertThat(anchor.isWhole()).isTrue();
        assertThat(anchor).isEqualTo(LedgerAnchor.of(1, WalletFixtures.START, marks.reversed(), LedgerAnchor.FIRST));
        assertThat(new LedgerAnchor(2, anchor.at(), anchor.marks(), anchor.previous(), anchor.hash()).isWhole()).isFalse();
        assertThat(new LedgerAnchor(1, anchor.at(), anchor.marks().subList(0, 1), anchor.previous(), anchor.hash()).isWhole()).isFalse();
        assertThat(new LedgerAnchor(1, anchor.at().plusSeconds(1), anchor.marks(), anchor.previous(), anchor.hash()).isWhole()).isFalse();
        assertThat(new LedgerAnchor(1, anchor.at(), anchor.marks(), "1".repeat(64), anchor.hash()).isWhole()).isFalse();
    }

    @Test
    void a_wallet_that_holds_something_else_is_unbalanced() {
        Lot lot = wallet.lots().getFirst();
        Lot more = new Lot(lot.source(), lot.kind(), lot.scope(), lot.granted(), lot.remaining() + 1, lot.held(), lot.effectiveAt(), lot.expiresAt());
        Counter counter = wallet.counters().getFirst();
        Counter less = new Counter(counter.kind(), counter.name(), counter.period(), counter.used() + 1, counter.held());

        assertThat(unbalanced(with(List.of(more), wallet.holds(), wallet.counters(), 0))).startsWith("lot ");
        assertThat(unbalanced(with(List.of(), wallet.holds(), wallet.counters(), 0))).startsWith("lot ");
        assertThat(unbalanced(with(List.of(lot, lot), wallet.holds(), wallet.counters(), 0))).startsWith("lot ");
        assertThat(unbalanced(with(wallet.lots(), wallet.holds(), wallet.counters(), 5))).isEqualTo("debt");
        assertThat(unbalanced(with(wallet.lots(), wallet.holds(), List.of(less), 0))).startsWith("counter ");
        assertThat(unbalanced(with(wallet.lots(), wallet.holds(), List.of(), 0))).startsWith("counter ");
        assertThat(unbalanced(with(wallet.lots(), List.of(), wallet.counters(), 0))).startsWith("holds on ");
    }

    @Test
    void whatever_a_rewritten_ledger_says_there_is_a_verdict() {
        rewrite(entry -> moving(entry, entry.from(), entry.to(), -entry.amount()));
        assertThat(verdict()).isEqualTo(new Broken(1, Flaw.ALTERED));
        List<Account> accounts = List.of(Account.AVAILABLE, Account.HELD, Account.DEBT, Account.BREAKAGE, new Account("usage.x"), new Account("held."), new Account(""));
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            int victim = random.nextInt(till.entries().size());
            entries = new ArrayList<>(till.entries());
            rewrite(entry -> entry.seq() != victim + 1 ? entry : new LedgerEntry(entry.team(), entry.seq(), entry.operation(), entry.at(),
                    random.nextBoolean() ? entry.from() : accounts.get(random.nextInt(accounts.size())),
                    random.nextBoolean() ? entry.to() : accounts.get(random.nextInt(accounts.size())),
                    random.nextInt(4) > 0 ? entry.unit() : random.nextBoolean() ? "credit" : "no action!",
                    random.nextBoolean() ? entry.amount() + 1 : Long.MAX_VALUE,
                    random.nextInt(3) > 0 ? entry.lot() : Optional.empty(), random.nextInt(3) > 0 ? entry.period() : Optional.of(Instant.EPOCH),
                    entry.actor(), entry.rule(), entry.hash()));
            assertThat(verdict()).as("seed %d", seed).isNotInstanceOf(Broken.class);
        }
    }

    @Test
    void a_rewritten_amount_is_unbalanced() {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < till.entries().size(); i++) {
            int victim = i;
            entries = new ArrayList<>(till.entries());
            rewrite(entry -> entry.seq() == victim + 1 ? moving(entry, entry.from(), entry.to(), entry.amount() * 1_000) : entry);
            assertThat(verdict()).isInstanceOfSatisfying(Unbalanced.class, verdict -> found.add(verdict.what().split(" ")[0]));
        }
        assertThat(found).containsExactlyInAnyOrder("lot", "counter");
    }

    /** What somebody would do who can write to the store: change entries, and compute every hash and the head anew. */
    private void rewrite(UnaryOperator<LedgerEntry> change) {
        String head = LedgerEntry.genesis(Till.TEAM);
        for (int i = 0; i < entries.size(); i++) {
            LedgerEntry entry = change.apply(entries.get(i)).chainedTo(head);
            entries.set(i, entry);
            head = entry.hash();
        }
        wallet = headed(head);
    }

    private LedgerVerdict verdict() {
        return verdict(Optional.empty());
    }

    private LedgerVerdict verdict(Optional<LedgerAnchor.Mark> anchor) {
        return LedgerVerdict.of(wallet, pages(entries), anchor);
    }

    private String unbalanced(Wallet other) {
        return ((Unbalanced) LedgerVerdict.of(other, pages(entries), Optional.empty())).what();
    }

    private static LedgerVerdict.Entries pages(List<LedgerEntry> entries) {
        return (seq, limit) -> entries.stream().filter(entry -> entry.seq() > seq).limit(limit).toList();
    }

    private static LedgerEntry numbered(LedgerEntry e, long seq) {
        return new LedgerEntry(e.team(), seq, e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount(), e.lot(), e.period(), e.actor(), e.rule(), e.hash());
    }

    private static LedgerEntry acting(LedgerEntry e, String actor) {
        return new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), e.from(), e.to(), e.unit(), e.amount(), e.lot(), e.period(), actor, e.rule(), e.hash());
    }

    private static LedgerEntry moving(LedgerEntry e, Account from, Account to, long amount) {
        return new LedgerEntry(e.team(), e.seq(), e.operation(), e.at(), from, to, e.unit(), amount, e.lot(), e.period(), e.actor(), e.rule(), e.hash());
    }

    private Wallet with(List<Lot> lots, List<Hold> holds, List<Counter> counters, long debt) {
        return new Wallet(wallet.team(), wallet.version(), wallet.seq(), wallet.head(), debt, wallet.plan(), wallet.nextPlan(), wallet.ownerZone(),
                wallet.cycle(), lots, holds, counters, wallet.lastInstant(), wallet.lastDaily(), wallet.monthsGiven(),
                wallet.lastNotice());
    }

    private Wallet headed(String head) {
        return new Wallet(wallet.team(), wallet.version(), wallet.seq(), head, wallet.debt(), wallet.plan(), wallet.nextPlan(), wallet.ownerZone(),
                wallet.cycle(), wallet.lots(), wallet.holds(), wallet.counters(), wallet.lastInstant(), wallet.lastDaily(), wallet.monthsGiven(),
                wallet.lastNotice());
    }
}
