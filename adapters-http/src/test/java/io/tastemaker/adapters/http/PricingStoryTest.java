package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.charged;
import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices and plans: for everybody, for a basket, and as operators change them. */
class PricingStoryTest {

    private Program program;
    private Program.Person ana;
    private Caller caller;
    private Caller operator;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
        caller = new Caller(program, ana.key());
        operator = new Caller(program, program.operatorKey());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private HttpResponse<String> open(String path) {
        return program.server().send(program.server().bare("/api/v1" + path));
    }

    @Test
    void anybody_sees_prices_and_plans_for_a_minute() {
        HttpResponse<String> prices = open("/pricing");

        assertThat(prices.statusCode()).isEqualTo(200);
        assertThat(prices.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        assertThat(at(prices, "/items").size()).isEqualTo(9);
        assertThat(open("/pricing/advanced_search").body()).isEqualTo("{\"action\":\"advanced_search\",\"version\":1,\"unit_credits\":15,"
                + "\"free_allowance\":10,\"access_hours\":24,\"unit\":\"search\"}");
        refuses(open("/pricing/no_such_thing"), 404, "not_found");
        refuses(open("/pricing/NOT-AN-ACTION"), 400, "invalid_parameter");
        HttpResponse<String> plans = open("/billing/plans");
        assertThat(at(plans, "/items").findValuesAsText("plan")).containsExactly("free", "standard", "premium");
        assertThat(at(plans, "/items/1/monthly_price").toString()).isEqualTo("{\"amount\":\"199.00\",\"currency\":\"USD\"}");
        assertThat(at(plans, "/items/0/quotas").toString()).isEqualTo("[{\"action\":\"bulk_export\",\"kind\":\"denied\",\"units\":null},"
                + "{\"action\":\"creator_unlock\",\"kind\":\"included\",\"units\":5},{\"action\":\"email_unlock\",\"kind\":\"denied\",\"units\":null}]");
        assertThat(at(plans, "/items/2/top_up_discount").asInt()).isEqualTo(2_000);
    }

    @Test
    void a_basket_is_priced_line_by_line_each_behind_the_ones_before() {
        program.till().give(ana.home(), 5_000);

        HttpResponse<String> basket = caller.plain("/pricing/calculate", "{\"items\":[{\"action\":\"creator_unlock\",\"units\":510},"
                + "{\"action\":\"post_analytics\",\"units\":4},{\"action\":\"creator_unlock\",\"units\":1},{\"action\":\"bulk_export\",\"units\":1}]}");

        assertThat(basket.body()).isEqualTo("{\"price_list_version\":1,\"plan\":\"standard\",\"lines\":["
                + "{\"action\":\"creator_unlock\",\"units\":510,\"from_quota\":500,\"from_allowance\":0,\"unit_credits\":25,\"credits\":250,\"allowed\":true},"
                + "{\"action\":\"post_analytics\",\"units\":4,\"from_quota\":4,\"from_allowance\":0,\"unit_credits\":5,\"credits\":0,\"allowed\":true},"
                + "{\"action\":\"creator_unlock\",\"units\":1,\"from_quota\":0,\"from_allowance\":0,\"unit_credits\":25,\"credits\":25,\"allowed\":true},"
                + "{\"action\":\"bulk_export\",\"units\":1,\"from_quota\":1,\"from_allowance\":0,\"unit_credits\":50,\"credits\":0,\"allowed\":true}],"
                + "\"total_credits\":275,\"available\":5000,\"affordable\":true}");
        HttpResponse<String> unknown = caller.plain("/pricing/calculate", "{\"items\":[{\"action\":\"creator_unlock\",\"units\":1},"
                + "{\"action\":\"teleport\",\"units\":1}]}");
        refuses(unknown, 400, "invalid_field");
        assertThat(unknown.body()).contains("#/items/1/action", "advanced_search, bulk_export, content_classification, creator_unlock");
        for (String wrong : List.of("{\"items\":[]}", "{\"items\":[{\"action\":\"bulk_export\",\"units\":0}]}",
                "{\"items\":[{\"action\":\"bulk_export\",\"units\":-1}]}", "{\"items\":[{\"action\":\"bulk_export\",\"units\":1.5}]}",
                "{\"items\":[{\"action\":\"bulk_export\",\"units\":1000001}]}", "{\"items\":[{\"action\":\"bulk_export\",\"units\":\"1\"}]}",
                "{\"items\":[" + "{\"action\":\"bulk_export\",\"units\":1},".repeat(100) + "{\"action\":\"bulk_export\",\"units\":1}]}")) {
            refuses(caller.plain("/pricing/calculate", wrong), 400, "invalid_field");
        }
        assertThat(caller.available()).isEqualTo(5_000);
    }

    @Test
    void a_new_price_counts_from_now_on() {
        program.till().subscribe(ana.home(), "free");
        program.till().give(ana.home(), 100);
        HttpResponse<String> added = operator.post("/admin/pricing",
                "{\"action\":\"creator_unlock\",\"unit_credits\":40,\"free_allowance\":1,\"access_hours\":720,\"unit\":\"creator\"}");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).hasValue("/api/v1/pricing/creator_unlock");
        assertThat(at(added, "/version").asInt()).isEqualTo(2);
        assertThat(at(open("/pricing"), "/price_list_version").asInt()).isEqualTo(2);
        assertThat(at(operator.get("/admin/pricing"), "/items").findValuesAsText("action").stream().filter("creator_unlock"::equals)).hasSize(2);
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> unlocked = caller.post("/creators/" + program.inCatalogue("c" + i) + "/unlock", "");
            assertThat(charged(unlocked)).containsExactly("0", i < 5 ? "plan_quota" : "free_allowance", "100");
            assertThat(at(unlocked, "/unlock/expires_at").isNull()).isFalse();
        }
        HttpResponse<String> dear = caller.post("/creators/" + program.inCatalogue("c7") + "/unlock", "");
        assertThat(charged(dear)).containsExactly("40", "credits", "60");
        assertThat(text(dear, "/charge/sources/2/rule")).isEqualTo("creator_unlock@2");
        refuses(caller.post("/admin/pricing", "{\"action\":\"x\",\"unit_credits\":1,\"unit\":\"x\"}"), 403, "forbidden");
        refuses(operator.post("/admin/pricing", "{\"action\":\"X!\",\"unit_credits\":-1,\"unit\":\" \"}"), 400, "invalid_field");
    }

    @Test
    void a_team_is_put_on_a_plan_and_features_follow() {
        program.till().subscribe(ana.home(), "free");
        String path = "/admin/teams/" + ana.home() + "/plan";
        String draft = "{\"name\":\"Spring\",\"type\":\"creator\",\"brief\":\"Serum\"}";

        HttpResponse<String> closed = caller.post("/campaigns", draft);
        refuses(closed, 403, "plan_required");
        assertThat(text(closed, "/required_plan")).isEqualTo("standard");
        HttpResponse<String> changed = operator.send("PUT", path, "{\"plan\":\"premium\"}", "X-Request-Id", "put");
        assertThat(changed.body()).isEqualTo("{\"plan\":\"premium\",\"version\":1,\"at_period_end\":false}");
        assertThat(caller.post("/campaigns", draft).statusCode()).isEqualTo(201);
        operator.send("PUT", path, "{\"plan\":\"free\",\"at_period_end\":true}", "X-Request-Id", "put");
        assertThat(text(caller.get("/wallet"), "/plan")).isEqualTo("premium");
        assertThat(text(caller.get("/wallet"), "/next_plan")).isEqualTo("free");
        HttpResponse<String> unknown = operator.send("PUT", path, "{\"plan\":\"gold\"}", "X-Request-Id", "put");
        refuses(unknown, 400, "invalid_field");
        assertThat(unknown.body()).contains("free, premium, standard");
        refuses(operator.send("PUT", "/admin/teams/0195f000-0000-7000-8000-00000000dead/plan", "{\"plan\":\"free\"}", "X-Request-Id", "put"),
                404, "not_found");
        refuses(caller.send("PUT", path, "{\"plan\":\"premium\"}", "X-Request-Id", "put"), 403, "forbidden");
    }

    @Test
    void an_operator_adds_plans_and_versions_of_plans() {
        String gold = "{\"plan\":\"gold\",\"name\":\"Gold\",\"monthly_price\":{\"amount\":\"999.00\",\"currency\":\"USD\"},\"seats\":10,"
                + "\"quotas\":[{\"action\":\"creator_unlock\",\"kind\":\"unlimited\"},{\"action\":\"bulk_export\",\"kind\":\"included\",\"units\":7}],"
                + "\"features\":[\"campaigns\",\"top_ups\"],\"monthly_credits\":500,\"support\":\"phone\"}";
        HttpResponse<String> added = operator.post("/admin/plans", gold);

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(at(added, "/version").asInt()).isEqualTo(1);
        assertThat(at(operator.post("/admin/plans", gold.replace("10", "12")), "/version").asInt()).isEqualTo(2);
        assertThat(at(operator.get("/admin/plans"), "/items").size()).isEqualTo(5);
        assertThat(at(open("/billing/plans"), "/items/3/seats").asInt()).isEqualTo(12);
        operator.send("PUT", "/admin/teams/" + ana.home() + "/plan", "{\"plan\":\"gold\"}", "X-Request-Id", "put");
        HttpResponse<String> unlocked = caller.post("/creators/" + program.inCatalogue("c0") + "/unlock", "");
        assertThat(at(unlocked, "/charge/sources/0").toString()).isEqualTo("{\"source\":\"plan_quota\",\"units\":1}");
        for (String wrong : List.of(gold.replace("\"units\":7", "\"units\":0"), gold.replace(",\"units\":7", ""),
                gold.replace("\"seats\":10", "\"seats\":0"), gold.replace("bulk_export", "creator_unlock"),
                gold.replace("999.00", "999.001"), gold.replace("campaigns", "magic"), gold.replace("Gold", " "))) {
            assertThat(operator.post("/admin/plans", wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void an_unknown_time_zone_is_a_fault_of_its_field() {
        String version = caller.get("/teams/" + ana.home()).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> wrong = caller.send("PATCH", "/teams/" + ana.home(), "{\"time_zone\":\"Mars/Olympus\"}", "If-Match", version);

        refuses(wrong, 400, "invalid_field");
        assertThat(wrong.body()).contains("#/time_zone");
    }
}
