package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.integrations.standin.Mischief;
import io.tastemaker.adapters.integrations.standin.StandInCreatorSource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts are fetched for the whole program, from a server that plays their source and is told to fail. */
class CreatorSourceOfTheProgramTest {

    private StandInCreatorSource source;
    private ContentProgram program;

    @BeforeEach
    void start() {
        source = new StandInCreatorSource(InstantSource.system());
        program = new ContentProgram(Map.of("DECODO_API_KEY", StandInCreatorSource.KEY, "DECODO_API_BASE", source.base().toString()));
    }

    @AfterEach
    void stop() {
        program.close();
        source.close();
    }

    private JsonNode lookUp(String handle) {
        JsonNode job = program.post(202, "/creators/lookups", "{\"platform\":\"instagram\",\"handle\":\"" + handle + "\"}");
        return program.ended(job.get("job_id").asText());
    }

    /** The creator becomes the team's, so that nothing has to be unlocked. */
    private String own(String handle) {
        return program.post(201, "/creators", "{\"platform\":\"instagram\",\"handle\":\"" + handle + "\"}").get("id").asText();
    }

    private JsonNode profile(String creator) {
        return program.get("/creators/" + creator + "/content-profile");
    }

    private String sourcesHealth() {
        return Api.tree(program.asOperator("/health")).get("components").valueStream()
                .filter(part -> part.get("name").asText().equals("creator_source")).findFirst().orElseThrow().get("status").asText();
    }

    @Test
    void whom_nobody_knows_becomes_a_creator_of_the_catalogue_with_posts_that_are_read() {
        assertThat(lookUp("new.face").get("status").asText()).isEqualTo("succeeded");

        JsonNode found = program.get("/creators/by-handle/instagram/new.face");
        String creator = found.get("id").asText();
        assertThat(found.get("scope").asText()).isEqualTo("catalogue");
        assertThat(found.get("followers").asLong()).isPositive();
        assertThat(found.at("/observed/followers/kind").asText()).isEqualTo("measured");
        assertThat(found.at("/observed/followers/source").asText()).isEqualTo("source:decodo");
        assertThat(program.ask("/creators/" + creator + "/posts", "application/json").statusCode()).as("locked").isEqualTo(403);
        program.post(201, "/creators/" + creator + "/unlock", "");
        assertThat(program.get("/creators/" + creator + "/posts").get("items")).hasSize(12).allSatisfy(post ->
                assertThat(post.at("/analysis/results/sentiment/label").asText()).isNotEmpty());
        JsonNode shown = profile(creator);
        assertThat(shown.at("/profile/basis/analysed").asInt()).isEqualTo(12);
        assertThat(shown.at("/profile/engagement/rate/sample_size").asInt()).as("followers are known").isEqualTo(12);
        assertThat(shown.at("/freshness/source").asText()).isEqualTo("decodo");
        assertThat(shown.get("related_accounts").findValuesAsText("handle")).containsExactly("new.face.too", "the.new.face");
        assertThat(program.post(200, "/creators/" + creator + "/refresh", "").get("creator_id").asText()).as("young enough").isEqualTo(creator);
        assertThat(source.asked()).containsExactly("new.face");
    }

    @Test
    void an_account_that_is_not_there_is_no_creator() {
        JsonNode job = lookUp("missing.face");

        assertThat(job.get("status").asText()).isEqualTo("failed");
        assertThat(job.get("failure").asText()).contains("no such account");
        assertThat(program.ask("/creators/by-handle/instagram/missing.face", "application/json").statusCode()).isEqualTo(404);
    }

    @Test
    void while_the_source_is_down_what_is_known_is_served_and_marked_as_stale() {
        String creator = own("mara");
        lookUp("mara");
        JsonNode young = profile(creator);
        assertThat(young.at("/freshness/stale").asBoolean()).isFalse();
        assertThat(young.at("/profile/basis/posts").asInt()).isEqualTo(12);

        source.always(Mischief.UNAUTHORIZED);
        program.clock().advance(Duration.ofHours(25));
        JsonNode job = program.ended(program.post(202, "/creators/" + creator + "/refresh", "").get("job_id").asText());

        assertThat(job.get("status").asText()).isEqualTo("failed");
        assertThat(job.get("failure").asText()).contains("status 401");
        JsonNode stale = profile(creator);
        assertThat(stale.at("/freshness/stale").asBoolean()).isTrue();
        assertThat(stale.at("/freshness/last_failure/reason").asText()).isEqualTo("rejected");
        assertThat(stale.at("/freshness/last_failure/detail").asText()).isEqualTo("status 401");
        assertThat(stale.get("profile")).as("nothing was lost").isEqualTo(young.get("profile"));
        source.behaves();
        program.clock().advance(Duration.ofMinutes(2));
        assertThat(lookUp("mara").get("status").asText()).isEqualTo("succeeded");
        assertThat(profile(creator).at("/freshness/last_failure").isNull()).isTrue();
        assertThat(profile(creator).at("/freshness/stale").asBoolean()).isFalse();
    }

    @Test
    void whatever_the_source_answers_is_no_fault_of_ours() {
        String creator = own("mara");
        source.retryAfter("600");
        for (Mischief mischief : List.of(Mischief.UNAUTHORIZED, Mischief.FORBIDDEN, Mischief.NOT_FOUND, Mischief.TOO_MANY, Mischief.HTML,
                Mischief.TRUNCATED, Mischief.REDIRECT, Mischief.GONE, Mischief.ANOTHER_HANDLE)) {
            source.behaves().always(mischief);
            HttpResponse<String> taken = program.send("/creators/" + creator + "/refresh", "");
            assertThat(taken.statusCode()).as(mischief + ": " + taken.body()).isEqualTo(202);
            JsonNode job = program.ended(Api.tree(taken).get("job_id").asText());
            assertThat(job.get("status").asText()).as(mischief.name()).isEqualTo("failed");
            JsonNode shown = profile(creator);
            assertThat(shown.at("/freshness/last_failure/reason").asText()).as(mischief.name()).isIn("rejected", "unknown_account", "rate_limited",
                    "unusable_answer", "breaker_open");
            assertThat(program.ask("/creators/search/filters", "application/json").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_source_that_fails_once_is_asked_again_and_one_that_fails_on_is_left_alone() {
        source.first(Mischief.ERROR);
        assertThat(lookUp("patient").get("status").asText()).as("the second attempt").isEqualTo("succeeded");
        assertThat(sourcesHealth()).isEqualTo("up");

        source.always(Mischief.HTML);
        for (int call = 0; call < 5; call++) {
            assertThat(lookUp("face" + call).get("status").asText()).isEqualTo("failed");
        }
        int asked = source.asked().size();
        assertThat(lookUp("one.more").get("failure").asText()).contains("failed several times in a row");
        assertThat(source.asked()).hasSize(asked);
        assertThat(sourcesHealth()).isEqualTo("degraded");
        source.behaves();
        program.clock().advance(Duration.ofSeconds(61));
        assertThat(lookUp("one.more").get("status").asText()).isEqualTo("succeeded");
        assertThat(sourcesHealth()).isEqualTo("up");
    }

    @Test
    void posts_that_nobody_knows_yet_are_fetched_before_they_are_analysed() {
        String creator = own("mara");

        JsonNode job = program.post(202, "/creators/" + creator + "/post-analytics", "{}");
        assertThat(program.ended(job.get("job_id").asText()).get("status").asText()).isEqualTo("succeeded");
        JsonNode read = program.post(200, "/creators/" + creator + "/post-analytics", "{\"latest\":5}");
        assertThat(read.get("posts")).hasSize(5);
        assertThat(read.at("/charge/sources/0/left").asInt()).as("of the 300 of the plan").isEqualTo(299);
    }
}
