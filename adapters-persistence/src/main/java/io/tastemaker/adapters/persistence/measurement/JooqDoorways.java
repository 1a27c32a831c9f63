package io.tastemaker.adapters.persistence.measurement;

import static io.tastemaker.adapters.persistence.generated.measurement.Tables.CONVERSION_SECRET;
import static io.tastemaker.adapters.persistence.generated.measurement.Tables.TRACKED_LINK;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.application.measurement.out.Doorways;
import io.tastemaker.domain.measurement.LinkTarget;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What strangers reach, in PostgreSQL. Where a link leads is remembered for some seconds: a post that many people see asks once. */
public final class JooqDoorways implements Doorways {

    /** How long an archived link may lead on, and one of an archived campaign count. */
    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private static final String ADD = """
            insert into measurement.click_day (team_id, tracked_link_id, on_day, clicks)
            select sent.team_id, sent.id, sent.on_day, sent.clicks
              from unnest({0}::uuid[], {1}::uuid[], {2}::date[], {3}::bigint[]) as sent (team_id, id, on_day, clicks)
              join measurement.tracked_link link on link.team_id = sent.team_id and link.id = sent.id
             order by 1, 2, 3
            on conflict (team_id, tracked_link_id, on_day) do update set clicks = click_day.clicks + excluded.clicks""";

    private final AcrossTeams acrossTeams;
    private final Cache<String, Optional<Door>> doors;

    public JooqDoorways(AcrossTeams acrossTeams) {
        this(acrossTeams, MEMORY);
    }

    JooqDoorways(AcrossTeams acrossTeams, Duration memory) {
        this.acrossTeams = acrossTeams;
        this.doors = Caffeine.newBuilder().expireAfterWrite(memory).maximumSize(MOST).build();
    }

    @Override
    public Optional<Door> findLink(String code) {
        return doors.get(code, this::lookUp);
    }

    private Optional<Door> lookUp(String code) {
        return acrossTeams.run(sql -> sql.select(TRACKED_LINK.TEAM_ID, TRACKED_LINK.ID, TRACKED_LINK.TARGET, DSL.field(counts()))
                .from(TRACKED_LINK)
                .where(TRACKED_LINK.CODE.eq(code).and(TRACKED_LINK.ARCHIVED_AT.isNull()).and(lives(TRACKED_LINK.TEAM_ID)))
                .orderBy(TRACKED_LINK.CREATED_AT)
                .limit(1)
                .fetchOptional(row -> new Door(row.value1(), row.value2(), new LinkTarget(row.value3()), row.value4())));
    }

    @Override
    public Optional<TeamId> findTeam(CampaignId campaign) {
        return acrossTeams.run(sql -> sql.select(CONVERSION_SECRET.TEAM_ID)
                .from(CONVERSION_SECRET)
                .where(CONVERSION_SECRET.CAMPAIGN_ID.eq(campaign).and(lives(CONVERSION_SECRET.TEAM_ID)))
                .limit(1)
                .fetchOptional(CONVERSION_SECRET.TEAM_ID));
    }

    @Override
    public void add(Collection<Clicks> clicks) {
        List<Clicks> ordered = clicks.stream().sorted(Comparator.comparing((Clicks each) -> each.link().toString()).thenComparing(Clicks::day)).toList();
        acrossTeams.run(sql -> sql.execute(ADD,
                DSL.val(column(ordered, each -> each.team().value(), UUID[]::new)), DSL.val(column(ordered, each -> each.link().value(), UUID[]::new)),
                DSL.val(column(ordered, Clicks::day, LocalDate[]::new)), DSL.val(column(ordered, Clicks::count, Long[]::new))));
    }

    private static <T> T[] column(List<Clicks> clicks, Function<Clicks, T> value, IntFunction<T[]> array) {
        return clicks.stream().map(value).toArray(array);
    }

    /** Of the campaign it is asked alone whether it is archived. */
    private static Condition counts() {
        return DSL.condition("not exists (select from campaigns.campaign put_away where put_away.team_id = {0} and put_away.id = {1} "
                + "and put_away.status = 'archived')", TRACKED_LINK.TEAM_ID, TRACKED_LINK.CAMPAIGN_ID);
    }

    private static Condition lives(Field<TeamId> team) {
        return DSL.condition("exists (select from identity.team living where living.team_id = {0} and living.deleted_at is null)", team);
    }
}
