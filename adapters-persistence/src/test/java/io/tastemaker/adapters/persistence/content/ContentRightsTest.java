package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.operations.JooqJobs;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.content.out.ContentFixtures;
import io.tastemaker.application.content.out.SourceStates;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may read and write posts and what follows from them, whatever a careless statement asks for. */
class ContentRightsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final List<String> SHARED = List.of("post", "post_analysis", "profile", "profile_day", "source_state");
    private static final List<String> OWN = List.of("analysis_job", "analysis_log", "post_import", "post_import_fault");
    private static final List<String> FOUND = List.of("profile", "source_state");

    private static TeamId lima;
    private static TeamId oslo;
    private static Creator ofOslo;
    private static Creator ofCatalogue;

    @BeforeAll
    static void fill() {
        lima = newTeam(DATABASE.teams());
        oslo = newTeam(DATABASE.teams());
        fill(lima);
        ofOslo = fill(oslo);
        ofCatalogue = fill(TeamId.CATALOGUE);
    }

    /** A row in each table. */
    private static Creator fill(TeamId team) {
        Creator creator = CreatorFixtures.bare(team, "c." + SeededIds.next());
        Post post = ContentFixtures.full(team, creator, "k1");
        ContentProfile profile = ContentFixtures.profile(team, creator, NOON, 10);
        JobId job = new JobId(SeededIds.next());
        ContentAnalysis analysis = new ContentAnalysis(job, team, new ContentAnalysis.Options(Optional.empty(), false),
                ContentAnalysis.Report.NONE);
        PostImport postImport = new PostImport(job, team, new CreatorImport.ListFile("key", "posts.csv", 1, "ab".repeat(32)),
                new PostImport.Options(Optional.empty(), Optional.empty(), Map.of(), Optional.empty()), NOON, CreatorImport.Report.NONE);
        JooqPosts posts = new JooqPosts(DATABASE.transactions());
        JooqContentAnalyses analyses = new JooqContentAnalyses(DATABASE.transactions());
        JooqPostImports imports = new JooqPostImports(DATABASE.transactions());
        DATABASE.transactions().run(system(team), "test", () -> {
            new JooqCreators(DATABASE.transactions()).add(List.of(creator));
            posts.add(List.of(post));
            posts.keep(List.of(ContentFixtures.analysis(post, 1)));
            new JooqContentProfiles(DATABASE.transactions(), DATABASE.acrossTeams()).save(profile, ProfileSnapshot.of(profile), NOON);
            new JooqSourceStates(DATABASE.transactions(), DATABASE.acrossTeams())
                    .save(new SourceState(team, creator.id(), "decodo", Optional.empty(), NOON, Optional.empty(), List.of()));
            new JooqJobs(DATABASE.transactions(), DATABASE.acrossTeams()).add(Job.queued(job, team, "test", "test", Map.of(), NOON));
            analyses.add(analysis);
            analyses.advance(analysis, List.of(new LogLine(NOON, LogLine.Level.INFO, "begins")));
            imports.add(postImport);
            imports.advance(postImport, List.of(new RowFault(1, 2, "", "", RowFault.Code.NO_POST, "")));
        });
        return creator;
    }

    @Test
    void a_team_sees_its_own_rows_and_of_what_is_shared_the_catalogues() {
        for (String table : SHARED) {
            assertThat(teams(lima, table)).as(table).containsExactlyInAnyOrder(lima.toString(), TeamId.CATALOGUE.toString());
        }
        for (String table : OWN) {
            assertThat(teams(lima, table)).as(table).containsExactly(lima.toString());
        }
        for (String table : all()) {
            assertThat(teams(TeamId.CATALOGUE, table)).as("the catalogue, of %s", table).containsExactly(TeamId.CATALOGUE.toString());
        }
    }

    @Test
    void a_team_changes_its_own_rows_only() {
        for (String table : List.of("post", "post_analysis", "profile", "profile_day", "source_state", "analysis_job", "post_import")) {
            assertThat(asTeam(lima, "update content." + table + " set team_id = team_id")).as(table)
                    .isEqualTo((int) count(lima, table));
            assertThatThrownBy(() -> asTeam(lima, "update content." + table + " set team_id = '" + TeamId.CATALOGUE + "'")).as(table)
                    .hasMessageContaining("row-level security");
        }
        for (String table : all()) {
            assertThatThrownBy(() -> asTeam(lima, "delete from content." + table)).as(table).hasMessageContaining("permission denied");
        }
        for (String table : List.of("analysis_log", "post_import_fault")) {
            assertThatThrownBy(() -> asTeam(lima, "update content." + table + " set number = 2")).as(table)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_post_and_a_profile_are_of_a_creator_of_the_team_or_of_the_catalogue() {
        String post = "insert into content.post (team_id, id, creator_team_id, creator_id, key, caption, raw, source, observed_at) "
                + "values ('%s', gen_random_uuid(), '%s', '%s', '%s', '', '{}', '', now())";
        String profile = "insert into content.profile (team_id, creator_team_id, creator_id) values ('%s', '%s', '%s')";
        assertThat(asTeam(lima, post.formatted(lima, TeamId.CATALOGUE, ofCatalogue.id(), "k2"))).isEqualTo(1);
        for (String insert : List.of(post, profile)) {
            assertThatThrownBy(() -> asTeam(lima, insert.formatted(lima, oslo, ofOslo.id(), "k3"))).hasMessageContaining("check constraint");
            assertThatThrownBy(() -> asTeam(lima, insert.formatted(lima, lima, ofOslo.id(), "k3"))).hasMessageContaining("foreign key");
            assertThatThrownBy(() -> asTeam(lima, insert.formatted(oslo, oslo, ofOslo.id(), "k3")))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void the_platform_finds_what_is_outdated_or_due_and_reads_nothing_else() {
        for (String table : all()) {
            List<String> teams = DATABASE.acrossTeams().run(sql ->
                    sql.fetch("select team_id::text from content." + table).getValues(0, String.class));
            List<String> everybody = List.of(lima.toString(), oslo.toString(), TeamId.CATALOGUE.toString());
            assertThat(teams.containsAll(everybody)).as(table).isEqualTo(FOUND.contains(table));
            assertThat(teams.isEmpty()).as(table).isNotEqualTo(FOUND.contains(table));
        }
    }

    @Test
    void the_platform_writes_nothing_and_removes_nothing_of_a_team_that_lives() {
        for (String table : all()) {
            assertThatThrownBy(() -> asPlatform("update content." + table + " set team_id = team_id")).as(table)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> asPlatform("insert into content." + table + " default values")).as(table)
                    .hasMessageContaining("permission denied");
            assertThat(asPlatform("delete from content." + table)).as(table).isZero();
        }
    }

    @Test
    void nothing_is_outdated_or_due_of_a_team_that_is_closed() {
        TeamId closing = newTeam(DATABASE.teams());
        Creator creator = fill(closing);
        JooqContentProfiles profiles = new JooqContentProfiles(DATABASE.transactions(), DATABASE.acrossTeams());
        JooqSourceStates states = new JooqSourceStates(DATABASE.transactions(), DATABASE.acrossTeams());
        DATABASE.transactions().run(system(closing), "test", () -> profiles.outdate(closing, creator.id(), NOON));
        SourceStates.Due due = new SourceStates.Due(closing, creator.id());
        assertThat(profiles.teamsWithOutdated(NOON.plusSeconds(1), 100)).contains(closing);
        assertThat(states.due(NOON, NOON, NOON, 100)).contains(due);

        asTeam(closing, "update identity.team set deleted_at = now() where team_id = '" + closing + "'");

        assertThat(profiles.teamsWithOutdated(NOON.plusSeconds(1), 100)).doesNotContain(closing);
        assertThat(states.due(NOON, NOON, NOON, 100)).doesNotContain(due);
        asTeam(closing, "update identity.team set deleted_at = null where team_id = '" + closing + "'");
    }

    @Test
    void what_is_of_a_creator_goes_with_it_whoever_has_it() {
        TeamId team = newTeam(DATABASE.teams());
        Creator shared = fill(TeamId.CATALOGUE);
        Post mine = ContentFixtures.full(team, shared, "k1");
        JooqContentProfiles profiles = new JooqContentProfiles(DATABASE.transactions(), DATABASE.acrossTeams());
        ContentProfile profile = ContentFixtures.profile(team, shared, NOON, 10);
        DATABASE.transactions().run(system(team), "test", () -> {
            new JooqPosts(DATABASE.transactions()).add(List.of(mine));
            new JooqPosts(DATABASE.transactions()).keep(List.of(ContentFixtures.analysis(mine, 1)));
            profiles.save(profile, ProfileSnapshot.of(profile), NOON);
        });
        for (String table : List.of("post", "post_analysis", "profile", "profile_day")) {
            assertThat(teams(team, table)).as(table).contains(team.toString());
        }

        DATABASE.transactions().run(system(TeamId.CATALOGUE), "test", () -> new JooqCreators(DATABASE.transactions()).remove(shared));

        for (String table : List.of("post", "post_analysis", "profile", "profile_day")) {
            assertThat(teams(team, table)).as(table).doesNotContain(team.toString());
        }
        assertThat(asTeam(team, "select from content.source_state where creator_id = '" + shared.id() + "'")).isZero();
    }

    private static List<String> all() {
        return Stream.of(SHARED, OWN).flatMap(List::stream).toList();
    }

    private static List<String> teams(TeamId team, String table) {
        return DATABASE.transactions().alone(team, sql ->
                sql.fetch("select distinct team_id::text from content." + table).getValues(0, String.class));
    }

    private static long count(TeamId team, String table) {
        return DATABASE.transactions().<Long>alone(team, sql ->
                sql.fetchSingle("select count(*) from content." + table + " where team_id = '" + team + "'").get(0, Long.class));
    }

    private static int asTeam(TeamId team, String statement) {
        return DATABASE.transactions().alone(team, sql -> sql.execute(statement));
    }

    private static int asPlatform(String statement) {
        return DATABASE.acrossTeams().run(sql -> sql.execute(statement));
    }
}
