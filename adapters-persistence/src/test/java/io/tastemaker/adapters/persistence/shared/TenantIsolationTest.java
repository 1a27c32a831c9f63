package io.tastemaker.adapters.persistence.shared;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.application.campaigns.out.CampaignFixtures;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two teams on one connection. */
class TenantIsolationTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withConnections(1);

    private static TeamId lima;
    private static TeamId oslo;
    private static Creator ofOslo;

    @BeforeAll
    static void fill() {
        Teams teams = DATABASE.teams();
        lima = newTeam(teams);
        oslo = newTeam(teams);
        ofOslo = CreatorFixtures.bare(oslo, "ole");
        JooqCreators creators = new JooqCreators(DATABASE.transactions());
        DATABASE.transactions().run(system(oslo), "test", () -> creators.add(List.of(ofOslo)));
        DATABASE.transactions().run(system(TeamId.CATALOGUE), "test", () ->
                creators.add(List.of(CreatorFixtures.bare(TeamId.CATALOGUE, "shared"))));
        for (TeamId team : List.of(lima, oslo)) {
            addCampaign(team);
        }
    }

    @Test
    void two_teams_alternating_on_one_connection_with_errors_never_see_each_other() {
        SplittableRandom random = new SplittableRandom(7);
        int errors = 0;
        int foreign = 0;
        for (int request = 0; request < 2_000; request++) {
            TeamId team = request % 2 == 0 ? lima : oslo;
            boolean breaks = random.nextInt(10) == 0;
            try {
                foreign += DATABASE.transactions().inTransaction(system(team), "test", () -> {
                    int others = othersRows(team);
                    if (breaks) {
                        DATABASE.transactions().sql().execute("select 1 / 0");
                    }
                    return others;
                });
            } catch (RuntimeException onPurpose) {
                errors++;
            }
        }
        assertThat(foreign).isZero();
        assertThat(errors).as("errors with seed 7").isBetween(150, 250);
    }

    /** The query of a careless programmer: no condition on the team at all. */
    private static int othersRows(TeamId team) {
        return DATABASE.transactions().sql()
                .fetch("select team_id from campaigns.campaign where team_id <> ?", team.value())
                .size();
    }

    @Test
    void a_connection_outside_the_template_sees_no_rows_and_no_error() {
        for (int time = 0; time < 2; time++) { // the second time on a connection that was bound before
            assertThat(count("campaigns.campaign")).isZero();
            assertThat(count("creators.creator")).isZero();
            assertThat(count("identity.team")).isZero();
            DATABASE.transactions().run(system(lima), "test", () -> assertThat(othersRows(lima)).isZero());
        }
    }

    @Test
    void a_team_cannot_give_a_row_to_another_team() {
        assertThatThrownBy(() -> DATABASE.transactions().run(system(lima), "test", () ->
                DATABASE.transactions().sql().execute("update campaigns.campaign set team_id = ?", oslo.value())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_row_cannot_point_at_another_teams_creator() {
        String mark = "insert into creators.favorite (team_id, holder, creator_team_id, creator_id, marked_at) values (?, 'x', ?, ?, now())";
        assertThatThrownBy(() -> DATABASE.transactions().run(system(lima), "test", () ->
                DATABASE.transactions().sql().execute(mark, lima.value(), oslo.value(), ofOslo.id().value())))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> DATABASE.transactions().run(system(lima), "test", () ->
                DATABASE.transactions().sql().execute(mark, lima.value(), lima.value(), ofOslo.id().value())))
                .hasMessageContaining("foreign key");
    }

    @Test
    void the_app_role_can_neither_truncate_nor_create_nor_alter() {
        for (String forbidden : List.of("truncate campaigns.campaign", "create table campaigns.mine (x int)", "create schema mine",
                "alter table campaigns.campaign disable row level security",
                "drop policy own_rows on campaigns.campaign", "set role tastemaker_platform", "set role tastemaker_owner",
                "delete from operations.audit_entry", "update operations.audit_entry set action = ''",
                "select secret_hash from pg_authid", "call operations.own_rows_only('campaigns.campaign')")) {
            assertThatThrownBy(() -> DATABASE.transactions().run(system(lima), "test", () ->
                    DATABASE.transactions().sql().execute(forbidden)))
                    .as(forbidden).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void every_write_leaves_a_line_about_who_did_it() {
        addCampaign(lima);
        List<String> actors = DATABASE.transactions().reading(system(lima), () -> DATABASE.transactions().sql()
                .fetch("select actor || ' ' || action from operations.audit_entry order by seq").getValues(0, String.class));
        assertThat(actors).as("nobody said what it was about").isNotEmpty().containsOnly("system:test test.refused");
    }

    private static long count(String table) {
        return Database.withConnection(DATABASE.database().app(), sql -> sql.fetchSingle("select count(*) from " + table).get(0, Long.class));
    }

    private static void addCampaign(TeamId team) {
        JooqCampaigns campaigns = new JooqCampaigns(DATABASE.transactions());
        Campaign campaign = CampaignFixtures.draft(team, NOON);
        DATABASE.transactions().run(system(team), "test", () -> campaigns.add(campaign));
    }
}
