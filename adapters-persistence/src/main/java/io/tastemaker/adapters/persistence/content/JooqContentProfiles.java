package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.adapters.persistence.generated.content.Tables.PROFILE;
import static io.tastemaker.adapters.persistence.generated.content.Tables.PROFILE_DAY;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.LivingTeams;
import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Profiles in PostgreSQL. */
public final class JooqContentProfiles implements ContentProfiles {

    private static final List<Field<?>> COLUMNS = List.of(
            PROFILE.TEAM_ID, PROFILE.CREATOR_TEAM_ID, PROFILE.CREATOR_ID, PROFILE.COMPUTED_AT, PROFILE.DOCUMENT);

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqContentProfiles(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    /** Whether any team has posts that were or will be looked at. */
    public boolean isAny() {
        return acrossTeams.run(sql -> sql.fetchExists(sql.select(PROFILE.TEAM_ID).from(PROFILE)));
    }

    @Override
    public Optional<ContentProfile> find(CreatorId creator) {
        return transactions.sql().select(COLUMNS).from(PROFILE)
                .where(PROFILE.CREATOR_ID.eq(creator)).and(PROFILE.COMPUTED_AT.isNotNull())
                .orderBy(PROFILE.TEAM_ID.eq(transactions.team()).desc())
                .limit(1)
                .fetchOptional(JooqContentProfiles::profile);
    }

    @Override
    public Optional<Outdated> outdated(CreatorId creator) {
        return transactions.sql().select(PROFILE.CREATOR_TEAM_ID, PROFILE.CREATOR_ID, PROFILE.OUTDATED_SINCE).from(PROFILE)
                .where(own(creator)).and(PROFILE.OUTDATED_SINCE.isNotNull())
                .fetchOptional(row -> new Outdated(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public void outdate(TeamId creatorOwner, CreatorId creator, Instant now) {
        transactions.sql().insertInto(PROFILE)
                .set(PROFILE.TEAM_ID, transactions.team())
                .set(PROFILE.CREATOR_TEAM_ID, creatorOwner)
                .set(PROFILE.CREATOR_ID, creator)
                .set(PROFILE.OUTDATED_SINCE, now.truncatedTo(ChronoUnit.MICROS))
                .onConflict(PROFILE.TEAM_ID, PROFILE.CREATOR_ID)
                .doUpdate()
                .set(PROFILE.OUTDATED_SINCE, DSL.field("greatest({0}, {1} + interval '1 microsecond')", PROFILE.OUTDATED_SINCE.getDataType(),
                        DSL.excluded(PROFILE.OUTDATED_SINCE), PROFILE.OUTDATED_SINCE))
                .execute();
    }

    @Override
    public List<Outdated> listOutdated(int most) {
        return transactions.sql().select(PROFILE.CREATOR_TEAM_ID, PROFILE.CREATOR_ID, PROFILE.OUTDATED_SINCE).from(PROFILE)
                .where(PROFILE.TEAM_ID.eq(transactions.team())).and(PROFILE.OUTDATED_SINCE.isNotNull())
                .orderBy(PROFILE.OUTDATED_SINCE, PROFILE.CREATOR_ID)
                .limit(most)
                .fetch(row -> new Outdated(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public boolean save(ContentProfile profile, ProfileSnapshot day, Instant seen) {
        if (!profile.owner().equals(transactions.team())) {
            throw new IllegalArgumentException("a profile of another team");
        }
        Field<Instant> stillOutdated = DSL.when(PROFILE.OUTDATED_SINCE.ne(seen.truncatedTo(ChronoUnit.MICROS)), PROFILE.OUTDATED_SINCE);
        int kept = transactions.sql().insertInto(PROFILE)
                .set(PROFILE.TEAM_ID, profile.owner())
                .set(PROFILE.CREATOR_TEAM_ID, profile.creatorOwner())
                .set(PROFILE.CREATOR_ID, profile.creator())
                .set(PROFILE.COMPUTED_AT, profile.computedAt())
                .set(PROFILE.PRIMARY_CATEGORY, profile.primaryCategory().map(primary -> primary.value().value()).orElse(null))
                .set(PROFILE.POSTS, profile.basis().posts())
                .set(PROFILE.DOCUMENT, ProfileJson.write(profile))
                .onConflict(PROFILE.TEAM_ID, PROFILE.CREATOR_ID)
                .doUpdate()
                .set(PROFILE.OUTDATED_SINCE, stillOutdated)
                .set(PROFILE.COMPUTED_AT, DSL.excluded(PROFILE.COMPUTED_AT))
                .set(PROFILE.PRIMARY_CATEGORY, DSL.excluded(PROFILE.PRIMARY_CATEGORY))
                .set(PROFILE.POSTS, DSL.excluded(PROFILE.POSTS))
                .set(PROFILE.DOCUMENT, DSL.excluded(PROFILE.DOCUMENT))
                .where(PROFILE.OUTDATED_SINCE.isNotNull().or(PROFILE.COMPUTED_AT.isNull()))
                .execute();
        if (kept > 0) {
            save(profile, day);
        }
        return kept > 0;
    }

    private void save(ContentProfile profile, ProfileSnapshot day) {
        transactions.sql().insertInto(PROFILE_DAY)
                .set(PROFILE_DAY.TEAM_ID, profile.owner())
                .set(PROFILE_DAY.CREATOR_ID, profile.creator())
                .set(PROFILE_DAY.ON_DAY, day.on())
                .set(PROFILE_DAY.DOCUMENT, ProfileJson.write(day))
                .onConflict(PROFILE_DAY.TEAM_ID, PROFILE_DAY.CREATOR_ID, PROFILE_DAY.ON_DAY)
                .doUpdate()
                .set(PROFILE_DAY.DOCUMENT, DSL.excluded(PROFILE_DAY.DOCUMENT))
                .execute();
    }

    @Override
    public List<ProfileSnapshot> history(CreatorId creator, LocalDate from, LocalDate to) {
        return transactions.sql().select(PROFILE_DAY.ON_DAY, PROFILE_DAY.DOCUMENT).from(PROFILE_DAY)
                .where(PROFILE_DAY.CREATOR_ID.eq(creator)).and(PROFILE_DAY.ON_DAY.between(from, to))
                .and(PROFILE_DAY.TEAM_ID.eq(view(creator)))
                .orderBy(PROFILE_DAY.ON_DAY)
                .fetch(row -> ProfileJson.readDay(row.value1(), row.value2()));
    }

    /** Whose view of a creator the team has: its own, where it has one. */
    private TeamId view(CreatorId creator) {
        return find(creator).map(ContentProfile::owner).orElseGet(transactions::team);
    }

    @Override
    public List<ContentProfile> about(Category category, CreatorId except, int most) {
        return transactions.sql().select(COLUMNS).from(PROFILE)
                .where(PROFILE.PRIMARY_CATEGORY.eq(category)).and(PROFILE.CREATOR_ID.ne(except))
                .and(PROFILE.TEAM_ID.eq(transactions.team()).or(DSL.condition("""
                        not exists (select from content.profile mine
                                     where mine.team_id = {0} and mine.creator_id = {1} and mine.document is not null)""",
                        DSL.val(transactions.team().value()), PROFILE.CREATOR_ID)))
                .orderBy(PROFILE.POSTS.desc(), PROFILE.CREATOR_ID)
                .limit(most)
                .fetch(JooqContentProfiles::profile);
    }

    @Override
    public List<TeamId> teamsWithOutdated(Instant before, int most) {
        return acrossTeams.run(sql -> sql.select(PROFILE.TEAM_ID).from(PROFILE)
                .where(PROFILE.OUTDATED_SINCE.lt(before))
                .and(LivingTeams.isOf(PROFILE.TEAM_ID))
                .groupBy(PROFILE.TEAM_ID)
                .orderBy(DSL.min(PROFILE.OUTDATED_SINCE), PROFILE.TEAM_ID)
                .limit(most)
                .fetch(PROFILE.TEAM_ID));
    }

    private Condition own(CreatorId creator) {
        return PROFILE.TEAM_ID.eq(transactions.team()).and(PROFILE.CREATOR_ID.eq(creator));
    }

    private static ContentProfile profile(Record row) {
        return ProfileJson.read(row.get(PROFILE.TEAM_ID), row.get(PROFILE.CREATOR_TEAM_ID), row.get(PROFILE.CREATOR_ID),
                row.get(PROFILE.COMPUTED_AT), row.get(PROFILE.DOCUMENT));
    }
}
