package io.tastemaker.adapters.persistence.outreach;

import static io.tastemaker.adapters.persistence.generated.outreach.Tables.INVITATION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.LivingTeams;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.TableField;

/** Invitations in PostgreSQL. */
public final class JooqInvitations implements Invitations {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            INVITATION.TEAM_ID, INVITATION.ID, INVITATION.VERSION, INVITATION.CAMPAIGN_ID, INVITATION.CREATOR_TEAM_ID, INVITATION.CREATOR_ID,
            INVITATION.EMAIL, INVITATION.SUBJECT, INVITATION.BODY, INVITATION.DAYS, INVITATION.REMIND_AFTER_DAYS, INVITATION.STATUS,
            INVITATION.SENT_AT, INVITATION.EXPIRES_AT, INVITATION.REMINDERS, INVITATION.REMIND_AT, INVITATION.OPENED_AT, INVITATION.REPLIED_AT,
            INVITATION.ENDED_AT, INVITATION.INVITED_BY, INVITATION.CREATED_AT);

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqInvitations(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public List<Invitation> add(List<Invitation> invitations) {
        return invitations.stream().filter(this::isAdded).toList();
    }

    private boolean isAdded(Invitation invitation) {
        return transactions.sql().insertInto(INVITATION)
                .set(INVITATION.TEAM_ID, invitation.team())
                .set(INVITATION.ID, invitation.id())
                .set(INVITATION.CAMPAIGN_ID, invitation.campaign())
                .set(INVITATION.CREATOR_TEAM_ID, invitation.creatorOwner())
                .set(INVITATION.CREATOR_ID, invitation.creator())
                .set(INVITATION.SUBJECT, invitation.wording().subject())
                .set(INVITATION.BODY, invitation.wording().body())
                .set(INVITATION.DAYS, invitation.terms().days())
                .set(INVITATION.REMIND_AFTER_DAYS, invitation.terms().remindAfterDays().toArray(Integer[]::new))
                .set(INVITATION.INVITED_BY, invitation.invitedBy())
                .set(INVITATION.CREATED_AT, invitation.createdAt())
                .set(changeable(invitation))
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public Optional<Invitation> find(InvitationId id) {
        return one(id).fetchOptional(JooqInvitations::invitation);
    }

    @Override
    public Optional<Invitation> hold(InvitationId id) {
        return one(id).forUpdate().fetchOptional(JooqInvitations::invitation);
    }

    private SelectConditionStep<Record> one(InvitationId id) {
        return transactions.sql().select(COLUMNS).from(INVITATION).where(own().and(INVITATION.ID.eq(id)));
    }

    @Override
    public boolean replace(Invitation invitation) {
        return transactions.sql().update(INVITATION)
                .set(changeable(invitation))
                .where(own().and(INVITATION.ID.eq(invitation.id())).and(INVITATION.VERSION.eq(invitation.version() - 1)))
                .execute() == 1;
    }

    @Override
    public Map<CreatorId, Invitation> latest(CampaignId campaign, Collection<CreatorId> creators) {
        if (creators.isEmpty()) {
            return Map.of();
        }
        return transactions.sql().select(COLUMNS).distinctOn(INVITATION.CREATOR_ID)
                .from(INVITATION)
                .where(own().and(INVITATION.CAMPAIGN_ID.eq(campaign)).and(INVITATION.CREATOR_ID.in(creators)))
                .orderBy(INVITATION.CREATOR_ID, INVITATION.CREATED_AT.desc(), INVITATION.ID.desc())
                .fetch(JooqInvitations::invitation).stream()
                .collect(Collectors.toMap(Invitation::creator, Function.identity()));
    }

    @Override
    public Page<Invitation> list(Filter filter, PageRequest page) {
        Condition wanted = own();
        if (filter.campaign().isPresent()) {
            wanted = wanted.and(INVITATION.CAMPAIGN_ID.eq(filter.campaign().get()));
        }
        if (filter.status().isPresent()) {
            wanted = wanted.and(INVITATION.STATUS.eq(filter.status().get()));
        }
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(INVITATION.CREATED_AT, INVITATION.ID).lt(after.time(), new InvitationId(after.id())));
        }
        List<Invitation> found = transactions.sql().select(COLUMNS)
                .from(INVITATION)
                .where(wanted)
                .orderBy(INVITATION.CREATED_AT.desc(), INVITATION.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqInvitations::invitation);
        return Page.of(found, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    private record Taken(Due due, Instant dueAt) {}

    /** One statement takes them up, so that nobody else can take one between looking and taking. */
    @Override
    public List<Due> claimDue(Instant now, Duration lease, int most) {
        var due = INVITATION.as("due");
        List<Taken> taken = acrossTeams.run(sql -> sql.update(INVITATION)
                .set(INVITATION.ATTEND_AT, now.plus(lease))
                .from(sql.select(due.TEAM_ID, due.ID, due.ATTEND_AT)
                        .from(due)
                        .where(due.ATTEND_AT.le(now))
                        .and(LivingTeams.isOf(due.TEAM_ID))
                        .orderBy(due.ATTEND_AT, due.ID)
                        .limit(most)
                        .forUpdate()
                        .skipLocked()
                        .asTable("chosen", "team_id", "id", "attend_at"))
                .where("invitation.team_id = chosen.team_id and invitation.id = chosen.id")
                .returningResult(INVITATION.TEAM_ID, INVITATION.ID, field("chosen.attend_at", INVITATION.ATTEND_AT.getDataType()))
                .fetch(row -> new Taken(new Due(row.value1(), row.value2()), row.value3())));
        return taken.stream().sorted(Comparator.comparing(Taken::dueAt).thenComparing(one -> one.due().invitation().value()))
                .map(Taken::due).toList();
    }

    private Condition own() {
        return INVITATION.TEAM_ID.eq(transactions.team());
    }

    /** What a change may change, and with it when somebody is to look at it next. */
    private static Map<Field<?>, Object> changeable(Invitation invitation) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(INVITATION.VERSION, invitation.version());
        values.put(INVITATION.EMAIL, invitation.email());
        values.put(INVITATION.STATUS, invitation.status());
        values.put(INVITATION.SENT_AT, invitation.sentAt());
        values.put(INVITATION.EXPIRES_AT, invitation.expiresAt());
        values.put(INVITATION.REMINDERS, invitation.reminders());
        values.put(INVITATION.REMIND_AT, invitation.remindAt().orElse(null));
        values.put(INVITATION.OPENED_AT, invitation.openedAt().orElse(null));
        values.put(INVITATION.REPLIED_AT, invitation.repliedAt().orElse(null));
        values.put(INVITATION.ENDED_AT, invitation.endedAt().orElse(null));
        values.put(INVITATION.ATTEND_AT, invitation.dueAt().orElse(null));
        return values;
    }

    private static Invitation invitation(Record row) {
        return new Invitation(
                row.get(INVITATION.ID),
                row.get(INVITATION.TEAM_ID),
                row.get(INVITATION.VERSION),
                row.get(INVITATION.CAMPAIGN_ID),
                row.get(INVITATION.CREATOR_ID),
                row.get(INVITATION.CREATOR_TEAM_ID),
                row.get(INVITATION.EMAIL),
                new Wording(row.get(INVITATION.SUBJECT), row.get(INVITATION.BODY)),
                new InvitationTerms(row.get(INVITATION.DAYS), List.of(row.get(INVITATION.REMIND_AFTER_DAYS))),
                row.get(INVITATION.STATUS),
                row.get(INVITATION.SENT_AT),
                row.get(INVITATION.EXPIRES_AT),
                row.get(INVITATION.REMINDERS),
                Optional.ofNullable(row.get(INVITATION.REMIND_AT)),
                Optional.ofNullable(row.get(INVITATION.OPENED_AT)),
                Optional.ofNullable(row.get(INVITATION.REPLIED_AT)),
                Optional.ofNullable(row.get(INVITATION.ENDED_AT)),
                row.get(INVITATION.INVITED_BY),
                row.get(INVITATION.CREATED_AT));
    }
}
