package io.tastemaker.adapters.persistence.operations;

import static io.tastemaker.adapters.persistence.generated.operations.Tables.OUTGOING_MAIL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.application.operations.out.OutgoingMail;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record8;
import org.jooq.TableField;

/** The outbox in PostgreSQL. Letters are sealed, each for its own row; nothing of them stands in the clear. */
public final class JooqOutbox implements Outbox, OutgoingMail {

    private final JooqTransactions transactions;
    private final JooqPlatformTransactions platform;
    private final AcrossTeams acrossTeams;
    private final SecretBox box;
    private final Ids ids;
    private final InstantSource clock;

    /** An outbox for transactions of both kinds; the clock and the ids are those of the rows. */
    public JooqOutbox(JooqTransactions transactions, JooqPlatformTransactions platform, AcrossTeams acrossTeams, SecretBox box, Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.platform = platform;
        this.acrossTeams = acrossTeams;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void post(TeamId team, Letter letter, Optional<Subject> about) {
        DSLContext sql = platform.isOpen() ? platform.sql() : transactions.sql();
        if (!platform.isOpen() && !team.equals(transactions.team())) {
            throw new IllegalArgumentException("a letter of another team");
        }
        UUID id = ids.next();
        Instant now = clock.instant();
        sql.insertInto(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.TEAM_ID, team)
                .set(OUTGOING_MAIL.ID, id)
                .set(OUTGOING_MAIL.SEALED_LETTER, sealed(team, id, letter))
                .set(OUTGOING_MAIL.ABOUT_TYPE, about.map(Subject::type).orElse(null))
                .set(OUTGOING_MAIL.ABOUT_ID, about.map(Subject::id).orElse(null))
                .set(OUTGOING_MAIL.NOT_BEFORE, now)
                .set(OUTGOING_MAIL.CREATED_AT, now)
                .execute();
    }

    @Override
    public Optional<Claim> claim(Instant now, Duration lease) {
        while (true) {
            Optional<Record8<TeamId, UUID, Long, Integer, Instant, byte[], String, String>> taken = take(now, lease);
            Optional<Claim> claim = taken.flatMap(row -> opened(row, now));
            if (taken.isEmpty() || claim.isPresent()) {
                return claim;
            }
        }
    }

    /** One statement takes a letter up, so that nobody else can take it between looking and taking. */
    private Optional<Record8<TeamId, UUID, Long, Integer, Instant, byte[], String, String>> take(Instant now, Duration lease) {
        return acrossTeams.run(sql -> sql.update(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.ATTEMPTS, OUTGOING_MAIL.ATTEMPTS.plus(1))
                .set(OUTGOING_MAIL.LEASE_TOKEN, OUTGOING_MAIL.LEASE_TOKEN.plus(1))
                .set(OUTGOING_MAIL.LEASE_UNTIL, now.plus(lease))
                .where(row(OUTGOING_MAIL.TEAM_ID, OUTGOING_MAIL.ID).in(sql.select(OUTGOING_MAIL.TEAM_ID, OUTGOING_MAIL.ID)
                        .from(OUTGOING_MAIL)
                        .where(OUTGOING_MAIL.SEALED_LETTER.isNotNull())
                        .and(greatest(OUTGOING_MAIL.NOT_BEFORE, OUTGOING_MAIL.LEASE_UNTIL).le(now))
                        .orderBy(greatest(OUTGOING_MAIL.NOT_BEFORE, OUTGOING_MAIL.LEASE_UNTIL), OUTGOING_MAIL.ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returningResult(OUTGOING_MAIL.TEAM_ID, OUTGOING_MAIL.ID, OUTGOING_MAIL.LEASE_TOKEN, OUTGOING_MAIL.ATTEMPTS,
                        OUTGOING_MAIL.CREATED_AT, OUTGOING_MAIL.SEALED_LETTER, OUTGOING_MAIL.ABOUT_TYPE, OUTGOING_MAIL.ABOUT_ID)
                .fetchOptional());
    }

    /** A letter whose key is gone can never be sent; it is settled here, so that it holds up nobody. */
    private Optional<Claim> opened(Record8<TeamId, UUID, Long, Integer, Instant, byte[], String, String> taken, Instant now) {
        TeamId team = taken.value1();
        UUID id = taken.value2();
        try {
            Optional<Subject> about = Optional.ofNullable(taken.value7()).map(type -> new Subject(type, taken.value8()));
            return Optional.of(new Claim(team, id, taken.value3(), taken.value4(), taken.value5(), opened(team, id, taken.value6()), about));
        } catch (IllegalStateException notOpened) {
            settle(team, id, taken.value3(), OUTGOING_MAIL.FAILED_AT, now, Optional.of("the letter cannot be opened: its key is gone"));
            return Optional.empty();
        }
    }

    @Override
    public boolean sent(Claim claim, Instant now) {
        return settle(claim.team(), claim.id(), claim.leaseToken(), OUTGOING_MAIL.SENT_AT, now, Optional.empty());
    }

    @Override
    public boolean giveUp(Claim claim, String failure, Instant now) {
        return settle(claim.team(), claim.id(), claim.leaseToken(), OUTGOING_MAIL.FAILED_AT, now, Optional.of(failure));
    }

    @Override
    public boolean retry(Claim claim, String failure, Instant notBefore) {
        return acrossTeams.run(sql -> sql.update(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.NOT_BEFORE, notBefore)
                .set(OUTGOING_MAIL.LEASE_UNTIL, notBefore)
                .set(OUTGOING_MAIL.LEASE_TOKEN, OUTGOING_MAIL.LEASE_TOKEN.plus(1))
                .set(OUTGOING_MAIL.FAILURE, failure)
                .where(held(claim.team(), claim.id(), claim.leaseToken()))
                .execute()) == 1;
    }

    @Override
    public int forget(Instant before) {
        return acrossTeams.run(sql -> sql.deleteFrom(OUTGOING_MAIL)
                .where(OUTGOING_MAIL.SEALED_LETTER.isNull())
                .and(coalesce(OUTGOING_MAIL.SENT_AT, OUTGOING_MAIL.FAILED_AT).lt(before))
                .execute());
    }

    private boolean settle(TeamId team, UUID id, long leaseToken, TableField<Record, Instant> settledAt, Instant now,
            Optional<String> failure) {
        return acrossTeams.run(sql -> sql.update(OUTGOING_MAIL)
                .set(settledAt, now)
                .set(OUTGOING_MAIL.FAILURE, failure.orElse(null))
                .setNull(OUTGOING_MAIL.SEALED_LETTER)
                .where(held(team, id, leaseToken))
                .execute()) == 1;
    }

    private static Condition held(TeamId team, UUID id, long leaseToken) {
        return OUTGOING_MAIL.TEAM_ID.eq(team)
                .and(OUTGOING_MAIL.ID.eq(id))
                .and(OUTGOING_MAIL.LEASE_TOKEN.eq(leaseToken))
                .and(OUTGOING_MAIL.SEALED_LETTER.isNotNull());
    }

    private byte[] sealed(TeamId team, UUID id, Letter letter) {
        Map<String, String> texts = Map.of("to", letter.to(), "subject", letter.subject(), "text", letter.text());
        return box.seal(Json.write(texts).data().getBytes(StandardCharsets.UTF_8), context(team, id));
    }

    private Letter opened(TeamId team, UUID id, byte[] sealed) {
        Map<String, String> texts = Json.read(JSONB.valueOf(new String(box.open(sealed, context(team, id)), StandardCharsets.UTF_8)));
        return new Letter(texts.get("to"), texts.get("subject"), texts.get("text"));
    }

    private static String context(TeamId team, UUID id) {
        return "mail:" + team + ":" + id;
    }
}
