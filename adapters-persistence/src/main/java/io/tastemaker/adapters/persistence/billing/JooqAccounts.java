package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.ACCOUNT;
import static io.tastemaker.adapters.persistence.generated.billing.Tables.CHECKOUT_ORDER;
import static io.tastemaker.adapters.persistence.generated.billing.Tables.PAYMENT;
import static io.tastemaker.adapters.persistence.generated.billing.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.SqlTransactions;
import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.RevenueReport;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The accounts of teams in PostgreSQL. */
public final class JooqAccounts implements Accounts {

    private static final List<Field<?>> COLUMNS = List.of(ACCOUNT.VERSION, ACCOUNT.SETTLED_VERSION, ACCOUNT.CUSTOMER, ACCOUNT.ENTITLED_KEY,
            ACCOUNT.ENTITLED_VERSION, ACCOUNT.PLAN_DUE, ACCOUNT.TURNS_AT, ACCOUNT.TEAM_CLOSED);

    private static final Set<SubscriptionStatus> LATE =
            Set.of(SubscriptionStatus.PAST_DUE, SubscriptionStatus.UNPAID, SubscriptionStatus.INCOMPLETE);

    private final JooqTransactions transactions;
    private final JooqPlatformTransactions platform;
    private final AcrossTeams acrossTeams;

    public JooqAccounts(JooqTransactions transactions, JooqPlatformTransactions platform, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.platform = platform;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public Account load(TeamId team, Set<String> named, Instant now) {
        return acrossTeams.run(sql -> account(sql, team, named, now));
    }

    @Override
    public Account own(Instant now) {
        return account(open().sql(), open().team(), Set.of(), now);
    }

    private SqlTransactions open() {
        return platform.isOpen() ? platform : transactions;
    }

    /** The account comes first: when what is read after it is newer, its version has passed, and nothing is written that came of the mixture. */
    private static Account account(DSLContext sql, TeamId team, Set<String> named, Instant now) {
        return sql.select(COLUMNS).from(ACCOUNT).where(ACCOUNT.TEAM_ID.eq(team)).fetchOptional()
                .map(row -> new Account(
                        team,
                        row.get(ACCOUNT.VERSION),
                        Optional.ofNullable(row.get(ACCOUNT.CUSTOMER)),
                        SubscriptionRow.all(sql, team),
                        PaymentRow.thatMatter(sql, team, named, now),
                        Columns.plan(row, ACCOUNT.ENTITLED_KEY, ACCOUNT.ENTITLED_VERSION),
                        Optional.ofNullable(row.get(ACCOUNT.TURNS_AT)),
                        row.get(ACCOUNT.PLAN_DUE),
                        row.get(ACCOUNT.SETTLED_VERSION),
                        row.get(ACCOUNT.TEAM_CLOSED)))
                .orElseGet(() -> Account.none(team));
    }

    @Override
    public boolean write(Account before, Account after) {
        DSLContext sql = platform.sql();
        boolean isCurrent = before.version() == 0 ? insert(sql, after) : update(sql, before.version(), after);
        if (!isCurrent) {
            return false;
        }
        for (Subscription subscription : after.subscriptions()) {
            if (!before.subscriptions().contains(subscription)) {
                SubscriptionRow.write(sql, after.team(), subscription);
            }
        }
        for (Payment payment : after.payments()) {
            if (!before.payments().contains(payment)) {
                PaymentRow.write(sql, after.team(), payment);
            }
        }
        return true;
    }

    /** The lock on the team keeps it from being closed between the look and the commit, when there is no account yet to follow that. */
    private static boolean insert(DSLContext sql, Account account) {
        boolean isClosed = sql.resultQuery("select deleted_at is not null from identity.team where team_id = {0} for share",
                val(account.team(), ACCOUNT.TEAM_ID)).fetchSingle().get(0, Boolean.class);
        return sql.insertInto(ACCOUNT)
                .set(ACCOUNT.TEAM_ID, account.team())
                .set(ACCOUNT.VERSION, 1L)
                .set(ACCOUNT.TEAM_CLOSED, isClosed)
                .set(changeable(account))
                .onConflict(ACCOUNT.TEAM_ID).doNothing()
                .execute() == 1;
    }

    private static boolean update(DSLContext sql, long version, Account account) {
        return sql.update(ACCOUNT)
                .set(ACCOUNT.VERSION, version + 1)
                .set(changeable(account))
                .where(ACCOUNT.TEAM_ID.eq(account.team()).and(ACCOUNT.VERSION.eq(version)))
                .execute() == 1;
    }

    private static Map<Field<?>, Object> changeable(Account account) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(ACCOUNT.CUSTOMER, account.customer().orElse(null));
        values.put(ACCOUNT.ENTITLED_KEY, account.entitled().map(PlanId::key).orElse(null));
        values.put(ACCOUNT.ENTITLED_VERSION, account.entitled().map(PlanId::version).orElse(null));
        values.put(ACCOUNT.PLAN_DUE, account.planDue());
        values.put(ACCOUNT.TURNS_AT, account.turnsAt().orElse(null));
        return values;
    }

    @Override
    public boolean settle(Account account) {
        Account settled = account.settled();
        return acrossTeams.run(sql -> {
            boolean isCurrent = sql.update(ACCOUNT)
                    .set(ACCOUNT.SETTLED_VERSION, ACCOUNT.VERSION)
                    .set(ACCOUNT.PLAN_DUE, false)
                    .where(ACCOUNT.TEAM_ID.eq(account.team()).and(ACCOUNT.VERSION.eq(account.version())))
                    .execute() == 1;
            if (isCurrent) {
                settled.payments().stream().filter(payment -> !account.payments().contains(payment))
                        .forEach(payment -> PaymentRow.settle(sql, account.team(), payment));
            }
            return isCurrent;
        });
    }

    @Override
    public Optional<TeamId> teamOf(Notice.Matter matter) {
        return switch (matter.kind()) {
            case SESSION -> team(CHECKOUT_ORDER, CHECKOUT_ORDER.TEAM_ID, CHECKOUT_ORDER.SESSION, matter.id());
            case SUBSCRIPTION, TRIAL_END -> team(SUBSCRIPTION, SUBSCRIPTION.TEAM_ID, SUBSCRIPTION.ID, matter.id());
            case INVOICE -> team(PAYMENT, PAYMENT.TEAM_ID, PAYMENT.ID, matter.id());
            case PAYMENT -> team(PAYMENT, PAYMENT.TEAM_ID, PAYMENT.INTENT, matter.id());
            case PROMOTION -> Optional.empty();
        };
    }

    @Override
    public Optional<TeamId> teamOfCustomer(String customer) {
        return team(ACCOUNT, ACCOUNT.TEAM_ID, ACCOUNT.CUSTOMER, customer);
    }

    private Optional<TeamId> team(Table<?> table, TableField<?, TeamId> team, TableField<?, String> column, String id) {
        return acrossTeams.run(sql -> sql.select(team).from(table).where(column.eq(id)).limit(1).fetchOptional(team));
    }

    @Override
    public Page<Payment> listPayments(Set<Payment.Kind> kinds, PageRequest page) {
        Condition wanted = PAYMENT.TEAM_ID.eq(open().team()).and(PAYMENT.KIND.ne(Payment.Kind.TRIAL))
                .and(kinds.isEmpty() ? DSL.noCondition() : PAYMENT.KIND.in(kinds))
                .and(page.after().map(TextPosition::of).map(last -> last.isBefore(PAYMENT.CREATED_AT, PAYMENT.ID)).orElseGet(DSL::noCondition));
        List<Payment> payments = open().sql().select(PaymentRow.COLUMNS).from(PAYMENT)
                .where(wanted)
                .orderBy(PAYMENT.CREATED_AT.desc(), PAYMENT.ID.desc())
                .limit(page.limit() + 1)
                .fetch(PaymentRow::payment);
        return Page.of(payments, page.limit(), last -> new TextPosition(last.createdAt(), last.id()).toString());
    }

    @Override
    public Optional<Map.Entry<TeamId, Payment>> findPayment(String id) {
        return acrossTeams.run(sql -> sql.select(PAYMENT.TEAM_ID).select(PaymentRow.COLUMNS).from(PAYMENT)
                .where(PAYMENT.ID.eq(id))
                .fetchOptional(row -> Map.entry(row.get(PAYMENT.TEAM_ID), PaymentRow.payment(row))));
    }

    @Override
    public List<TeamId> listDue(Instant now, int limit) {
        return acrossTeams.run(sql -> sql.select(ACCOUNT.TEAM_ID).from(ACCOUNT)
                .where(ACCOUNT.SETTLED_VERSION.ne(ACCOUNT.VERSION).or(ACCOUNT.TURNS_AT.le(now)))
                .orderBy(ACCOUNT.TURNS_AT.asc().nullsFirst(), ACCOUNT.TEAM_ID)
                .limit(limit)
                .fetch(ACCOUNT.TEAM_ID));
    }

    @Override
    public List<TeamId> list(Optional<TeamId> after, int limit) {
        return acrossTeams.run(sql -> sql.select(ACCOUNT.TEAM_ID).from(ACCOUNT)
                .where(after.map(ACCOUNT.TEAM_ID::gt).orElseGet(DSL::noCondition))
                .orderBy(ACCOUNT.TEAM_ID)
                .limit(limit)
                .fetch(ACCOUNT.TEAM_ID));
    }

    @Override
    public List<Notice.Matter> listStale(Instant now) {
        return acrossTeams.run(sql -> {
            List<Notice.Matter> stale = new ArrayList<>();
            stale.addAll(matters(Notice.Kind.SUBSCRIPTION, sql.select(SUBSCRIPTION.ID).from(SUBSCRIPTION)
                    .where(SubscriptionRow.isAlive().and(isStale(now)))
                    .orderBy(SUBSCRIPTION.ID)
                    .fetch(SUBSCRIPTION.ID)));
            stale.addAll(matters(Notice.Kind.INVOICE, sql.select(PAYMENT.ID).from(PAYMENT)
                    .where(PAYMENT.STATUS.eq(inline(Payment.Status.OPEN, PAYMENT.STATUS)).and(PAYMENT.KIND.eq(Payment.Kind.SUBSCRIPTION)))
                    .orderBy(PAYMENT.ID)
                    .fetch(PAYMENT.ID)));
            stale.addAll(matters(Notice.Kind.PAYMENT, sql.selectDistinct(PAYMENT.INTENT).from(PAYMENT)
                    .where(PaymentRow.IS_IN_DISPUTE.and(PAYMENT.INTENT.isNotNull()))
                    .orderBy(PAYMENT.INTENT)
                    .fetch(PAYMENT.INTENT)));
            return stale;
        });
    }

    private static Condition isStale(Instant now) {
        Condition trialIsOver = SUBSCRIPTION.STATUS.eq(SubscriptionStatus.TRIALING).and(SUBSCRIPTION.TRIAL_END.le(now));
        return SUBSCRIPTION.PERIOD_END.le(now).or(trialIsOver).or(SUBSCRIPTION.STATUS.in(LATE));
    }

    private static List<Notice.Matter> matters(Notice.Kind kind, List<String> ids) {
        return ids.stream().map(id -> new Notice.Matter(kind, id)).toList();
    }

    @Override
    public List<String> listOfClosedTeams() {
        return acrossTeams.run(sql -> sql.select(SUBSCRIPTION.ID).from(SUBSCRIPTION)
                .join(ACCOUNT).on(ACCOUNT.TEAM_ID.eq(SUBSCRIPTION.TEAM_ID))
                .where(SubscriptionRow.isAlive().and(ACCOUNT.TEAM_CLOSED))
                .orderBy(SUBSCRIPTION.ID)
                .fetch(SUBSCRIPTION.ID));
    }

    @Override
    public Page<Held> listSubscriptions(Set<SubscriptionStatus> statuses, PageRequest page) {
        List<Held> held = acrossTeams.run(sql -> sql.select(SUBSCRIPTION.TEAM_ID).select(SubscriptionRow.COLUMNS).from(SUBSCRIPTION)
                .where(statuses.isEmpty() ? DSL.noCondition() : SUBSCRIPTION.STATUS.in(statuses))
                .and(page.after().map(TextPosition::of).map(last -> last.isBefore(SUBSCRIPTION.CREATED_AT, SUBSCRIPTION.ID))
                        .orElseGet(DSL::noCondition))
                .orderBy(SUBSCRIPTION.CREATED_AT.desc(), SUBSCRIPTION.ID.desc())
                .limit(page.limit() + 1)
                .fetch(row -> new Held(row.get(SUBSCRIPTION.TEAM_ID), SubscriptionRow.subscription(row))));
        return Page.of(held, page.limit(), last -> new TextPosition(last.subscription().createdAt(), last.subscription().id()).toString());
    }

    @Override
    public Map<String, Long> dues(TeamId team) {
        return acrossTeams.run(sql -> sql.select(PAYMENT.SOURCE, PAYMENT.CREDITS).from(PAYMENT)
                .where(PAYMENT.TEAM_ID.eq(team).and(PaymentRow.IS_DUE))
                .fetchMap(PAYMENT.SOURCE, PAYMENT.CREDITS));
    }

    @Override
    public RevenueReport report(Instant since, Instant now) {
        return acrossTeams.run(sql -> Revenues.report(sql, since, now));
    }
}
