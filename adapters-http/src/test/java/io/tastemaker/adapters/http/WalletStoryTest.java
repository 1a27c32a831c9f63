package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.CreatorId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a team sees of its wallet, and what operators do with it. */
class WalletStoryTest {

    private Program program;
    private Program.Person ana;
    private Caller caller;
    private Caller operator;
    private String wallet;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
        caller = new Caller(program, ana.key());
        operator = new Caller(program, program.operatorKey());
        wallet = "/admin/wallets/" + ana.home();
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private HttpResponse<String> unlock(String handle) {
        CreatorId creator = program.inCatalogue(handle);
        return caller.post("/creators/" + creator + "/unlock", "");
    }

    private HttpResponse<String> adjust(String json) {
        return operator.post(wallet + "/adjustments", json);
    }

    /** On the free plan; five unlocks of it and one for 25 of 100 credits. */
    private HttpResponse<String> sixthUnlockForCredits() {
        program.till().subscribe(ana.home(), "free");
        assertThat(adjust("{\"kind\":\"grant\",\"credits\":100,\"lot_kind\":\"top_up\",\"reason\":\"a gift\"}").statusCode()).isEqualTo(200);
        HttpResponse<String> last = unlock("c0");
        for (int i = 1; i < 6; i++) {
            last = unlock("c" + i);
        }
        return last;
    }

    private static List<String> values(HttpResponse<String> page, String member) {
        List<String> values = new ArrayList<>();
        at(page, "/items").forEach(item -> values.add(item.at(member).asText()));
        return values;
    }

    @Test
    void a_wallet_is_there_from_the_first_day() {
        HttpResponse<String> shown = caller.get("/wallet");
        HttpResponse<String> opened = caller.plain("/wallet", "");

        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).isEqualTo(shown.body());
        assertThat(text(shown, "/plan")).isEqualTo("standard");
        assertThat(text(shown, "/cycle/ends_at")).isNotBlank();
        assertThat(caller.get("/wallet/balance").body()).isEqualTo("{\"available\":0,\"scoped\":10,\"held\":0,\"debt\":0}");
        assertThat(values(caller.get("/wallet/grants"), "/kind")).containsExactly("daily_free");
        assertThat(at(caller.get("/wallet/holds"), "/items")).isEmpty();
        HttpResponse<String> dashboard = caller.get("/wallet/dashboard");
        assertThat(at(dashboard, "/wallet/balance/scoped").asLong()).isEqualTo(10);
        assertThat(at(dashboard, "/allowances/items").size()).isEqualTo(9);
        assertThat(operator.get(wallet).statusCode()).isEqualTo(200);
        assertThat(new Caller(program, program.narrowKey(Scope.CREATORS_READ)).get("/wallet").statusCode()).isEqualTo(403);
        assertThat(new Caller(program, program.narrowKey(Scope.WALLET_READ)).get("/wallet").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_free_and_what_it_would_cost_is_told_beforehand() {
        unlock("c0");

        HttpResponse<String> can = caller.get("/wallet/can-perform/creator_unlock?units=2");
        assertThat(can.body()).startsWith("{\"action\":\"creator_unlock\",\"units\":2,\"allowed\":true,\"reason\":null,\"unit_credits\":25,"
                + "\"plan_quota\":{\"limit\":500,\"used\":1,\"left\":499},\"free_allowance\":{\"limit\":0,\"used\":0,\"left\":0},"
                + "\"would_use\":{\"plan_quota\":2,\"free_allowance\":0,\"credits\":0},\"available\":0,\"period_ends_at\":\"");
        assertThat(text(caller.get("/wallet/can-perform/creator_unlock?units=501"), "/reason")).isEqualTo("credits_missing");
        HttpResponse<String> unlimited = caller.get("/wallet/can-perform/bulk_export?units=1000000");
        assertThat(at(unlimited, "/plan_quota").toString()).isEqualTo("{\"limit\":null,\"used\":0,\"left\":null}");
        program.till().subscribe(ana.home(), "free");
        assertThat(text(caller.get("/wallet/can-perform/email_unlock"), "/reason")).isEqualTo("plan_required");
        refuses(caller.get("/wallet/can-perform/no_such_thing"), 404, "not_found");
        for (String units : List.of("0", "-1", "1000001", "1.5", "x", "99999999999999999999")) {
            refuses(caller.get("/wallet/can-perform/creator_unlock?units=" + units), 400, "invalid_parameter");
        }
        assertThat(at(caller.get("/wallet/transactions?kind=spend"), "/items").size()).isEqualTo(1);
    }

    @Test
    void a_transaction_is_explained_entry_by_entry() {
        HttpResponse<String> sixth = sixthUnlockForCredits();
        String id = text(sixth, "/charge/operation");

        HttpResponse<String> explained = caller.get("/wallet/transactions/" + id);

        assertThat(explained.statusCode()).as(explained.body()).isEqualTo(200);
        JsonNode entry = at(explained, "/entries/0");
        assertThat(entry.get("from").asText()).isEqualTo("available");
        assertThat(entry.get("to").asText()).isEqualTo("usage.creator_unlock");
        assertThat(entry.get("unit").asText()).isEqualTo("credit");
        assertThat(entry.get("amount").asLong()).isEqualTo(25);
        assertThat(entry.get("rule").asText()).isEqualTo("creator_unlock@1");
        assertThat(entry.get("seq").asLong()).isEqualTo(at(explained, "/transaction/seq").asLong());
        assertThat(text(explained, "/last_hash")).isEqualTo(entry.get("hash").asText()).hasSize(64);
        assertThat(at(explained, "/transaction/credits").asLong()).isEqualTo(-25);
        assertThat(text(explained, "/transaction/subject/type")).isEqualTo("creator");
        assertThat(text(explained, "/transaction/actor/id")).isEqualTo(ana.user().id().toString());
        Caller other = new Caller(program, program.otherKey());
        String foreign = other.send("GET", "/wallet/transactions/" + id, "", "X-Request-Id", "same").body();
        assertThat(foreign).contains("not_found").isEqualTo(
                other.send("GET", "/wallet/transactions/0195f000-0000-7000-8000-00000000dead", "", "X-Request-Id", "same").body());
        assertThat(caller.get("/wallet/verification").body()).startsWith("{\"whole\":true,\"entries\":");
        refuses(new Caller(program, program.otherKey()).get("/wallet/verification"), 403, "forbidden");
        assertThat(at(operator.get(wallet + "/verification"), "/whole").asBoolean()).isTrue();
        program.till().wallets().tamper(ana.home(), entries -> entries.subList(0, entries.size() - 1));
        assertThat(text(caller.get("/wallet/verification"), "/flaw")).isEqualTo("removed");
    }

    @Test
    void transactions_are_filtered_and_paged() {
        sixthUnlockForCredits();

        assertThat(values(caller.get("/wallet/transactions?kind=grant&q=gift"), "/note")).containsExactly("a gift");
        assertThat(values(caller.get("/wallet/transactions?kind=grant&direction=in&q=a%20gift"), "/credits")).containsExactly("100");
        assertThat(values(caller.get("/wallet/transactions?direction=out"), "/credits")).containsExactly("-25");
        assertThat(values(caller.get("/wallet/transactions?action=creator_unlock"), "/kind")).hasSize(6).containsOnly("spend");
        assertThat(values(caller.get("/wallet/transactions?actor=operator:root"), "/actor/type")).isNotEmpty().containsOnly("operator");
        String target = values(caller.get("/wallet/transactions?action=creator_unlock"), "/subject/id").getFirst();
        assertThat(values(caller.get("/wallet/transactions?subject=" + target), "/subject/id")).containsExactly(target);
        assertThat(at(caller.get("/wallet/transactions?from=2100-01-01T00:00:00Z"), "/items")).isEmpty();
        assertThat(at(caller.get("/wallet/transactions?to=2000-01-01T00:00:00Z"), "/items")).isEmpty();
        List<String> paged = new ArrayList<>();
        String path = "/wallet/transactions?action=creator_unlock&limit=4";
        HttpResponse<String> page = caller.get(path);
        paged.addAll(values(page, "/id"));
        page = caller.get(path.replace("limit=4", "limit=100") + "&cursor=" + text(page, "/next_cursor"));
        paged.addAll(values(page, "/id"));
        assertThat(paged).isEqualTo(values(caller.get("/wallet/transactions?action=creator_unlock&limit=100"), "/id"));
        String cursor = text(caller.get(path), "/next_cursor");
        refuses(caller.get("/wallet/transactions?cursor=" + cursor), 400, "invalid_cursor");
        refuses(caller.get("/wallet/transactions?kind=theft&direction=up&action=A"), 400, "invalid_parameter");
        assertThat(at(operator.get(wallet + "/transactions?limit=100"), "/items"))
                .isEqualTo(at(caller.get("/wallet/transactions?limit=100"), "/items"));
    }

    @Test
    void use_is_added_up_by_month_action_and_member() {
        sixthUnlockForCredits();

        HttpResponse<String> usage = caller.get("/wallet/usage");
        String month = text(usage, "/month");
        assertThat(at(usage, "/items/0").toString()).isEqualTo("{\"action\":\"creator_unlock\",\"actor\":{\"type\":\"user\",\"id\":\""
                + ana.user().id() + "\"},\"times\":6,\"quota_units\":5,\"allowance_units\":0,\"credits\":25}");
        assertThat(caller.get("/wallet/usage?month=" + month).body()).isEqualTo(usage.body());
        assertThat(at(caller.get("/wallet/usage?month=2099-01"), "/items")).isEmpty();
        HttpResponse<String> spending = caller.get("/wallet/spending?from=" + month + "&to=" + month);
        assertThat(at(spending, "/by_action").toString()).isEqualTo("[{\"action\":\"creator_unlock\",\"credits\":25}]");
        assertThat(at(spending, "/by_actor/0/credits").asLong()).isEqualTo(25);
        assertThat(at(spending, "/total_credits").asLong()).isEqualTo(25);
        refuses(caller.get("/wallet/spending?from=2026-02&to=2026-01"), 400, "invalid_parameter");
        refuses(caller.get("/wallet/spending?from=2026-01&to=2029-01"), 400, "invalid_parameter");
        refuses(caller.get("/wallet/usage?month=2026-13"), 400, "invalid_parameter");
    }

    @Test
    void an_operator_gives_takes_and_refunds_and_every_word_is_checked() {
        HttpResponse<String> sixth = sixthUnlockForCredits();
        String operation = text(sixth, "/charge/operation");

        HttpResponse<String> refund = adjust("{\"kind\":\"refund\",\"operation_id\":\"" + operation + "\",\"reason\":\"wrong person\"}");
        assertThat(refund.statusCode()).as(refund.body()).isEqualTo(200);
        assertThat(at(refund, "/credits").asLong()).isEqualTo(25);
        assertThat(caller.available()).isEqualTo(100);
        assertThat(at(caller.get("/unlocks"), "/items").size()).isEqualTo(5);
        refuses(adjust("{\"kind\":\"refund\",\"operation_id\":\"" + operation + "\",\"reason\":\"again\"}"), 409, "state_conflict");
        HttpResponse<String> taken = operator.once("t", wallet + "/adjustments", "{\"kind\":\"deduct\",\"credits\":30,\"reason\":\"x\"}");
        HttpResponse<String> repeated = operator.once("t", wallet + "/adjustments", "{\"kind\":\"deduct\",\"credits\":30,\"reason\":\"x\"}");
        assertThat(repeated.body()).isEqualTo(taken.body());
        assertThat(repeated.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        refuses(operator.once("t", wallet + "/adjustments", "{\"kind\":\"deduct\",\"credits\":31,\"reason\":\"x\"}"), 409, "idempotency_key_reused");
        assertThat(caller.available()).as("the credits of the day went first").isEqualTo(80);
        refuses(adjust("{\"kind\":\"deduct\",\"credits\":1000,\"reason\":\"too much\"}"), 402, "credits_missing");
        for (String wrong : List.of("{\"kind\":\"grant\",\"reason\":\"r\"}", "{\"kind\":\"grant\",\"credits\":0,\"reason\":\"r\"}",
                "{\"kind\":\"grant\",\"credits\":-5,\"reason\":\"r\"}", "{\"kind\":\"grant\",\"credits\":1.5,\"reason\":\"r\"}",
                "{\"kind\":\"grant\",\"credits\":1000000000000001,\"reason\":\"r\"}", "{\"kind\":\"grant\",\"credits\":1,\"reason\":\" \"}",
                "{\"kind\":\"grant\",\"credits\":1,\"expires_at\":\"2020-01-01T00:00:00Z\",\"reason\":\"r\"}",
                "{\"kind\":\"deduct\",\"credits\":1,\"lot_kind\":\"promo\",\"reason\":\"r\"}", "{\"kind\":\"refund\",\"reason\":\"r\"}")) {
            refuses(adjust(wrong), 400, "invalid_field");
        }
        refuses(operator.plain(wallet + "/adjustments", "{\"kind\":\"grant\",\"credits\":1,\"reason\":\"r\"}"), 400, "idempotency_key_missing");
        refuses(caller.post(wallet + "/adjustments", "{\"kind\":\"grant\",\"credits\":1,\"reason\":\"r\"}"), 403, "forbidden");
        refuses(operator.post("/admin/wallets/0195f000-0000-7000-8000-00000000dead/adjustments",
                "{\"kind\":\"grant\",\"credits\":1,\"reason\":\"r\"}"), 404, "not_found");
        assertThat(caller.available()).as("the credits of the day went first").isEqualTo(80);
        assertThat(caller.get("/audit-log?action=wallet.adjust").body()).contains("operator:root");
        assertThat(at(operator.get("/admin/credits/stats"), "/spent").asLong()).isZero();
    }
}
