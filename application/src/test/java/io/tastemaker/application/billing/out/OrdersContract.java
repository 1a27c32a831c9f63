package io.tastemaker.application.billing.out;

import static io.tastemaker.application.billing.out.BillingFixtures.STANDARD;
import static io.tastemaker.application.billing.out.BillingFixtures.fresh;
import static io.tastemaker.application.billing.out.BillingFixtures.in;
import static io.tastemaker.application.billing.out.BillingFixtures.order;
import static io.tastemaker.application.billing.out.BillingFixtures.usd;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of orders and trials does. Other orders may be in it. */
public abstract class OrdersContract {

    private static final int ALL = 10_000;
    private static final Purchase PLAN = new Purchase.Subscribe(STANDARD, 14);
    private static final Purchase PACK = new Purchase.TopUp("credits-500", 1, 500, OptionalInt.empty());
    private static final Instant LATER = NOON.plus(Duration.ofHours(2));

    private final UserId ana = new UserId(SeededIds.next());
    private final UserId ben = new UserId(SeededIds.next());
    private TeamId team;
    private TeamId other;

    protected abstract Transactions transactions();

    protected abstract PlatformTransactions platform();

    protected abstract Teams teams();

    protected abstract Orders orders();

    @BeforeEach
    void makeTeams() {
        team = newTeam(teams());
        other = newTeam(teams());
    }

    @Test
    void an_order_reads_back_as_it_was_added() {
        for (Order order : List.of(
                order(team, PLAN, NOON),
                order(team, new Purchase.TopUp("credits-9", 3, 9, OptionalInt.of(30)), NOON),
                order(team, PACK, NOON),
                new Order(new OrderId(SeededIds.next()), team, ana, new Purchase.OneOff("Rat & Tat à 1"), Order.State.MISMATCHED,
                        Money.of("12.345", "KWD"), new Discount(Money.of("0.005", "KWD"), Optional.empty()), NOON, LATER,
                        Optional.of(fresh("cs")), Optional.of(LATER.plusNanos(1_000)), Optional.of("asked this, the checkout says that")))) {
            assertThat(add(order)).isTrue();
            assertThat(find(team, order.id())).contains(order);
            assertThat(orders().find(team, order.id())).contains(order);
            assertThat(platform().<Optional<Order>>reading(system(team), () -> orders().find(order.id()))).contains(order);
        }
    }

    @Test
    void an_order_is_added_once() {
        Order order = order(team, PACK, NOON);
        assertThat(AtOnce.call(4, number -> add(order))).containsOnlyOnce(true);
        save(in(order, Order.State.OPEN, Optional.of(fresh("cs"))));
        assertThat(add(order)).isFalse();
        assertThat(find(team, order.id())).hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(Order.State.OPEN));
    }

    @Test
    void what_becomes_of_an_order_is_written_and_the_rest_of_it_stays() {
        Order order = order(team, PACK, NOON);
        add(order);
        Order open = in(order, Order.State.OPEN, Optional.of(fresh("cs")));
        save(open);
        assertThat(find(team, order.id())).contains(open);
        Order changed = in(new Order(order.id(), team, ben, PLAN, Order.State.NEW, usd("1.00"), Discount.none(usd("1.00")), LATER, LATER,
                Optional.empty(), Optional.empty(), Optional.empty()), Order.State.EXPIRED, open.session());
        save(changed);
        assertThat(find(team, order.id())).contains(in(order, Order.State.EXPIRED, open.session()));
    }

    @Test
    void what_is_paid_stays_paid_whatever_is_saved_by_who_looked_earlier() {
        for (Order.State state : List.of(Order.State.PAID, Order.State.MISMATCHED)) {
            Order order = order(team, PACK, NOON);
            add(order);
            Order paid = in(order, state, Optional.of(fresh("cs")));
            save(paid);
            save(in(order, Order.State.OPEN, paid.session()));
            assertThat(find(team, order.id())).contains(paid);
        }
    }

    @Test
    void a_session_that_is_known_is_not_forgotten() {
        Order order = order(team, PACK, NOON);
        add(order);
        Order open = in(order, Order.State.OPEN, Optional.of(fresh("cs")));
        save(open);
        save(in(order, Order.State.EXPIRED, Optional.empty()));
        assertThat(find(team, order.id())).contains(in(order, Order.State.EXPIRED, open.session()));
    }

    @Test
    void another_team_does_not_find_it() {
        Order order = order(team, PACK, NOON);
        add(order);
        assertThat(find(other, order.id())).isEmpty();
        assertThat(orders().find(other, order.id())).isEmpty();
        assertThat(listed(other)).isEmpty();
    }

    @Test
    void orders_are_listed_the_newest_first_in_pages_without_gap_or_repeat() {
        List<Order> all = new ArrayList<>(IntStream.range(0, 7).mapToObj(number -> order(team, PACK, NOON.plusSeconds(number / 3))).toList());
        all.forEach(this::add);
        all.sort(Comparator.comparing(Order::createdAt).thenComparing(order -> order.id().toString()).reversed());
        assertThat(listed(team)).isEqualTo(all);
    }

    @Test
    void open_orders_for_a_subscription_are_those_that_have_not_ended() {
        state(order(team, PACK, NOON), Order.State.OPEN);
        state(order(other, PLAN, NOON), Order.State.OPEN);
        for (Order.State state : Order.State.values()) {
            TeamId one = newTeam(teams());
            Order plan = state(order(one, PLAN, NOON), state);
            assertThat(orders().listOpenSubscriptions(one)).as(state.code()).isEqualTo(state.isFinal() ? List.of() : List.of(plan));
        }
        assertThat(orders().listOpenSubscriptions(team)).isEmpty();
    }

    @Test
    void a_team_has_one_order_for_a_plan_that_is_new_or_open() {
        Order first = order(team, PLAN, NOON);
        assertThat(add(first)).isTrue();
        assertThat(add(order(team, PLAN, NOON))).isFalse();
        save(in(first, Order.State.OPEN, Optional.of(fresh("cs"))));
        assertThat(add(order(team, PLAN, NOON))).isFalse();
        assertThat(add(order(team, PACK, NOON))).as("something else").isTrue();
        assertThat(add(order(other, PLAN, NOON))).as("another team").isTrue();
        save(in(first, Order.State.EXPIRED, Optional.empty()));
        assertThat(add(order(team, PLAN, NOON))).isTrue();
    }

    @Test
    void overdue_are_orders_past_their_time_whose_end_is_unknown_the_oldest_first() {
        List<Order> past = Stream.of(Order.State.values()).map(state -> state(order(team, PACK, NOON.plusSeconds(state.ordinal())), state)).toList();
        Order young = state(order(team, PACK, NOON.plusSeconds(60)), Order.State.OPEN);
        Instant now = NOON.plusSeconds(59).plus(Order.LIFE);

        List<Order> overdue = orders().listOverdue(now, ALL);

        assertThat(overdue).filteredOn(order -> order.team().equals(team))
                .containsExactlyElementsOf(past.stream().filter(order -> !order.state().isFinal()).toList());
        assertThat(overdue).isSortedAccordingTo(Comparator.comparing(Order::expiresAt));
        assertThat(orders().listOverdue(now.plusSeconds(1), ALL)).contains(young);
        assertThat(orders().listOverdue(now, 2)).hasSize(2);
    }

    @Test
    void a_trial_is_set_aside_for_one_order_of_the_team_and_the_person() {
        Order order = order(team, ana, PLAN, NOON);
        assertThat(take(order, NOON)).isTrue();
        assertThat(take(order, NOON)).as("again for the same order").isTrue();
        assertThat(take(order(team, ben, PLAN, NOON), NOON)).as("somebody else in the team").isFalse();
        assertThat(take(order(other, ana, PLAN, NOON), NOON)).as("the same person in another team").isFalse();
        assertThat(take(order(other, ben, PLAN, NOON), NOON)).as("others").isTrue();
    }

    @Test
    void what_nobody_completed_is_free_again_after_a_while() {
        take(order(team, ana, PLAN, NOON), NOON);
        take(order(other, ben, PLAN, NOON), NOON);
        Instant before = LATER.minusNanos(1_000);
        assertThat(take(order(other, ana, PLAN, NOON), before)).isFalse();
        assertThat(take(order(other, ana, PLAN, NOON), LATER)).isTrue();
        assertThat(take(order(team, ben, PLAN, NOON), LATER)).isTrue();
    }

    @Test
    void a_trial_that_has_begun_is_never_free_again() {
        Order order = order(team, ana, PLAN, NOON);
        take(order, NOON);
        use(team, ana, order.id());
        use(team, ana, order.id());
        Instant muchLater = NOON.plus(Duration.ofDays(9_999));
        assertThat(take(order(other, ana, PLAN, NOON), muchLater)).isFalse();
        assertThat(take(order(team, ben, PLAN, NOON), muchLater)).isFalse();
        assertThat(take(order, muchLater)).as("it is this order's").isTrue();
    }

    @Test
    void a_trial_that_has_begun_wins_over_what_is_set_aside() {
        Order late = order(team, ana, PLAN, NOON);
        take(order(team, ben, PLAN, NOON), NOON);
        take(order(other, ana, PLAN, NOON), NOON);
        use(team, ana, late.id());
        assertThat(take(order(other, ana, PLAN, NOON), LATER)).isFalse();
        assertThat(take(order(team, ben, PLAN, NOON), LATER)).isFalse();
        assertThat(take(order(other, ben, PLAN, NOON), NOON)).isTrue();
    }

    @Test
    void a_trial_of_an_order_that_is_over_can_be_set_aside_for_another_at_once() {
        Order first = order(team, ana, PLAN, NOON);
        Order second = order(team, ana, PLAN, NOON);
        take(first, NOON);
        free(team, second.id());
        free(other, first.id());
        assertThat(take(second, NOON)).as("it is still the first one's").isFalse();
        free(team, first.id());
        assertThat(take(second, NOON)).isTrue();
        use(team, ana, second.id());
        free(team, second.id());
        assertThat(take(order(other, ana, PLAN, NOON), NOON)).as("it has begun").isFalse();
    }

    @Test
    void of_many_orders_for_one_trial_at_once_one_gets_it() {
        take(order(newTeam(teams()), ana, PLAN, NOON), NOON); // has lapsed by then
        List<Order> samePerson = Stream.generate(() -> order(newTeam(teams()), ana, PLAN, NOON)).limit(6).toList();
        assertThat(AtOnce.call(6, number -> take(samePerson.get(number), LATER))).containsOnlyOnce(true);
        List<Order> sameTeam = Stream.generate(() -> order(team, PLAN, NOON)).limit(6).toList();
        assertThat(AtOnce.call(6, number -> take(sameTeam.get(number), LATER))).containsOnlyOnce(true);
    }

    private Order state(Order order, Order.State state) {
        Order later = in(order, state, Optional.empty());
        add(order);
        save(later);
        return later;
    }

    private boolean add(Order order) {
        return platform().inTransaction(system(order.team()), "test", () -> orders().add(order));
    }

    private void save(Order order) {
        platform().run(system(order.team()), "test", () -> orders().save(order));
    }

    private Optional<Order> find(TeamId reader, OrderId id) {
        return transactions().reading(system(reader), () -> orders().find(id));
    }

    private boolean take(Order order, Instant now) {
        return platform().inTransaction(system(order.team()), "test", () -> orders().takeTrial(order, now.plus(Duration.between(NOON, LATER)), now));
    }

    private void use(TeamId user, UserId buyer, OrderId order) {
        platform().run(system(user), "test", () -> orders().useTrial(user, buyer, order));
    }

    private void free(TeamId owner, OrderId order) {
        platform().run(system(owner), "test", () -> orders().freeTrial(owner, order));
    }

    private List<Order> listed(TeamId reader) {
        List<Order> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<Order> page = transactions().reading(system(reader), () -> orders().list(request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return seen;
    }
}
