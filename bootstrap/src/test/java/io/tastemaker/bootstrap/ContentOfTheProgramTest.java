package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts from lists, through the rules, to profiles and searches: the whole program, with nothing set up that reads or fetches elsewhere. */
class ContentOfTheProgramTest {

    private static final List<String> BEAUTY = List.of("I love this lipstick, what a wonderful color! #makeup #beauty",
            "My favorite skincare routine, happy skin every morning #skincare #beauty", "This mascara is amazing and I am so glad I found it #makeup",
            "The best foundation for a beautiful glow, thank you! #beauty");
    private static final List<String> FOOD = List.of("The worst restaurant of the year, terrible food and a sad dessert #food",
            "I hate this recipe, the cake was awful #baking", "A horrible dinner, cold soup and bad bread #foodie",
            "Disappointed by the pasta, never again #restaurant");

    @TempDir
    static Path directory;

    private static ContentProgram program;
    private static String csvReport;
    private static String linesReport;
    private static JsonNode analysis;

    @BeforeAll
    static void import_and_read() throws IOException {
        program = new ContentProgram(Map.of());
        Path csv = directory.resolve("beauty.csv");
        Files.writeString(csv, "Username;Post URL;Caption;Likes;Comments;Date\n" + String.join("", IntStream.range(0, 24).mapToObj(number ->
                "glow.maria;https://www.instagram.com/p/Glow%02d/;\"%s\";%s;%d;2026-0%d-1%d\n".formatted(number, BEAUTY.get(number % 4),
                        number == 7 ? "#VALOR!" : 100 + number, number, 1 + number % 5, number % 7)).toList()));
        csvReport = program.lists().importPosts(csv, "{\"platform\":\"instagram\"}");
        Path lines = directory.resolve("food.jsonl");
        Files.writeString(lines, String.join("", IntStream.range(0, 12).mapToObj(number -> """
                {"shortcode":"Food%02d","username":"sour.tom","caption":"%s","like_count":%d,"comments_count":3,"taken_at_timestamp":%d}
                """.formatted(number, FOOD.get(number % 4), 50 + number, 1_767_225_600 + number * 86_400)).toList()));
        linesReport = program.lists().importPosts(lines, "{\"platform\":\"instagram\"}");
        for (String report : List.of(csvReport, linesReport)) {
            program.ended(report.substring(report.lastIndexOf('/') + 1));
        }
        String job = program.post(202, "/content/analyses", "{}").get("job_id").asText();
        assertThat(program.ended(job).get("status").asText()).isEqualTo("succeeded");
        analysis = program.get("/content/analyses/" + job);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static String creator(String handle) {
        return program.get("/creators/by-handle/instagram/" + handle).get("id").asText();
    }

    @Test
    void lists_in_both_forms_are_reported_value_by_value() {
        JsonNode csv = program.get(csvReport);
        assertThat(csv.get("status").asText()).as(csv.toString()).isEqualTo("succeeded");
        assertThat(csv.get("delimiter").asText()).isEqualTo(";");
        assertThat(csv.at("/rows/created").asInt()).isEqualTo(24);
        assertThat(csv.at("/faults/0/value").asText()).isEqualTo("#VALOR!");
        assertThat(csv.at("/faults/0/row").asInt()).isEqualTo(8);
        JsonNode lines = program.get(linesReport);
        assertThat(lines.get("status").asText()).as(lines.toString()).isEqualTo("succeeded");
        assertThat(lines.get("delimiter").asText()).isEqualTo("JSON Lines");
        assertThat(lines.at("/rows/created").asInt()).isEqualTo(12);
        assertThat(lines.get("faults_total").asInt()).isZero();
    }

    @Test
    void the_same_list_again_changes_nothing() {
        String again = program.lists().importPosts(directory.resolve("beauty.csv"), "{\"platform\":\"instagram\"}");
        program.ended(again.substring(again.lastIndexOf('/') + 1));

        assertThat(program.get(again).at("/rows/unchanged").asInt()).isEqualTo(24);
        assertThat(program.get("/creators/" + creator("glow.maria") + "/content-profile").at("/freshness/outdated_since").isNull()).isTrue();
    }

    @Test
    void the_job_says_who_read_what() {
        assertThat(analysis.at("/report/read").asInt()).isEqualTo(36);
        assertThat(analysis.at("/report/profiles").asInt()).isEqualTo(2);
        assertThat(analysis.at("/report/fallbacks")).isEmpty();
        assertThat(analysis.at("/report/read_by").findValuesAsText("source")).doesNotContain("remote", "defaults");
        assertThat(program.get("/content/analyses/" + analysis.at("/job/job_id").asText() + "/log").get("items")).hasSizeGreaterThan(2);
        assertThat(program.get("/content/models").at("/models")).hasSize(3).allSatisfy(model ->
                assertThat(model.get("state").asText()).isEqualTo("up"));
    }

    @Test
    void a_profile_follows_and_each_number_says_on_how_many_posts_it_rests() {
        JsonNode maria = program.get("/creators/" + creator("glow.maria") + "/content-profile");
        JsonNode tom = program.get("/creators/by-handle/instagram/sour.tom/content-profile");

        assertThat(maria.at("/profile/basis/posts").asInt()).isEqualTo(24);
        assertThat(maria.at("/profile/basis/analysed").asInt()).isEqualTo(24);
        assertThat(maria.at("/profile/primary_category/category").asText()).isEqualTo("beauty");
        assertThat(maria.at("/profile/primary_category/sample_size").asInt()).isEqualTo(24);
        assertThat(maria.at("/profile/languages/shares/0/value").asText()).isEqualTo("en");
        assertThat(maria.at("/profile/sentiment/mean").asDouble()).isGreaterThan(0.2);
        assertThat(maria.at("/profile/engagement/likes/sample_size").asInt()).as("one is no number").isEqualTo(23);
        assertThat(maria.at("/profile/quality/score").asDouble()).isBetween(0.0, 100.0);
        assertThat(maria.at("/profile/top_hashtags/0/value").asText()).isEqualTo("beauty");
        assertThat(tom.at("/profile/primary_category/category").asText()).isEqualTo("food");
        assertThat(tom.at("/profile/sentiment/mean").asDouble()).isLessThan(-0.2);
        assertThat(tom.at("/freshness/stale").asBoolean()).isFalse();
    }

    @Test
    void posts_come_page_by_page_or_all_as_lines() {
        String path = "/creators/" + creator("glow.maria") + "/posts";
        JsonNode page = program.get(path + "?limit=20");
        JsonNode rest = program.get(path + "?limit=20&cursor=" + page.get("next_cursor").asText());
        List<String> lines = program.ask(path, "application/x-ndjson").body().lines().toList();

        assertThat(page.get("items")).hasSize(20);
        assertThat(rest.get("items")).hasSize(4);
        assertThat(lines).hasSize(24);
        assertThat(lines.getFirst()).isEqualTo(page.at("/items/0").toString());
        assertThat(lines.getLast()).isEqualTo(rest.at("/items/3").toString());
        assertThat(page.at("/items/0/analysis/results/sentiment/produced_by/source").asText()).isEqualTo("rule_based");
    }

    @Test
    void searches_find_creators_by_what_they_say() {
        assertThat(found("{\"content_categories\":[{\"category\":\"beauty\",\"min_share\":0.6}]}")).containsExactly("glow.maria");
        assertThat(found("{\"content_categories\":[{\"category\":\"food\",\"min_share\":0.6}]}")).containsExactly("sour.tom");
        assertThat(found("{\"sentiment\":{\"min\":0.2}}")).containsExactly("glow.maria");
        assertThat(found("{\"sentiment\":{\"max\":-0.2}}")).containsExactly("sour.tom");
    }

    private static List<String> found(String filters) {
        return Patience.until(filters, ContentProgram.LONG, () -> Optional.of(search(filters)).filter(handles -> !handles.isEmpty()));
    }

    private static List<String> search(String filters) {
        return program.post(200, "/creators/search", "{\"filters\":" + filters + "}").get("items").findValuesAsText("handle");
    }

    @Test
    void the_receipt_says_that_a_category_nobody_declared_was_inferred() {
        JsonNode found = program.post(200, "/creators/search", "{\"filters\":{\"categories\":[\"food\"]}}");

        assertThat(found.at("/items/0/creator/handle").asText()).isEqualTo("sour.tom");
        JsonNode category = found.at("/items/0/score/factors").valueStream()
                .filter(factor -> factor.get("name").asText().equals("category")).findFirst().orElseThrow();
        assertThat(category.get("state").asText()).isEqualTo("inferred");
        assertThat(category.get("contribution").asDouble()).isPositive();
    }

    @Test
    void days_before_there_was_a_calendar_are_no_fault_of_the_program() {
        String path = "/creators/" + creator("glow.maria") + "/content-profile/history";

        assertThat(program.get(path).get("days")).hasSize(1);
        for (String to : List.of("0000-01-01", "0001-01-01", "9999-12-31")) {
            assertThat(program.ask(path + "?to=" + to, "application/json").statusCode()).as(to).isLessThan(500);
        }
    }
}
