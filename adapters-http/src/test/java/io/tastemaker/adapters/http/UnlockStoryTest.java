package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.charged;
import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.shared.CreatorId;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unlocking creators: out of the plan, for credits, again, and not at all. */
class UnlockStoryTest {

    private Program program;
    private Program.Person ana;
    private Caller caller;
    private CreatorId verde;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
        caller = new Caller(program, ana.key());
        verde = verde("ana.verde");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private CreatorId verde(String handle) {
        return program.inCatalogue(handle, new Facts.Stated<>(Fact.FOLLOWERS, 84_500L), new Facts.Stated<>(Fact.AVERAGE_LIKES, 3_900L),
                new Facts.Stated<>(Fact.WEBSITE, "https://verde.example.com"), new Facts.Stated<>(Fact.EMAIL, handle + "@example.com"));
    }

    private static String unlock(CreatorId creator) {
        return "/creators/" + creator + "/unlock";
    }

    /** A team on the free plan whose five unlocks are used up. */
    private void onFreeWithNothingLeft() {
        program.till().subscribe(ana.home(), "free");
        for (int i = 0; i < 5; i++) {
            assertThat(caller.post(unlock(verde("used" + i)), "").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void an_unlock_out_of_the_plan_opens_the_record_and_again_is_free() {
        HttpResponse<String> locked = caller.get("/creators/" + verde);
        assertThat(at(locked, "/unlocked").asBoolean()).isFalse();
        assertThat(at(locked, "/average_likes").isNull()).isTrue();
        assertThat(at(locked, "/website").isNull()).isTrue();
        assertThat(at(locked, "/followers").asLong()).isEqualTo(84_500);
        assertThat(at(locked, "/locked_facts").toString()).isEqualTo("[\"average_likes\",\"email\",\"website\"]");
        assertThat(at(locked, "/observed").has("average_likes")).isFalse();

        HttpResponse<String> first = caller.post(unlock(verde), "");
        HttpResponse<String> again = caller.post(unlock(verde), "");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(charged(first)).containsExactly("0", "plan_quota", "0");
        assertThat(text(first, "/unlock/kind")).isEqualTo("creator");
        assertThat(text(first, "/unlock/unlocked_by")).isEqualTo("user:" + ana.user().id());
        assertThat(at(first, "/unlock/expires_at").isNull()).isTrue();
        assertThat(at(first, "/charge").toString()).isEqualTo("{\"operation\":\"" + text(first, "/charge/operation")
                + "\",\"action\":\"creator_unlock\",\"units\":1,\"credits_charged\":0,\"credits_left\":0,\"replayed\":false,\"period_ends_at\":\""
                + text(first, "/charge/period_ends_at") + "\",\"sources\":[{\"source\":\"plan_quota\",\"units\":1,\"left\":499},"
                + "{\"source\":\"free_allowance\",\"units\":0,\"left\":0},"
                + "{\"source\":\"credits\",\"units\":0,\"credits\":0,\"rule\":\"creator_unlock@1\"}]}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(charged(again)).containsExactly("0", "already_unlocked", "0");
        assertThat(at(again, "/unlock")).isEqualTo(at(first, "/unlock"));
        assertThat(caller.unlocksLeft()).isEqualTo(499);
        HttpResponse<String> open = caller.get("/creators/" + verde);
        assertThat(at(open, "/unlocked").asBoolean()).isTrue();
        assertThat(at(open, "/average_likes").asLong()).isEqualTo(3_900);
        assertThat(at(open, "/email").isNull()).isTrue();
        assertThat(open.headers().firstValue("ETag")).isNotEqualTo(locked.headers().firstValue("ETag"));
        assertThat(text(caller.get("/unlocks"), "/items/0/creator_id")).isEqualTo(verde.toString());
        assertThat(at(caller.plain("/creators/search", "{}"), "/items/0/creator/unlocked").asBoolean()).isTrue();
    }

    @Test
    void the_address_is_shown_only_after_it_was_unlocked_and_nobody_else_sees_it() {
        HttpResponse<String> revealed = caller.post("/creators/" + verde + "/email-unlock", "");

        assertThat(revealed.statusCode()).as(revealed.body()).isEqualTo(201);
        assertThat(text(revealed, "/email")).isEqualTo("ana.verde@example.com");
        assertThat(text(revealed, "/unlock/kind")).isEqualTo("email");
        assertThat(text(caller.get("/creators/" + verde), "/email")).isEqualTo("ana.verde@example.com");
        assertThat(at(caller.get("/creators/" + verde), "/average_likes").isNull()).isTrue();
        assertThat(new Caller(program, program.otherKey()).get("/creators/" + verde).body()).doesNotContain("ana.verde@example.com");
        assertThat(caller.get("/audit-log?action=creator.email_unlock").body()).contains(verde.toString());
        CreatorId silent = program.inCatalogue("silent");
        refuses(caller.post("/creators/" + silent + "/email-unlock", ""), 409, "no_email");
        program.till().subscribe(ana.home(), "free");
        HttpResponse<String> denied = caller.post("/creators/" + verde("other") + "/email-unlock", "");
        refuses(denied, 403, "plan_required");
        assertThat(text(denied, "/required_plan")).isEqualTo("standard");
    }

    @Test
    void credits_pay_when_the_plan_has_nothing_left_and_a_repeat_charges_once() {
        onFreeWithNothingLeft();
        program.till().give(ana.home(), 40);

        HttpResponse<String> quote = caller.plain(unlock(verde) + "?dry_run=true", "");
        HttpResponse<String> first = caller.once("k", unlock(verde), "");
        HttpResponse<String> repeat = caller.once("k", unlock(verde), "");
        HttpResponse<String> other = caller.once("k", unlock(verde("other")), "");

        assertThat(quote.statusCode()).as(quote.body()).isEqualTo(200);
        assertThat(at(quote, "/dry_run").asBoolean() && at(quote, "/quote/affordable").asBoolean()).isTrue();
        assertThat(at(quote, "/quote/operation").isNull()).isTrue();
        assertThat(at(quote, "/quote/credits_left").asLong()).isEqualTo(15);
        assertThat(charged(quote)).containsExactly("0", "none", "40");
        assertThat(charged(first)).containsExactly("25", "credits", "15");
        assertThat(at(first, "/charge/sources/2/credits").asLong()).isEqualTo(25);
        assertThat(repeat.statusCode()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        refuses(other, 409, "idempotency_key_reused");
        assertThat(caller.available()).isEqualTo(15);
    }

    @Test
    void a_lack_of_credits_consumes_nothing_and_stands_after_a_top_up() {
        onFreeWithNothingLeft();
        program.till().give(ana.home(), 10);

        HttpResponse<String> short1 = caller.once("k", unlock(verde), "");
        HttpResponse<String> quote = caller.plain(unlock(verde) + "?dry_run=true", "");
        program.till().give(ana.home(), 100);
        HttpResponse<String> still = caller.once("k", unlock(verde), "");
        HttpResponse<String> anew = caller.post(unlock(verde), "");

        refuses(short1, 402, "credits_missing");
        assertThat(at(short1, "/required").asLong()).isEqualTo(25);
        assertThat(at(short1, "/available").asLong()).isEqualTo(10);
        assertThat(at(short1, "/missing").asLong()).isEqualTo(15);
        assertThat(text(short1, "/action")).isEqualTo("creator_unlock");
        assertThat(at(short1, "/top_up_available").asBoolean()).isFalse();
        assertThat(short1.body()).doesNotContain("debt");
        assertThat(charged(short1)).containsExactly("0", "none", "10");
        assertThat(quote.statusCode()).isEqualTo(200);
        assertThat(at(quote, "/quote/affordable").asBoolean()).isFalse();
        assertThat(at(quote, "/quote/credits_charged").asLong()).isEqualTo(25);
        refuses(still, 402, "credits_missing");
        assertThat(still.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(anew.statusCode()).isEqualTo(201);
        assertThat(caller.available()).isEqualTo(85);
    }

    @Test
    void the_most_that_it_may_cost_is_heeded() {
        onFreeWithNothingLeft();
        program.till().give(ana.home(), 100);

        HttpResponse<String> dear = caller.post(unlock(verde), "", "X-Credits-Max", "24");

        refuses(dear, 409, "price_above_max");
        assertThat(at(dear, "/price").asLong()).isEqualTo(25);
        assertThat(at(dear, "/max").asLong()).isEqualTo(24);
        for (String wrong : new String[] {"-1", "2.5", "x", "9999999999999999999"}) {
            HttpResponse<String> faulty = caller.post(unlock(verde), "", "X-Credits-Max", wrong);
            refuses(faulty, 400, "invalid_parameter");
            assertThat(faulty.body()).contains("header:X-Credits-Max");
            assertThat(faulty.headers().firstValue("X-Credits-Charged")).hasValue("0");
        }
        assertThat(caller.available()).isEqualTo(100);
        assertThat(caller.post(unlock(verde), "", "X-Credits-Max", "25").statusCode()).isEqualTo(201);
    }

    @Test
    void a_members_cap_holds_and_is_shown() {
        onFreeWithNothingLeft();
        program.till().give(ana.home(), 100);
        String members = "/teams/" + ana.home() + "/members/" + ana.user().id();
        String version = at(caller.get("/teams/" + ana.home() + "/members"), "/items/0/version").asText();
        HttpResponse<String> capped = caller.send("PATCH", members, "{\"monthly_credit_cap\":30}", "If-Match", "\"" + version + "\"");
        assertThat(capped.statusCode()).as(capped.body()).isEqualTo(200);

        assertThat(caller.post(unlock(verde), "").statusCode()).isEqualTo(201);
        HttpResponse<String> over = caller.post(unlock(verde("other")), "");

        refuses(over, 403, "member_cap_reached");
        assertThat(at(over, "/cap").asLong()).isEqualTo(30);
        assertThat(at(over, "/used").asLong()).isEqualTo(25);
        assertThat(at(over, "/required").asLong()).isEqualTo(25);
        assertThat(at(caller.get("/wallet/allowances"), "/member_cap").toString()).isEqualTo("{\"limit\":30,\"used\":25,\"left\":5}");
        assertThat(text(caller.get("/wallet/can-perform/creator_unlock"), "/reason")).isEqualTo("member_cap_reached");
        program.later(Duration.ofDays(32));
        assertThat(at(caller.get("/wallet/allowances"), "/member_cap/left").asLong()).isEqualTo(30);
    }

    @Test
    void own_creators_are_open_and_what_is_not_there_costs_nothing() {
        String own = text(caller.post("/creators", "{\"platform\":\"instagram\",\"handle\":\"mine\",\"email\":\"m@example.com\"}"), "/id");
        HttpResponse<String> opened = caller.post("/creators/" + own + "/unlock", "");
        Caller other = new Caller(program, program.otherKey());
        String foreign = other.post("/creators/" + own + "/unlock", "", "X-Request-Id", "same").body();
        String unknown = other.post("/creators/0195f000-0000-7000-8000-00000000dead/unlock", "", "X-Request-Id", "same").body();

        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(charged(opened)).containsExactly("0", "already_unlocked", "0");
        assertThat(at(opened, "/charge/operation").isNull()).isTrue();
        assertThat(text(caller.post("/creators/" + own + "/email-unlock", ""), "/email")).isEqualTo("m@example.com");
        assertThat(foreign).isEqualTo(unknown).contains("not_found");
        assertThat(caller.unlocksLeft()).isEqualTo(500);
        refuses(caller.plain(unlock(verde), ""), 400, "idempotency_key_missing");
        refuses(caller.once("k".repeat(256), unlock(verde), ""), 400, "invalid_parameter");
        refuses(new Caller(program, program.narrowKey(Scope.CREATORS_READ)).post(unlock(verde), ""), 403, "forbidden");
        assertThat(at(caller.get("/wallet/transactions"), "/items")).isEmpty();
        HttpResponse<String> operators = new Caller(program, program.operatorKey()).post(unlock(verde), "");
        assertThat(operators.statusCode()).as(operators.body()).isEqualTo(200);
        assertThat(at(operators, "/charge").isNull()).isTrue();
    }
}
