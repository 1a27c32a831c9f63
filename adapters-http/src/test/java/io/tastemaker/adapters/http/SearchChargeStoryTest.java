package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.charged;
import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.shared.CreatorId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a search costs: nothing, something, and nothing again. */
class SearchChargeStoryTest {

    private static final String ADVANCED = "{\"filters\":{\"platforms\":[\"instagram\",\"youtube\"],\"has_email\":false}}";

    private Program program;
    private Program.Person ana;
    private Caller caller;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
        caller = new Caller(program, ana.key());
        for (int i = 0; i < 8; i++) {
            program.inCatalogue("c" + i);
        }
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private long freeSearches() {
        return left("advanced_search");
    }

    private long left(String action) {
        for (JsonNode item : at(caller.get("/wallet/allowances"), "/items")) {
            if (item.get("action").asText().equals(action)) {
                return item.at("/free_allowance/left").asLong();
            }
        }
        throw new AssertionError(action);
    }

    private HttpResponse<String> search(String body) {
        HttpResponse<String> answer = caller.plain("/creators/search", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void a_plain_search_costs_nothing_and_says_so() {
        HttpResponse<String> plain = search("{\"filters\":{\"platforms\":[\"instagram\"],\"last_post_within_days\":30,"
                + "\"exclude\":{\"handles\":[\"c0\"]}},\"prefer\":{\"categories\":[\"beauty\"]}}");
        HttpResponse<String> usual = search("{\"weights\":{\"engagement\":0.35,\"category\":0.25,\"follower_fit\":0.2,\"location\":0.1,"
                + "\"platform\":0.1}}");

        assertThat(at(plain, "/charge").isNull()).isTrue();
        assertThat(charged(plain)).containsExactly("0", "none", "0");
        assertThat(at(usual, "/charge").isNull()).as("the usual weights").isTrue();
        HttpResponse<String> quote = caller.plain("/creators/search?dry_run=true", "{}");
        assertThat(quote.body()).isEqualTo("{\"dry_run\":true,\"quote\":null}");
    }

    @Test
    void an_advanced_search_takes_a_free_one_and_the_same_criteria_are_free_for_a_day() {
        HttpResponse<String> first = search(ADVANCED);
        HttpResponse<String> same = search("{\"filters\":{\"has_email\":false,\"platforms\":[\"youtube\",\"instagram\"]},\"limit\":2}");

        assertThat(charged(first)).containsExactly("0", "free_allowance", "0");
        assertThat(text(first, "/charge/action")).isEqualTo("advanced_search");
        assertThat(at(first, "/charge/sources/1/left").asLong()).isEqualTo(9);
        assertThat(charged(same)).containsExactly("0", "already_unlocked", "0");
        assertThat(freeSearches()).isEqualTo(9);
        search("{\"filters\":{\"has_email\":true}}");
        search("{\"weights\":{\"engagement\":1}}");
        assertThat(freeSearches()).isEqualTo(7);
        program.later(Duration.ofHours(24));
        assertThat(charged(search(ADVANCED))).containsExactly("0", "free_allowance", "0");
        assertThat(freeSearches()).isEqualTo(6);
    }

    @Test
    void a_day_later_the_same_days_back_are_the_same_question() {
        program.later(Duration.ofHours(13)); // late in the evening, if the clock begins at noon or later
        String recent = "{\"filters\":{\"has_email\":false,\"last_post_within_days\":30}}";
        search(recent);
        program.later(Duration.ofHours(23));

        assertThat(charged(search(recent))).containsExactly("0", "already_unlocked", "0");
    }

    @Test
    void without_credits_an_advanced_search_is_refused_without_a_result_and_is_not_remembered() {
        for (int i = 1; i <= 10; i++) {
            search("{\"filters\":{\"posts_count\":{\"min\":" + i + "}}}");
        }
        HttpResponse<String> refused = caller.plain("/creators/search", ADVANCED);

        refuses(refused, 402, "credits_missing");
        assertThat(at(refused, "/required").asLong()).isEqualTo(15);
        assertThat(at(refused, "/top_up_available").asBoolean()).isTrue();
        assertThat(refused.body()).doesNotContain("items");
        assertThat(at(caller.get("/searches"), "/items").size()).isEqualTo(10);
        assertThat(search("{}").statusCode()).isEqualTo(200);
        program.till().give(ana.home(), 20);
        HttpResponse<String> quote = caller.plain("/creators/search?dry_run=true", ADVANCED);
        assertThat(at(quote, "/quote/credits_charged").asLong()).isEqualTo(15);
        refuses(caller.plain("/creators/search", ADVANCED, "X-Credits-Max", "14"), 409, "price_above_max");
        assertThat(charged(search(ADVANCED))).containsExactly("15", "credits", "5");
    }

    @Test
    void a_later_page_is_charged_once_and_pages_join() {
        List<String> seen = new ArrayList<>();
        HttpResponse<String> page = search("{\"limit\":3}");
        List<HttpResponse<String>> later = new ArrayList<>();
        at(page, "/items").forEach(item -> seen.add(item.get("creator_id").asText()));
        for (int i = 0; i < 2; i++) {
            page = search("{\"limit\":3,\"cursor\":\"" + text(page, "/next_cursor") + "\"}");
            at(page, "/items").forEach(item -> seen.add(item.get("creator_id").asText()));
            later.add(page);
        }
        HttpResponse<String> again = search("{\"limit\":3,\"cursor\":\"" + text(later.getFirst(), "/next_cursor") + "\"}");

        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
        assertThat(later).allSatisfy(answer -> assertThat(charged(answer)).containsExactly("0", "free_allowance", "0"));
        assertThat(text(later.getFirst(), "/charge/action")).isEqualTo("discovery_pagination");
        assertThat(charged(again)).containsExactly("0", "already_unlocked", "0");
        assertThat(left("discovery_pagination")).isEqualTo(3);
        String cursor = text(search("{\"limit\":1}"), "/next_cursor");
        HttpResponse<String> quote = caller.plain("/creators/search?dry_run=true", "{\"limit\":1,\"cursor\":\"" + cursor + "\"}");
        assertThat(text(quote, "/quote/action")).isEqualTo("discovery_pagination");
        assertThat(left("discovery_pagination")).isEqualTo(3);
    }

    @Test
    void a_replay_shows_what_was_paid_for_and_nothing_else() {
        HttpResponse<String> first = search("{\"limit\":3}");
        String ranking = "/rankings/" + text(first, "/ranking_id") + "?limit=3";
        String next = text(caller.get(ranking), "/next_cursor");

        HttpResponse<String> unpaid = caller.get(ranking + "&cursor=" + next);
        HttpResponse<String> paid = search("{\"limit\":3,\"cursor\":\"" + text(first, "/next_cursor") + "\"}");
        HttpResponse<String> replayed = caller.get(ranking + "&cursor=" + next);

        refuses(unpaid, 403, "unlock_required");
        assertThat(text(unpaid, "/action")).isEqualTo("discovery_pagination");
        assertThat(at(replayed, "/items/0/score")).isEqualTo(at(paid, "/items/0/score"));
        assertThat(left("discovery_pagination")).isEqualTo(4);
    }

    @Test
    void an_explanation_tells_facts_of_the_full_record_once_it_is_unlocked() {
        CreatorId quiet = program.inCatalogue("quiet", new Facts.Stated<>(Fact.FOLLOWERS, 100L), new Facts.Stated<>(Fact.AVERAGE_LIKES, 39L),
                new Facts.Stated<>(Fact.LAST_POST_ON, LocalDate.of(2020, 2, 29)));
        String ranking = text(search("{\"filters\":{\"last_post_within_days\":1,\"followers\":{\"min\":200},\"average_likes\":{\"min\":40}}}"),
                "/ranking_id");
        String why = "{\"creator_id\":\"" + quiet + "\",\"questions\":[\"excluded_by\"]}";

        HttpResponse<String> locked = caller.plain("/rankings/" + ranking + "/explanations", why);
        caller.post("/creators/" + quiet + "/unlock", "");
        HttpResponse<String> open = caller.plain("/rankings/" + ranking + "/explanations", why);

        assertThat(found(locked)).containsExactlyInAnyOrder("followers 100", "average_likes null", "last_post_since null");
        assertThat(found(open)).containsExactlyInAnyOrder("followers 100", "average_likes 39", "last_post_since 2020-02-29");
    }

    private static List<String> found(HttpResponse<String> explanation) {
        List<String> found = new ArrayList<>();
        at(explanation, "/excluded_by").forEach(out -> found.add(out.get("filter").asText() + " " + out.get("found").asText()));
        return found;
    }

    @Test
    void a_search_that_ends_otherwise_costs_nothing() {
        String nobody = "0195f000-0000-7000-8000-00000000dead";

        refuses(caller.plain("/creators/search", "{\"filters\":{\"similar_to\":[\"" + nobody + "\"]}}"), 400, "invalid_field");
        refuses(caller.plain("/creators/search", "{\"filters\":{\"growth\":{}}}"), 400, "not_available_yet");
        refuses(caller.plain("/creators/search?dry_run=maybe", ADVANCED), 400, "invalid_parameter");
        assertThat(freeSearches()).isEqualTo(10);
        HttpResponse<String> operators = new Caller(program, program.operatorKey()).plain("/creators/search", ADVANCED);
        assertThat(operators.statusCode()).as(operators.body()).isEqualTo(200);
        assertThat(at(operators, "/charge").isNull()).isTrue();
    }

    @Test
    void a_match_is_charged_like_a_search_and_kept_only_when_paid() {
        String campaign = text(caller.post("/campaigns", "{\"name\":\"Spring\",\"type\":\"creator\",\"brief\":\"Serum\"}"), "/id");
        String match = "/campaigns/" + campaign + "/match";

        HttpResponse<String> plain = caller.plain(match, "{\"limit\":3}");
        HttpResponse<String> later = caller.plain(match, "{\"limit\":3,\"cursor\":\"" + text(plain, "/next_cursor") + "\"}");
        assertThat(plain.statusCode()).as(plain.body()).isEqualTo(200);
        assertThat(at(plain, "/charge").isNull()).isTrue();
        assertThat(text(later, "/charge/action")).isEqualTo("discovery_pagination");
        HttpResponse<String> quote = caller.plain(match + "?dry_run=true", "{\"filters\":{\"has_email\":false}}");
        assertThat(text(quote, "/quote/action")).isEqualTo("advanced_search");
        assertThat(freeSearches()).isEqualTo(10);
        for (int i = 1; i <= 10; i++) {
            search("{\"filters\":{\"posts_count\":{\"min\":" + i + "}}}");
        }
        refuses(caller.plain(match, "{\"filters\":{\"has_email\":false}}"), 402, "credits_missing");
        assertThat(at(caller.get("/campaigns/" + campaign + "/matches"), "/items").size()).isEqualTo(1);
    }

    @Test
    void the_vocabulary_says_which_filters_are_advanced() {
        List<String> advanced = new ArrayList<>();
        at(caller.get("/creators/search/filters"), "/filters").forEach(filter -> {
            if (filter.get("advanced").asBoolean()) {
                advanced.add(filter.get("name").asText());
            }
        });

        assertThat(advanced).containsExactly("keywords", "keywords_all", "hashtags", "mentions", "has_email", "credibility", "account_type",
                "has_sponsored_posts", "posts_count", "average_likes", "average_comments", "average_views", "growth", "sentiment",
                "content_categories", "similar_to", "audience");
    }
}
