package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.charged;
import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.content.FallbackReason;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts are read: by a model, by the rules where it does not answer, and never for more than was done. */
class ClassifyStoryTest {

    private static final String PATH = "/content/classify";
    private static final String TWO = "{\"items\":[{\"ref\":\"a\",\"text\":\"this is a lovely lipstick\"},{\"text\":\"this is awful\"}]}";

    private Program program;
    private Program.Person ana;
    private Caller caller;

    @BeforeEach
    void start() {
        open(new Program());
    }

    private void open(Program opened) {
        program = opened;
        ana = program.person("ana");
        caller = new Caller(program, ana.key());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    /** From now on each text that a model reads costs so many credits. */
    private void price(int credits) {
        HttpResponse<String> set = new Caller(program, program.operatorKey()).post("/admin/pricing",
                "{\"action\":\"content_classification\",\"unit_credits\":" + credits + ",\"free_allowance\":0,\"unit\":\"text\"}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(201);
    }

    @Test
    void each_text_has_a_result_with_its_origin_and_the_charge_beside_it() {
        HttpResponse<String> read = caller.post(PATH, TWO);

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        String origin = "\"produced_by\":{\"source\":\"remote\",\"provider\":\"models.example\",\"analyst\":\"judge\",\"version\":\"7\","
                + "\"fallback_used\":false,\"fallback_reason\":null,\"latency_ms\":0}";
        assertThat(at(read, "/items/0").toString()).isEqualTo("{\"ref\":\"a\","
                + "\"sentiment\":{\"label\":\"positive\",\"score\":0.5,\"confidence\":0.8," + origin + "},"
                + "\"language\":{\"code\":\"pt\",\"confidence\":0.75,\"alternatives\":[{\"value\":\"es\",\"confidence\":0.25}]," + origin + "},"
                + "\"category\":{\"label\":\"beauty\",\"confidence\":0.9,\"alternatives\":[]," + origin + "}}");
        assertThat(at(read, "/items/1/ref").isNull()).isTrue();
        assertThat(at(read, "/charge/units").asLong()).isEqualTo(2);
        assertThat(text(read, "/charge/action")).isEqualTo("content_classification");
        assertThat(charged(read).getFirst()).isEqualTo("0");
    }

    @Test
    void what_is_not_asked_is_null() {
        HttpResponse<String> read = caller.post(PATH, TWO.replace("}]}", "}],\"tasks\":[\"language\"]}"));

        assertThat(at(read, "/items/0/sentiment").isNull() && at(read, "/items/0/category").isNull()).isTrue();
        assertThat(text(read, "/items/0/language/code")).isEqualTo("pt");
        assertThat(program.content().judge().asked()).singleElement().satisfies(asked -> assertThat(asked.tasks()).hasSize(1));
    }

    @Test
    void a_model_that_does_not_answer_costs_nothing_and_the_results_name_the_rules() {
        price(3);
        program.till().give(ana.home(), 100);
        program.content().judge().failsWith(FallbackReason.TIMEOUT);

        HttpResponse<String> read = caller.post(PATH, TWO);

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(text(read, "/items/0/sentiment/label")).isEqualTo("positive");
        assertThat(text(read, "/items/0/category/label")).isEqualTo("beauty");
        assertThat(text(read, "/items/1/sentiment/label")).isEqualTo("negative");
        assertThat(at(read, "/items/1/category/label").isNull()).isTrue();
        assertThat(at(read, "/items/0/sentiment/produced_by/fallback_used").asBoolean()).isTrue();
        assertThat(text(read, "/items/0/sentiment/produced_by/source")).isEqualTo("rule_based");
        assertThat(at(read, "").findValuesAsText("fallback_reason")).hasSize(6).containsOnly("timeout");
        assertThat(charged(read)).containsExactly("0", "none", "100");
        assertThat(caller.available()).isEqualTo(100);
    }

    @Test
    void each_text_that_the_model_read_is_paid_and_a_repeat_is_the_first_answer_again() {
        price(3);
        program.till().give(ana.home(), 100);

        HttpResponse<String> quote = caller.once("k", PATH + "?dry_run=true", TWO);
        HttpResponse<String> read = caller.once("k", PATH, TWO);
        HttpResponse<String> repeat = caller.once("k", PATH, TWO);
        HttpResponse<String> other = caller.once("k", PATH, TWO.replace("awful", "fine"));

        assertThat(at(quote, "/dry_run").asBoolean() && at(quote, "/quote/affordable").asBoolean()).isTrue();
        assertThat(charged(quote)).containsExactly("0", "none", "100");
        assertThat(at(quote, "/quote/credits_left").asLong()).isEqualTo(94);
        assertThat(charged(read)).containsExactly("6", "credits", "94");
        assertThat(repeat.body()).isEqualTo(read.body());
        assertThat(repeat.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        refuses(other, 409, "idempotency_key_reused");
        assertThat(program.content().judge().asked()).as("once").hasSize(1);
        assertThat(caller.available()).isEqualTo(94);
    }

    @Test
    void who_cannot_pay_is_told_what_is_missing_and_nobody_is_asked() {
        price(3);
        program.till().give(ana.home(), 5);

        HttpResponse<String> refused = caller.post(PATH, TWO);
        refuses(refused, 402, "credits_missing");
        assertThat(at(refused, "/required").asLong()).isEqualTo(6);
        assertThat(at(refused, "/missing").asLong()).isEqualTo(1);
        refuses(caller.post(PATH, TWO, "X-Credits-Max", "2"), 409, "price_above_max");
        assertThat(program.content().judge().asked()).isEmpty();
        assertThat(charged(refused)).containsExactly("0", "none", "5");
    }

    @Test
    void where_the_rules_are_chosen_they_read_for_nothing() {
        program.close();
        open(Program.withoutModels());
        price(3);

        HttpResponse<String> read = caller.post(PATH, TWO);
        HttpResponse<String> quote = caller.plain(PATH + "?dry_run=true", TWO);

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(at(read, "/charge").isNull() && at(quote, "/quote").isNull()).isTrue();
        assertThat(charged(read)).containsExactly("0", "none", "0");
        assertThat(at(read, "").findValuesAsText("fallback_used")).containsOnly("false");
        assertThat(at(read, "").findValuesAsText("source")).containsOnly("rule_based");
    }

    @Test
    void every_fault_is_named_at_once() {
        HttpResponse<String> faulty = caller.post(PATH, """
                {"items":[{"ref":"%s","text":"fine"},{"txt":"fine"},{"text":7},{"text":"%s"}],"tasks":["mood","language"],"model":"judge"}"""
                .formatted("r".repeat(201), "t".repeat(65_537)));

        refuses(faulty, 400, "invalid_request");
        assertThat(at(faulty, "/errors").findValuesAsText("pointer").stream().distinct()).containsExactlyInAnyOrder("#/items/0/ref", "#/items/1/text",
                "#/items/1/txt", "#/items/2/text", "#/items/3/text", "#/tasks/0", "#/model");
        assertThat(charged(faulty).getFirst()).isEqualTo("0");
        assertThat(texts(0)).isEqualTo(400);
        assertThat(texts(101)).isEqualTo(400);
        assertThat(texts(100)).isEqualTo(200);
        assertThat(caller.post(PATH, "{\"items\":[{\"text\":\"\"}],\"tasks\":[]}").body()).contains("#/tasks");
    }

    private int texts(int count) {
        return caller.post(PATH, "{\"items\":[" + String.join(",", Collections.nCopies(count, "{\"text\":\"a\"}")) + "]}").statusCode();
    }

    @Test
    void an_empty_text_is_read_as_one_that_says_nothing() {
        HttpResponse<String> read = caller.post(PATH, "{\"items\":[{\"text\":\"\"},{\"text\":\" \\u2028 \"}]}");

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(text(read, "/items/0/sentiment/label")).isEqualTo("neutral");
        assertThat(at(read, "/items/1/language/code").isNull()).isTrue();
        assertThat(program.content().judge().asked()).isEmpty();
    }

    @Test
    void a_key_is_needed_and_a_scope() {
        refuses(caller.plain(PATH, TWO), 400, "idempotency_key_missing");
        refuses(new Caller(program, program.narrowKey(Scope.CREATORS_READ)).post(PATH, TWO), 403, "forbidden");
        assertThat(new Caller(program, program.narrowKey(Scope.CREATORS_WRITE)).post(PATH, TWO).statusCode()).isEqualTo(200);
    }
}
