package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.MEMBERSHIP;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.USER_ACCOUNT;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** A team's members in PostgreSQL. Of their accounts, its role sees the name and the address. */
public final class JooqMemberships implements Memberships {

    private static final List<Field<?>> COLUMNS = List.of(MEMBERSHIP.TEAM_ID, MEMBERSHIP.USER_ID, MEMBERSHIP.VERSION, MEMBERSHIP.ROLE,
            MEMBERSHIP.MONTHLY_CREDIT_CAP, MEMBERSHIP.JOINED_AT, USER_ACCOUNT.EMAIL, USER_ACCOUNT.FULL_NAME);

    private final JooqTransactions transactions;

    public JooqMemberships(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Member> find(UserId user) {
        return members(MEMBERSHIP.USER_ID.eq(user)).fetchOptional(JooqMemberships::member);
    }

    @Override
    public Optional<Member> findByEmail(EmailAddress email) {
        return members(USER_ACCOUNT.EMAIL.eq(email.value())).fetchOptional(JooqMemberships::member);
    }

    @Override
    public Optional<Member> owner() {
        return members(MEMBERSHIP.ROLE.eq(Role.OWNER)).fetchOptional(JooqMemberships::member);
    }

    @Override
    public Page<Member> list(PageRequest page) {
        Condition wanted = page.after().map(Position::of)
                .<Condition>map(after -> row(MEMBERSHIP.JOINED_AT, MEMBERSHIP.USER_ID).gt(after.time(), new UserId(after.id())))
                .orElseGet(MEMBERSHIP.USER_ID::isNotNull);
        List<Member> members = members(wanted)
                .orderBy(MEMBERSHIP.JOINED_AT, MEMBERSHIP.USER_ID)
                .limit(page.limit() + 1)
                .fetch(JooqMemberships::member);
        return Page.of(members, page.limit(),
                last -> new Position(last.membership().joinedAt(), last.membership().user().value()).toString());
    }

    @Override
    public int count() {
        return transactions.sql().fetchCount(MEMBERSHIP, own());
    }

    @Override
    public boolean replace(Membership membership) {
        return transactions.sql().update(MEMBERSHIP)
                .set(MEMBERSHIP.VERSION, membership.version())
                .set(MEMBERSHIP.ROLE, membership.role())
                .set(MEMBERSHIP.MONTHLY_CREDIT_CAP, JooqUsers.boxed(membership.monthlyCreditCap()))
                .where(own().and(MEMBERSHIP.TEAM_ID.eq(membership.team())).and(MEMBERSHIP.USER_ID.eq(membership.user())))
                .and(MEMBERSHIP.VERSION.eq(membership.version() - 1))
                .execute() == 1;
    }

    @Override
    public boolean remove(UserId user) {
        return transactions.sql().deleteFrom(MEMBERSHIP)
                .where(own().and(MEMBERSHIP.USER_ID.eq(user)).and(MEMBERSHIP.ROLE.ne(Role.OWNER)))
                .execute() == 1;
    }

    @Override
    public int removeAll() {
        return transactions.sql().deleteFrom(MEMBERSHIP).where(own()).execute();
    }

    private SelectConditionStep<Record> members(Condition wanted) {
        return transactions.sql().select(COLUMNS)
                .from(MEMBERSHIP).join(USER_ACCOUNT).on(USER_ACCOUNT.USER_ID.eq(MEMBERSHIP.USER_ID))
                .where(own().and(wanted));
    }

    private Condition own() {
        return MEMBERSHIP.TEAM_ID.eq(transactions.team());
    }

    private static Member member(Record row) {
        return new Member(JooqUsers.membership(row), new EmailAddress(row.get(USER_ACCOUNT.EMAIL)), row.get(USER_ACCOUNT.FULL_NAME));
    }
}
