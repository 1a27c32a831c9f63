package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.CHECKOUT_ORDER;
import static io.tastemaker.adapters.persistence.generated.billing.Tables.TRIAL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.adapters.persistence.shared.SqlTransactions;
import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Orders and trials in PostgreSQL. */
public final class JooqOrders implements Orders {

    /** As {@link Order.State#isFinal()} has it. */
    private static final Condition IS_AWAITED = CHECKOUT_ORDER.STATE.in(Stream.of(Order.State.values())
            .filter(state -> !state.isFinal()).map(state -> inline(state, CHECKOUT_ORDER.STATE)).toList());

    private final JooqTransactions transactions;
    private final JooqPlatformTransactions platform;
    private final AcrossTeams acrossTeams;

    public JooqOrders(JooqTransactions transactions, JooqPlatformTransactions platform, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.platform = platform;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public boolean add(Order order) {
        return platform.sql().insertInto(CHECKOUT_ORDER)
                .set(OrderRow.fixed(order))
                .set(OrderRow.changeable(order))
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public void save(Order order) {
        platform.sql().update(CHECKOUT_ORDER)
                .set(OrderRow.changeable(order))
                .set(CHECKOUT_ORDER.SESSION, coalesce(val(order.session().orElse(null), CHECKOUT_ORDER.SESSION), CHECKOUT_ORDER.SESSION))
                .where(is(order.team(), order.id()).and(CHECKOUT_ORDER.STATE.notIn(Order.State.PAID, Order.State.MISMATCHED)))
                .execute();
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return find(open().sql(), open().team(), id);
    }

    @Override
    public Optional<Order> find(TeamId team, OrderId id) {
        return acrossTeams.run(sql -> find(sql, team, id));
    }

    @Override
    public Optional<Order> findBySession(String session) {
        return acrossTeams.run(sql -> sql.select(OrderRow.COLUMNS).from(CHECKOUT_ORDER)
                .where(CHECKOUT_ORDER.SESSION.eq(session))
                .fetchOptional(OrderRow::order));
    }

    private static Optional<Order> find(DSLContext sql, TeamId team, OrderId id) {
        return sql.select(OrderRow.COLUMNS).from(CHECKOUT_ORDER).where(is(team, id)).fetchOptional(OrderRow::order);
    }

    @Override
    public Page<Order> list(PageRequest page) {
        Condition onwards = page.after().map(Position::of).<Condition>map(last ->
                row(CHECKOUT_ORDER.CREATED_AT, CHECKOUT_ORDER.ID).lt(last.time(), new OrderId(last.id()))).orElseGet(DSL::noCondition);
        List<Order> orders = open().sql().select(OrderRow.COLUMNS).from(CHECKOUT_ORDER)
                .where(CHECKOUT_ORDER.TEAM_ID.eq(open().team()).and(onwards))
                .orderBy(CHECKOUT_ORDER.CREATED_AT.desc(), CHECKOUT_ORDER.ID.desc())
                .limit(page.limit() + 1)
                .fetch(OrderRow::order);
        return Page.of(orders, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public List<Order> listOpenSubscriptions(TeamId team) {
        return acrossTeams.run(sql -> sql.select(OrderRow.COLUMNS).from(CHECKOUT_ORDER)
                .where(CHECKOUT_ORDER.TEAM_ID.eq(team).and(CHECKOUT_ORDER.KIND.eq(OrderRow.SUBSCRIBE)).and(IS_AWAITED))
                .orderBy(CHECKOUT_ORDER.CREATED_AT, CHECKOUT_ORDER.ID)
                .fetch(OrderRow::order));
    }

    @Override
    public List<Order> listOverdue(Instant now, int limit) {
        return acrossTeams.run(sql -> sql.select(OrderRow.COLUMNS).from(CHECKOUT_ORDER)
                .where(IS_AWAITED.and(CHECKOUT_ORDER.EXPIRES_AT.le(now)))
                .orderBy(CHECKOUT_ORDER.EXPIRES_AT, CHECKOUT_ORDER.ID)
                .limit(limit)
                .fetch(OrderRow::order));
    }

    /** Of two who ask at once, the second waits at the unique indexes until the first has committed. */
    @Override
    public boolean takeTrial(Order order, Instant until, Instant now) {
        DSLContext sql = platform.sql();
        sql.deleteFrom(TRIAL).where(isOfEither(order.team(), order.buyer()).and(TRIAL.FREE_AGAIN_AT.le(now))).execute();
        int taken = sql.insertInto(TRIAL)
                .set(TRIAL.TEAM_ID, order.team())
                .set(TRIAL.USER_ID, order.buyer())
                .set(TRIAL.ORDER_ID, order.id())
                .set(TRIAL.FREE_AGAIN_AT, until)
                .onConflictDoNothing()
                .execute();
        return taken == 1 || sql.fetchExists(TRIAL, TRIAL.TEAM_ID.eq(order.team()).and(TRIAL.ORDER_ID.eq(order.id())));
    }

    @Override
    public void useTrial(TeamId team, UserId buyer, OrderId order) {
        DSLContext sql = platform.sql();
        sql.deleteFrom(TRIAL).where(isOfEither(team, buyer).and(TRIAL.FREE_AGAIN_AT.isNotNull())).execute();
        sql.insertInto(TRIAL)
                .set(TRIAL.TEAM_ID, team)
                .set(TRIAL.USER_ID, buyer)
                .set(TRIAL.ORDER_ID, order)
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void freeTrial(TeamId team, OrderId order) {
        platform.sql().deleteFrom(TRIAL)
                .where(TRIAL.TEAM_ID.eq(team).and(TRIAL.ORDER_ID.eq(order)).and(TRIAL.FREE_AGAIN_AT.isNotNull()))
                .execute();
    }

    private static Condition isOfEither(TeamId team, UserId buyer) {
        return TRIAL.TEAM_ID.eq(team).or(TRIAL.USER_ID.eq(buyer));
    }

    private SqlTransactions open() {
        return platform.isOpen() ? platform : transactions;
    }

    private static Condition is(TeamId team, OrderId id) {
        return CHECKOUT_ORDER.TEAM_ID.eq(team).and(CHECKOUT_ORDER.ID.eq(id));
    }
}
