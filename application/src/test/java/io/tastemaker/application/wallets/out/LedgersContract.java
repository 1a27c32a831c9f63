package io.tastemaker.application.wallets.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static io.tastemaker.application.wallets.out.WalletFixtures.ANA;
import static io.tastemaker.application.wallets.out.WalletFixtures.BEN;
import static io.tastemaker.application.wallets.out.WalletFixtures.ROOT;
import static io.tastemaker.application.wallets.out.WalletFixtures.charge;
import static io.tastemaker.application.wallets.out.WalletFixtures.key;
import static io.tastemaker.application.wallets.out.WalletFixtures.open;
import static io.tastemaker.application.wallets.out.WalletFixtures.refund;
import static io.tastemaker.application.wallets.out.WalletFixtures.reserve;
import static io.tastemaker.application.wallets.out.WalletFixtures.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers.Direction;
import io.tastemaker.application.wallets.out.Ledgers.Filter;
import io.tastemaker.application.wallets.out.Ledgers.Sums;
import io.tastemaker.application.wallets.out.Ledgers.Use;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that reads ledgers. */
public abstract class LedgersContract {

    private static final Duration DAY = Duration.ofDays(1);

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Wallets wallets();

    protected abstract Ledgers ledgers();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void the_wallet_is_found_as_it_is_stored() {
        write(NOON, topUp("pi:1", 100), reserve("1", POST_ANALYTICS, 3, ANA));
        assertThat(wallet()).isEqualTo(wallets().load(team));
    }

    @Test
    void the_sums_are_those_of_the_wallet() {
        write(NOON, topUp("pi:1", 100), reserve("1", POST_ANALYTICS, 3, ANA), charge("2", POST_ANALYTICS, 1, ANA));
        Wallet wallet = wallet().orElseThrow();
        assertThat(transactions().reading(system(team), () -> ledgers().findSums()))
                .contains(new Sums(wallet.posted(), wallet.held()));
    }

    @Test
    void a_team_that_is_not_there_has_nothing() {
        team = new TeamId(SeededIds.next());
        assertThat(wallet()).isEmpty();
        assertThat(transactions().reading(system(team), () -> ledgers().findSums())).isEmpty();
        assertThat(list(Filter.ALL)).isEmpty();
        assertThat(after(0, 10)).isEmpty();
        assertThat(uses(NOON, NOON.plus(DAY))).isEmpty();
    }

    @Test
    void no_team_reads_what_is_another_s() {
        WalletCommand.Charge unlock = open("1", Action.CREATOR_UNLOCK, "luca", ANA);
        write(NOON, topUp("pi:1", 100), unlock, charge("2", POST_ANALYTICS, 1, ANA));
        UUID operation = unlock.operation(team);
        assertThat(find(operation)).isPresent();
        team = newTeam(teams());
        assertThat(find(operation)).isEmpty();
        assertThat(list(Filter.ALL)).isEmpty();
        assertThat(after(0, 10)).isEmpty();
        assertThat(uses(NOON, NOON.plus(DAY))).isEmpty();
        assertThat(findOpen(Action.CREATOR_UNLOCK, Set.of("luca"), NOON)).isEmpty();
        assertThat(opened(Set.of(Action.CREATOR_UNLOCK), NOON)).isEmpty();
    }

    @Test
    void entries_are_read_behind_a_number_in_their_order() {
        write(NOON, topUp("pi:1", 100), charge("1", POST_ANALYTICS, 1, ANA), charge("2", POST_ANALYTICS, 2, BEN), topUp("pi:2", 7));
        List<LedgerEntry> all = after(Long.MIN_VALUE, 100);
        assertThat(all).extracting(LedgerEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(after(1, 2)).isEqualTo(all.subList(1, 3));
        assertThat(after(4, 100)).isEqualTo(all.subList(4, 5));
        assertThat(after(5, 100)).isEmpty();
    }

    @Test
    void what_moved_something_is_listed_the_newest_first() {
        WalletCommand.Charge used = charge("1", POST_ANALYTICS, 1, ANA);
        write(NOON, topUp("pi:1", 100), used);
        write(NOON.plusSeconds(1), charge("too dear", POST_ANALYTICS, 500, ANA),
                new WalletCommand.ChangePlan(OperationKey.once(SeededIds.next()), new PlanId("standard", 1), false, ROOT));
        write(NOON.plusSeconds(2), refund("r", team, used));
        assertThat(list(Filter.ALL)).extracting(Operation::kind)
                .containsExactly(Operation.Kind.REFUND, Operation.Kind.SPEND, Operation.Kind.GRANT, Operation.Kind.GRANT);
        assertThat(list(Filter.ALL)).first().isEqualTo(find(OperationKey.ofReversal("r").operation(team)).orElseThrow());
    }

    @Test
    void operations_are_found_by_kind_and_those_that_moved_nothing_too() {
        write(NOON, topUp("pi:1", 100), charge("1", POST_ANALYTICS, 1, ANA), reserve("2", POST_ANALYTICS, 1, ANA),
                charge("3", POST_ANALYTICS, 500, ANA),
                new WalletCommand.ChangePlan(OperationKey.once(SeededIds.next()), new PlanId("standard", 1), false, ROOT));
        assertThat(keys(kinds(Operation.Kind.SPEND))).containsExactly("1");
        assertThat(keys(kinds(Operation.Kind.REFUSAL))).containsExactly("3");
        assertThat(list(kinds(Operation.Kind.PLAN_CHANGE))).hasSize(1);
        assertThat(keys(kinds(Operation.Kind.RESERVE, Operation.Kind.REFUSAL))).containsExactly("3", "2");
        assertThat(list(kinds(Operation.Kind.CLAWBACK))).isEmpty();
    }

    @Test
    void operations_are_found_by_action_actor_and_target() {
        write(NOON, topUp("pi:1", 100), charge("1", POST_ANALYTICS, 1, ANA), charge("2", POST_ANALYTICS, 1, BEN),
                open("3", Action.CREATOR_UNLOCK, "luca", ANA), open("4", Action.CREATOR_UNLOCK, "lucas", BEN));
        assertThat(keys(by(Optional.of(POST_ANALYTICS), Optional.empty(), Optional.empty()))).containsExactly("2", "1");
        assertThat(keys(by(Optional.empty(), Optional.of(BEN), Optional.empty()))).containsExactly("4", "2");
        assertThat(keys(by(Optional.empty(), Optional.empty(), Optional.of("luca")))).containsExactly("3");
        assertThat(keys(by(Optional.of(POST_ANALYTICS), Optional.of(BEN), Optional.empty()))).containsExactly("2");
        assertThat(keys(by(Optional.of(POST_ANALYTICS), Optional.empty(), Optional.of("luca")))).isEmpty();
    }

    @Test
    void operations_are_found_by_whether_credits_came_or_went() {
        write(NOON, topUp("pi:1", 100), charge("1", POST_ANALYTICS, 1, ANA), reserve("2", POST_ANALYTICS, 1, ANA),
                open("3", Action.CREATOR_UNLOCK, "luca", ANA));
        assertThat(list(direction(Direction.IN))).extracting(Operation::kind).containsOnly(Operation.Kind.GRANT).hasSize(2);
        assertThat(keys(direction(Direction.OUT))).containsExactly("1");
    }

    @Test
    void operations_are_found_by_time() {
        write(NOON, topUp("pi:1", 100), charge("1", POST_ANALYTICS, 1, ANA));
        write(NOON.plusSeconds(10), charge("2", POST_ANALYTICS, 1, ANA));
        write(NOON.plusSeconds(20), charge("3", POST_ANALYTICS, 1, ANA));
        assertThat(keys(time(Optional.of(NOON.plusSeconds(10)), Optional.empty()))).containsExactly("3", "2");
        assertThat(keys(time(Optional.of(NOON.plusSeconds(10)), Optional.of(NOON.plusSeconds(20))))).containsExactly("2");
        assertThat(keys(time(Optional.of(NOON.plusSeconds(21)), Optional.empty()))).isEmpty();
    }

    @Test
    void operations_are_found_by_what_occurs_in_key_action_target_or_note_whatever_its_case() {
        write(NOON, topUp("pi:1", 100),
                charge("Spring", POST_ANALYTICS, 1, ANA),
                open("x", Action.CREATOR_UNLOCK, "Luca.Sol", ANA),
                new WalletCommand.Deduct(key("y"), 1, ROOT, Optional.of("Überzahlung in springtime")));
        assertThat(keys(text("sPRING"))).containsExactly("y", "Spring");
        assertThat(keys(text("luca.s"))).containsExactly("x");
        assertThat(keys(text("ANALYTICS"))).containsExactly("Spring");
        assertThat(keys(text("zahlung"))).containsExactly("y");
        assertThat(keys(text("nowhere"))).isEmpty();
        assertThat(keys(text("ana"))).containsExactly("Spring");
    }

    @Test
    void a_text_that_looks_like_a_pattern_is_found_as_it_stands() {
        write(NOON, open("1", Action.CREATOR_UNLOCK, "100%_a\\b", ANA), open("2", Action.CREATOR_UNLOCK, "100xya.b", ANA));
        assertThat(keys(text("0%_A\\"))).containsExactly("1");
        assertThat(keys(text("%"))).containsExactly("1");
        assertThat(keys(text("0%b"))).isEmpty();
        assertThat(keys(text("100_"))).isEmpty();
        assertThat(keys(text("\\"))).containsExactly("1");
        assertThat(keys(text("a.b"))).containsExactly("2");
        assertThat(keys(text("'"))).isEmpty();
    }

    @Test
    void all_that_a_filter_says_must_hold() {
        write(NOON, topUp("pi:1", 100), charge("spring 1", POST_ANALYTICS, 1, ANA), charge("spring 2", POST_ANALYTICS, 1, BEN));
        write(NOON.plusSeconds(1), charge("spring 3", POST_ANALYTICS, 1, BEN), charge("4", POST_ANALYTICS, 1, BEN));
        assertThat(keys(new Filter(Set.of(Operation.Kind.SPEND), Optional.of(POST_ANALYTICS), Optional.of(BEN), Optional.empty(),
                Optional.of(Direction.OUT), Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(2)), Optional.of("spring"))))
                .containsExactly("spring 3");
    }

    @Test
    void pages_have_neither_gaps_nor_repeats_while_more_is_written() {
        write(NOON, topUp("pi:1", 1_000));
        for (int number = 1; number <= 9; number++) {
            write(NOON, charge("call " + number, POST_ANALYTICS, 1, ANA)); // all at one time
        }
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int later = 0;
        do {
            PageRequest request = new PageRequest(2, after);
            Page<Operation> page = read(ledger -> ledger.list(kinds(Operation.Kind.SPEND), request));
            seen.addAll(page.items().stream().map(LedgersContract::name).toList());
            after = page.next();
            later++;
            write(NOON.plusSeconds(later), charge("later " + later, POST_ANALYTICS, 1, BEN));
        } while (after.isPresent());
        assertThat(seen).containsExactly("call 9", "call 8", "call 7", "call 6", "call 5", "call 4", "call 3", "call 2", "call 1");
    }

    @Test
    void pages_of_refusals_have_neither_gaps_nor_repeats() {
        for (int number = 1; number <= 7; number++) {
            write(NOON, charge("call " + number, POST_ANALYTICS, 100, ANA));
        }
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(3, after);
            Page<Operation> page = read(ledger -> ledger.list(kinds(Operation.Kind.REFUSAL), request));
            seen.addAll(page.items().stream().map(LedgersContract::name).toList());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).containsExactlyInAnyOrder("call 1", "call 2", "call 3", "call 4", "call 5", "call 6", "call 7");
    }

    @Test
    void lots_are_known_by_the_credits_they_were_born_with() {
        write(NOON, topUp("pi:1", 100), topUp("pi:2", 7), charge("1", POST_ANALYTICS, 2, ANA));
        assertThat(granted("pi:1", "pi:2", "pi:3")).isEqualTo(Map.of("pi:1", 100L, "pi:2", 7L));
        assertThat(granted("pi:2")).isEqualTo(Map.of("pi:2", 7L));
        assertThat(granted()).isEmpty();
    }

    @Test
    void lots_of_another_team_are_not_seen() {
        write(NOON, topUp("pi:1", 100));
        team = newTeam(teams());
        assertThat(granted("pi:1")).isEmpty();
    }

    @Test
    void uses_are_added_up_by_action_and_actor_from_all_sources() {
        WalletCommand.Reserve reserved = reserve("r", POST_ANALYTICS, 4, ANA);
        write(NOON, topUp("pi:1", 1_000),
                charge("1", Action.CREATOR_UNLOCK, 6, ANA), // five of the plan's, one for 25 credits
                charge("2", Action.ADVANCED_SEARCH, 8, BEN),
                charge("3", Action.ADVANCED_SEARCH, 5, BEN), // two are free, three for 45 credits
                charge("4", POST_ANALYTICS, 2, BEN),
                charge("too dear", POST_ANALYTICS, 5_000, BEN),
                reserved, reserve("open", POST_ANALYTICS, 1, ANA),
                new WalletCommand.Commit(reserved.key(), 3, ANA),
                new WalletCommand.Deduct(key("d"), 5, ROOT, Optional.empty()));
        assertThat(uses(NOON, NOON.plusSeconds(1))).containsExactly(
                new Use(Action.ADVANCED_SEARCH, BEN, 2, 0, 10, 45),
                new Use(Action.CREATOR_UNLOCK, ANA, 1, 5, 0, 25),
                new Use(POST_ANALYTICS, ANA, 1, 0, 0, 15),
                new Use(POST_ANALYTICS, BEN, 1, 0, 0, 10));
    }

    @Test
    void uses_count_from_the_beginning_until_before_the_end() {
        write(NOON, topUp("pi:1", 1_000));
        write(NOON.plusSeconds(10), charge("1", POST_ANALYTICS, 1, ANA));
        write(NOON.plusSeconds(20), charge("2", POST_ANALYTICS, 1, ANA));
        assertThat(uses(NOON.plusSeconds(10), NOON.plusSeconds(20))).containsExactly(new Use(POST_ANALYTICS, ANA, 1, 0, 0, 5));
        assertThat(uses(NOON.plusSeconds(11), NOON.plusSeconds(20))).isEmpty();
    }

    @Test
    void a_refund_takes_from_the_use_of_who_had_used_when_it_is_refunded() {
        WalletCommand.Charge mixed = charge("1", Action.CREATOR_UNLOCK, 6, ANA);
        write(NOON, topUp("pi:1", 1_000), mixed);
        write(NOON.plusSeconds(10), refund("r1", team, mixed, OptionalLong.of(5)));
        assertThat(uses(NOON, NOON.plusSeconds(11))).containsExactly(new Use(Action.CREATOR_UNLOCK, ANA, 1, 5, 0, 20));
        write(NOON.plusSeconds(20), refund("r2", team, mixed));
        assertThat(uses(NOON.plusSeconds(20), NOON.plusSeconds(21)))
                .containsExactly(new Use(Action.CREATOR_UNLOCK, ANA, 0, -5, 0, -20));
        assertThat(uses(NOON, NOON.plusSeconds(21))).containsExactly(new Use(Action.CREATOR_UNLOCK, ANA, 1, 0, 0, 0));
    }

    @Test
    void what_could_not_be_collected_is_a_use_that_paid_nothing() {
        WalletCommand.Reserve reserved = reserve("r", POST_ANALYTICS, 2, ANA);
        write(NOON, topUp("pi:1", 10), reserved);
        write(NOON.plus(Duration.ofHours(1)), charge("1", POST_ANALYTICS, 2, BEN), new WalletCommand.Commit(reserved.key(), 2, ANA));
        assertThat(uses(NOON, NOON.plus(DAY))).containsExactly(
                new Use(POST_ANALYTICS, ANA, 1, 0, 0, 0), new Use(POST_ANALYTICS, BEN, 1, 0, 0, 10));
    }

    @Test
    void of_some_targets_those_are_open_that_were_paid_for_and_have_not_ended() {
        WalletCommand.Charge closed = open("1", Action.CREATOR_UNLOCK, "closed", ANA);
        write(NOON, closed, open("2", Action.CREATOR_UNLOCK, "luca", ANA), open("3", Action.CREATOR_UNLOCK, "unasked", ANA),
                open("4", Action.ADVANCED_SEARCH, "q1", BEN), refund("r", team, closed));
        assertThat(findOpen(Action.CREATOR_UNLOCK, List.of("luca", "closed", "never", "q1"), NOON)).containsExactly(
                new Access(new Access.Right(Action.CREATOR_UNLOCK, "luca"), Optional.empty(), key("2").operation(team), ANA, NOON));
        assertThat(findOpen(Action.ADVANCED_SEARCH, List.of("q1"), NOON.plus(DAY).minusNanos(1_000))).hasSize(1);
        assertThat(findOpen(Action.ADVANCED_SEARCH, List.of("q1"), NOON.plus(DAY))).isEmpty();
        assertThat(findOpen(Action.CREATOR_UNLOCK, List.of(), NOON)).isEmpty();
    }

    @Test
    void what_is_open_is_listed_the_newest_first_in_pages_without_gap_or_repeat() {
        write(NOON, topUp("pi:1", 1_000));
        for (int number = 1; number <= 5; number++) {
            write(NOON.plusSeconds(number), open("c" + number, Action.CREATOR_UNLOCK, "creator " + number, ANA),
                    open("s" + number, Action.ADVANCED_SEARCH, "search " + number, ANA));
        }
        write(NOON.plusSeconds(6), refund("r", team, open("c4", Action.CREATOR_UNLOCK, "creator 4", ANA)));
        assertThat(opened(Set.of(Action.CREATOR_UNLOCK), NOON.plusSeconds(9))).containsExactly("creator 5", "creator 3", "creator 2", "creator 1");
        assertThat(opened(Set.of(Action.CREATOR_UNLOCK, Action.ADVANCED_SEARCH), NOON.plusSeconds(9))).hasSize(9);
        assertThat(opened(Set.of(Action.ADVANCED_SEARCH), NOON.plus(DAY).plusSeconds(3))).containsExactly("search 5", "search 4");
        assertThat(opened(Set.of(), NOON)).isEmpty();
    }

    private List<String> opened(Set<Action> actions, Instant now) {
        List<String> targets = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<Access> page = read(ledger -> ledger.listOpen(actions, now, request));
            page.items().forEach(access -> targets.add(access.right().target()));
            after = page.next();
        } while (after.isPresent());
        return targets;
    }

    private void write(Instant now, WalletCommand... commands) {
        WalletFixtures.write(wallets(), team, now, commands);
    }

    private List<Operation> list(Filter filter) {
        return read(ledger -> ledger.list(filter, PageRequest.first(100))).items();
    }

    /** The keys that the clients gave. */
    private List<String> keys(Filter filter) {
        return list(filter).stream().filter(operation -> operation.key().text().startsWith("c:")).map(LedgersContract::name).toList();
    }

    private static String name(Operation operation) {
        return operation.key().text().substring("c:POST /test:".length());
    }

    private Optional<Wallet> wallet() {
        return read(Ledgers::find);
    }

    private Optional<Operation> find(UUID id) {
        return read(ledger -> ledger.find(id));
    }

    private List<LedgerEntry> after(long seq, int limit) {
        return read(ledger -> ledger.after(seq, limit));
    }

    private Map<String, Long> granted(String... sources) {
        return read(ledger -> ledger.granted(Set.of(sources)));
    }

    private List<Use> uses(Instant from, Instant to) {
        return read(ledger -> ledger.uses(from, to));
    }

    private List<Access> findOpen(Action action, Collection<String> targets, Instant now) {
        return read(ledger -> ledger.findOpen(action, targets, now));
    }

    private <T> T read(Function<Ledgers, T> work) {
        return transactions().reading(system(team), () -> work.apply(ledgers()));
    }

    private static Filter kinds(Operation.Kind... kinds) {
        return new Filter(Set.of(kinds), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static Filter by(Optional<Action> action, Optional<String> actor, Optional<String> target) {
        return new Filter(Set.of(), action, actor, target, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Filter direction(Direction direction) {
        return new Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(direction), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static Filter time(Optional<Instant> from, Optional<Instant> to) {
        return new Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), from, to, Optional.empty());
    }

    private static Filter text(String text) {
        return new Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(text));
    }
}
