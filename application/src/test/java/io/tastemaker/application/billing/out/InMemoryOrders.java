package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders and trials in memory. */
public final class InMemoryOrders implements Orders {

    private record Key(TeamId team, OrderId id) {}

    private record Trial(TeamId team, UserId buyer, OrderId order, Optional<Instant> freeAgainAt) {
        boolean isOfEither(TeamId one, UserId other) {
            return team.equals(one) || buyer.equals(other);
        }

        boolean isTaken(Instant now) {
            return freeAgainAt.map(now::isBefore).orElse(true);
        }
    }

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<Key, Order> orders;
    private final InMemoryTransactions.Table<TeamId, Trial> trials;

    public InMemoryOrders(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.orders = transactions.table();
        this.trials = transactions.table();
    }

    @Override
    public boolean add(Order order) {
        transactions.team();
        boolean isNew = orders.get(key(order)).isEmpty() && !(isForPlan(order) && orders.rows().anyMatch(other ->
                other.team().equals(order.team()) && isForPlan(other)));
        if (isNew) {
            orders.put(key(order), order);
        }
        return isNew;
    }

    private static boolean isForPlan(Order order) {
        return order.purchase() instanceof Purchase.Subscribe && (order.state() == Order.State.NEW || order.state() == Order.State.OPEN);
    }

    @Override
    public void save(Order order) {
        transactions.team();
        orders.get(key(order))
                .filter(stored -> stored.state() != Order.State.PAID && stored.state() != Order.State.MISMATCHED)
                .ifPresent(stored -> orders.put(key(order), new Order(stored.id(), stored.team(), stored.buyer(), stored.purchase(), order.state(),
                        stored.listPrice(), stored.discount(), stored.createdAt(), stored.expiresAt(), order.session().or(stored::session),
                        order.settledAt(), order.fault())));
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return orders.get(new Key(transactions.team(), id));
    }

    @Override
    public Optional<Order> find(TeamId team, OrderId id) {
        return transactions.alone(() -> orders.get(new Key(team, id)));
    }

    @Override
    public Optional<Order> findBySession(String session) {
        return transactions.alone(() -> orders.rows().filter(order -> order.session().equals(Optional.of(session))).findFirst());
    }

    @Override
    public Page<Order> list(PageRequest page) {
        TeamId team = transactions.team();
        return Newest.first(orders.rows().filter(order -> order.team().equals(team)), page, Order::createdAt, order -> order.id().value());
    }

    @Override
    public List<Order> listOpenSubscriptions(TeamId team) {
        return transactions.alone(() -> awaited()
                .filter(order -> order.team().equals(team) && order.purchase() instanceof Purchase.Subscribe)
                .sorted(Comparator.comparing(Order::createdAt).thenComparing(order -> order.id().toString()))
                .toList());
    }

    @Override
    public List<Order> listOverdue(Instant now, int limit) {
        return transactions.alone(() -> awaited()
                .filter(order -> !order.expiresAt().isAfter(now))
                .sorted(Comparator.comparing(Order::expiresAt).thenComparing(order -> order.id().toString()))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean takeTrial(Order order, Instant until, Instant now) {
        transactions.team();
        if (trials.rows().noneMatch(trial -> trial.isOfEither(order.team(), order.buyer()) && trial.isTaken(now))) {
            putTrial(new Trial(order.team(), order.buyer(), order.id(), Optional.of(until)));
        }
        return trials.get(order.team()).filter(trial -> trial.order().equals(order.id())).isPresent();
    }

    @Override
    public void useTrial(TeamId team, UserId buyer, OrderId order) {
        transactions.team();
        if (trials.rows().noneMatch(trial -> trial.isOfEither(team, buyer) && trial.freeAgainAt().isEmpty())) {
            putTrial(new Trial(team, buyer, order, Optional.empty()));
        } else {
            free(team, buyer);
        }
    }

    private void putTrial(Trial trial) {
        free(trial.team(), trial.buyer());
        trials.put(trial.team(), trial);
    }

    private void free(TeamId team, UserId buyer) {
        trials.rows().filter(trial -> trial.isOfEither(team, buyer) && trial.freeAgainAt().isPresent()).forEach(trial -> trials.remove(trial.team()));
    }

    @Override
    public void freeTrial(TeamId team, OrderId order) {
        transactions.team();
        trials.get(team).filter(trial -> trial.order().equals(order) && trial.freeAgainAt().isPresent()).ifPresent(trial -> trials.remove(team));
    }

    /** All of all teams; only while nobody else writes. */
    Stream<Order> all() {
        return orders.rows();
    }

    private Stream<Order> awaited() {
        return all().filter(order -> !order.state().isFinal());
    }

    private static Key key(Order order) {
        return new Key(order.team(), order.id());
    }
}
