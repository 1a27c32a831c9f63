package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.CONSENT;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.MEMBERSHIP;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.TEAM;
import static io.tastemaker.adapters.persistence.generated.identity.Tables.USER_ACCOUNT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import io.tastemaker.adapters.persistence.generated.identity.tables.UserAccount;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Accounts in PostgreSQL. */
public final class JooqUsers implements Users {

    private static final List<Field<?>> COLUMNS = List.of(USER_ACCOUNT.USER_ID, USER_ACCOUNT.VERSION, USER_ACCOUNT.EMAIL,
            USER_ACCOUNT.FULL_NAME, USER_ACCOUNT.PASSWORD_HASH, USER_ACCOUNT.HOME_TEAM_ID, USER_ACCOUNT.TIME_ZONE, USER_ACCOUNT.LOCALE,
            USER_ACCOUNT.CREATED_AT, USER_ACCOUNT.SUSPENDED_AT);
    private static final List<Field<?>> MEMBERSHIP_COLUMNS = List.of(MEMBERSHIP.TEAM_ID, MEMBERSHIP.USER_ID, MEMBERSHIP.VERSION,
            MEMBERSHIP.ROLE, MEMBERSHIP.MONTHLY_CREDIT_CAP, MEMBERSHIP.JOINED_AT, TEAM.NAME);

    private final JooqPlatformTransactions transactions;

    public JooqUsers(JooqPlatformTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(User user) {
        return transactions.sql().insertInto(USER_ACCOUNT)
                .set(USER_ACCOUNT.USER_ID, user.id())
                .set(USER_ACCOUNT.VERSION, user.version())
                .set(USER_ACCOUNT.EMAIL, user.email().value())
                .set(USER_ACCOUNT.FULL_NAME, user.fullName())
                .set(USER_ACCOUNT.PASSWORD_HASH, user.passwordHash().orElse(null))
                .set(USER_ACCOUNT.HOME_TEAM_ID, user.homeTeam())
                .set(USER_ACCOUNT.TIME_ZONE, user.timeZone().getId())
                .set(USER_ACCOUNT.LOCALE, user.locale())
                .set(USER_ACCOUNT.CREATED_AT, user.createdAt())
                .set(USER_ACCOUNT.SUSPENDED_AT, user.suspendedAt().orElse(null))
                .onConflict(USER_ACCOUNT.EMAIL).doNothing()
                .execute() == 1;
    }

    @Override
    public Optional<User> find(UserId id) {
        return find(USER_ACCOUNT.USER_ID.eq(id));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return find(USER_ACCOUNT.EMAIL.eq(email.value()));
    }

    private Optional<User> find(Condition which) {
        return transactions.sql().select(COLUMNS).from(USER_ACCOUNT).where(which).fetchOptional(JooqUsers::user);
    }

    @Override
    public Page<User> list(Optional<String> text, PageRequest page) {
        Condition wanted = text.map(part -> USER_ACCOUNT.EMAIL.containsIgnoreCase(part).or(USER_ACCOUNT.FULL_NAME.containsIgnoreCase(part)))
                .orElseGet(DSL::noCondition);
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(USER_ACCOUNT.CREATED_AT, USER_ACCOUNT.USER_ID).lt(after.time(), new UserId(after.id())));
        }
        List<User> found = transactions.sql().select(COLUMNS)
                .from(USER_ACCOUNT)
                .where(wanted)
                .orderBy(USER_ACCOUNT.CREATED_AT.desc(), USER_ACCOUNT.USER_ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqUsers::user);
        return Page.of(found, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    /** Another account may take the address between the look and the write; the unique index then ends the transaction. */
    @Override
    public boolean replace(User user) {
        UserAccount other = USER_ACCOUNT.as("other");
        return transactions.sql().update(USER_ACCOUNT)
                .set(USER_ACCOUNT.VERSION, user.version())
                .set(USER_ACCOUNT.EMAIL, user.email().value())
                .set(USER_ACCOUNT.FULL_NAME, user.fullName())
                .set(USER_ACCOUNT.PASSWORD_HASH, user.passwordHash().orElse(null))
                .set(USER_ACCOUNT.HOME_TEAM_ID, user.homeTeam())
                .set(USER_ACCOUNT.TIME_ZONE, user.timeZone().getId())
                .set(USER_ACCOUNT.LOCALE, user.locale())
                .set(USER_ACCOUNT.SUSPENDED_AT, user.suspendedAt().orElse(null))
                .where(USER_ACCOUNT.USER_ID.eq(user.id()).and(USER_ACCOUNT.VERSION.eq(user.version() - 1)))
                .and(notExists(selectOne().from(other)
                        .where(other.EMAIL.eq(user.email().value()).and(other.USER_ID.ne(user.id())))))
                .execute() == 1;
    }

    @Override
    public void record(UserId user, List<Consent> consents) {
        for (Consent consent : consents) {
            transactions.sql().insertInto(CONSENT)
                    .set(CONSENT.USER_ID, user)
                    .set(CONSENT.TIER, consent.tier())
                    .set(CONSENT.GRANTED, consent.granted())
                    .set(CONSENT.AT, consent.at())
                    .onConflict(CONSENT.USER_ID, CONSENT.TIER)
                    .doUpdate()
                    .set(CONSENT.GRANTED, excluded(CONSENT.GRANTED))
                    .set(CONSENT.AT, excluded(CONSENT.AT))
                    .execute();
        }
    }

    @Override
    public List<Consent> consents(UserId user) {
        return transactions.sql().select(CONSENT.TIER, CONSENT.GRANTED, CONSENT.AT)
                .from(CONSENT)
                .where(CONSENT.USER_ID.eq(user))
                .orderBy(CONSENT.TIER)
                .fetch(mapping(Consent::new));
    }

    @Override
    public boolean isHome(TeamId team) {
        return transactions.sql().fetchExists(USER_ACCOUNT, USER_ACCOUNT.HOME_TEAM_ID.eq(team));
    }

    @Override
    public boolean join(Membership membership) {
        return transactions.sql().insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.TEAM_ID, membership.team())
                .set(MEMBERSHIP.USER_ID, membership.user())
                .set(MEMBERSHIP.VERSION, membership.version())
                .set(MEMBERSHIP.ROLE, membership.role())
                .set(MEMBERSHIP.MONTHLY_CREDIT_CAP, boxed(membership.monthlyCreditCap()))
                .set(MEMBERSHIP.JOINED_AT, membership.joinedAt())
                .onConflict(MEMBERSHIP.TEAM_ID, MEMBERSHIP.USER_ID).doNothing()
                .execute() == 1;
    }

    @Override
    public List<Membership> memberships(UserId user) {
        return belongings(user).stream().map(Belonging::membership).toList();
    }

    @Override
    public List<Belonging> belongings(UserId user) {
        return transactions.sql().select(MEMBERSHIP_COLUMNS)
                .from(MEMBERSHIP).join(TEAM).on(TEAM.TEAM_ID.eq(MEMBERSHIP.TEAM_ID))
                .where(MEMBERSHIP.USER_ID.eq(user).and(TEAM.DELETED_AT.isNull()))
                .orderBy(MEMBERSHIP.JOINED_AT, MEMBERSHIP.TEAM_ID)
                .fetch(row -> new Belonging(membership(row), row.get(TEAM.NAME)));
    }

    @Override
    public Optional<Membership> membership(TeamId team, UserId user) {
        return transactions.sql().select(MEMBERSHIP_COLUMNS)
                .from(MEMBERSHIP).join(TEAM).on(TEAM.TEAM_ID.eq(MEMBERSHIP.TEAM_ID))
                .where(MEMBERSHIP.TEAM_ID.eq(team).and(MEMBERSHIP.USER_ID.eq(user)).and(TEAM.DELETED_AT.isNull()))
                .fetchOptional(JooqUsers::membership);
    }

    private static User user(Record row) {
        return new User(
                row.get(USER_ACCOUNT.USER_ID),
                row.get(USER_ACCOUNT.VERSION),
                new EmailAddress(row.get(USER_ACCOUNT.EMAIL)),
                row.get(USER_ACCOUNT.FULL_NAME),
                Optional.ofNullable(row.get(USER_ACCOUNT.PASSWORD_HASH)),
                row.get(USER_ACCOUNT.HOME_TEAM_ID),
                ZoneId.of(row.get(USER_ACCOUNT.TIME_ZONE)),
                row.get(USER_ACCOUNT.LOCALE),
                row.get(USER_ACCOUNT.CREATED_AT),
                Optional.ofNullable(row.get(USER_ACCOUNT.SUSPENDED_AT)));
    }

    static Membership membership(Record row) {
        Long cap = row.get(MEMBERSHIP.MONTHLY_CREDIT_CAP);
        return new Membership(
                row.get(MEMBERSHIP.TEAM_ID),
                row.get(MEMBERSHIP.USER_ID),
                row.get(MEMBERSHIP.VERSION),
                row.get(MEMBERSHIP.ROLE),
                cap == null ? OptionalLong.empty() : OptionalLong.of(cap),
                row.get(MEMBERSHIP.JOINED_AT));
    }

    static Long boxed(OptionalLong cap) {
        return cap.isPresent() ? cap.getAsLong() : null;
    }
}
