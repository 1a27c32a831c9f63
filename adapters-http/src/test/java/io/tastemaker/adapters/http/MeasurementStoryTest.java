package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.campaigns.Campaign;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasurementStoryTest {

    private static final String PHONE = "Mozilla/5.0 (iPhone) AppleWebKit/605 Instagram";

    private Program program;
    private String campaign;
    private String creator;

    @BeforeEach
    void beginCampaign() {
        program = new Program();
        creator = text(posted(201, "/api/v1/creators", """
                {"platform":"instagram","handle":"ana.verde","name":"Ana","followers":50000,"engagement_rate":0.04}"""), "/id");
        String id = text(posted(201, "/api/v1/campaigns", """
                {"name":"Serum","brief":"vegan","budget":{"amount":"5000.00","currency":"USD"}}"""), "/id");
        campaign = "/api/v1/campaigns/" + id;
        posted(200, campaign + "/creators", "{\"creator_ids\":[\"" + creator + "\"]}");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void a_campaign_is_measured_from_its_posts_to_its_return() throws GeneralSecurityException {
        String post = text(posted(200, campaign + "/posts", """
                {"posts":[{"url":"https://www.instagram.com/ana.verde/p/CxYz1234/?igsh=1"}]}"""), "/added/0/post/id");
        posted(201, campaign + "/metrics", """
                {"rows":[{"post_id":"%s","measured_at":"2026-03-01T00:00:00Z","source":"meta-export",
                          "metrics":{"reach":8000,"impressions":10000,"likes":300,"comments":100}},
                         {"creator_id":"%s","measured_at":"2026-03-01T00:00:00Z","source":"by-hand","metrics":{"cost":{"amount":"250.00","currency":"USD"}}}]}"""
                .formatted(post, creator));
        HttpResponse<String> link = posted(201, campaign + "/links",
                "{\"target_url\":\"https://shop.com/serum\",\"creator_id\":\"" + creator + "\"}");
        String path = "/t/" + text(link, "/code") + "?fbclid=1";
        HttpResponse<String> followed = program.server().send(program.server().bare(path).header("User-Agent", PHONE));
        assertThat(followed.statusCode()).isEqualTo(302);
        assertThat(followed.headers().firstValue("Location")).contains("https://shop.com/serum");
        assertThat(followed.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(followed.headers().firstValue("Set-Cookie")).isEmpty();
        program.measurement().writeClicks();

        String secret = text(posted(201, campaign + "/conversion-secret", ""), "/secret");
        String order = "{\"order_id\":\"A-1\",\"amount\":{\"amount\":\"1000.00\",\"currency\":\"USD\"},\"link\":\"" + text(link, "/code") + "\"}";
        assertThat(at(told(200, secret, order), "/duplicate").asBoolean()).isFalse();
        assertThat(at(told(200, secret, order), "/duplicate").asBoolean()).isTrue();
        assertThat(text(told(409, secret, order.replace("1000.00", "1.00")), "/code")).isEqualTo("already_exists");
        assertThat(text(told(400, secret + "x", order), "/code")).isEqualTo("signature_invalid");
        assertThat(text(told(400, secret, "{\"order_id\":7}"), "/code")).isEqualTo("invalid_field");

        HttpResponse<String> analytics = program.server().get(campaign + "/analytics");
        assertThat(analytics.statusCode()).isEqualTo(200);
        assertThat(at(analytics, "/figures/roi/value").decimalValue()).isEqualByComparingTo("3");
        assertThat(text(analytics, "/figures/roi/formula")).isEqualTo("roi@2");
        assertThat(at(analytics, "/figures/roi/rows").asInt()).isEqualTo(2);
        assertThat(at(analytics, "/figures/engagement_rate/value").decimalValue()).isEqualByComparingTo("0.05");
        assertThat(at(analytics, "/figures/clicks/value").asInt()).isEqualTo(1);
        assertThat(text(analytics, "/figures/cost_per_view/lack")).isEqualTo("no_views");
        assertThat(at(analytics, "/figures/cost_per_view/amount").isNull()).isTrue();
        assertThat(text(analytics, "/figures/earned_media_value/formula")).isEqualTo("earned_media_value@1");
        assertThat(text(analytics, "/comparison/creators/0/engagements/lack")).isEqualTo("no_prediction");
        HttpResponse<String> daily = program.server().get(campaign + "/analytics/daily");
        assertThat(text(daily, "/days/0/day")).isEqualTo("2026-03-01");
        assertThat(at(daily, "/days/1/likes").isNull()).isTrue();
        assertThat(at(daily, "/days/1/clicks").asInt()).isEqualTo(1);
    }

    @Test
    void who_only_looks_is_led_on_and_not_counted() {
        HttpResponse<String> link = posted(201, campaign + "/links", "{\"target_url\":\"https://shop.com/serum\"}");
        String path = "/t/" + text(link, "/code");
        assertThat(program.server().send(program.server().bare(path).header("User-Agent", PHONE).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .statusCode()).isEqualTo(302);
        assertThat(program.server().send(program.server().bare(path).header("User-Agent", PHONE).header("Sec-Purpose", "prefetch;prerender")).statusCode())
                .isEqualTo(302);
        assertThat(program.server().send(program.server().bare(path).header("User-Agent", "facebookexternalhit/1.1").header("Accept", "text/html"))
                .statusCode()).isEqualTo(302);
        assertThat(program.measurement().writeClicks()).isZero();

        program.server().send(program.server().request(campaign + "/links/" + text(link, "/id")).DELETE());
        assertThat(program.server().send(program.server().bare(path).header("User-Agent", PHONE)).statusCode()).isEqualTo(404);
        assertThat(program.server().send(program.server().bare("/t/nothing")).statusCode()).isEqualTo(404);
    }

    @Test
    void an_archived_campaign_takes_nothing_in_and_says_where_it_stands() throws GeneralSecurityException {
        String path = "/t/" + text(posted(201, campaign + "/links", "{\"target_url\":\"https://shop.com/serum\"}"), "/code");
        String secret = text(posted(201, campaign + "/conversion-secret", ""), "/secret");
        program.campaignIs(campaign.substring(campaign.lastIndexOf('/') + 1), Campaign.Status.ARCHIVED);

        List<HttpResponse<String>> refused = List.of(
                posted(409, campaign + "/posts", "{\"posts\":[{\"url\":\"https://youtu.be/dQw4w9WgXcQ\"}]}"),
                posted(409, campaign + "/metrics", "{\"rows\":[{\"measured_at\":\"2026-03-01T00:00:00Z\",\"source\":\"x\",\"metrics\":{\"reach\":5}}]}"),
                posted(409, campaign + "/links", "{\"target_url\":\"https://shop.com/more\"}"),
                posted(409, campaign + "/promo-codes", "{\"code\":\"ANA10\"}"),
                posted(409, campaign + "/conversion-secret", ""),
                told(409, secret, "{\"order_id\":\"A-1\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"},\"link\":\"" + path.substring(3) + "\"}"));
        assertThat(refused).allSatisfy(answer -> {
            assertThat(text(answer, "/code")).isEqualTo("state_conflict");
            assertThat(text(answer, "/state")).isEqualTo("archived");
        });
        assertThat(program.server().send(program.server().bare(path).header("User-Agent", PHONE)).statusCode()).isEqualTo(302);
        assertThat(program.measurement().writeClicks()).isZero();
    }

    @Test
    void bad_input_names_every_fault_and_changes_nothing() {
        HttpResponse<String> posts = posted(400, campaign + "/posts", """
                {"posts":[{"url":"https://example.com"},{"url":"https://www.tiktok.com/@ana.verde/video/712345","creator_id":"%s"},{}]}"""
                .formatted(creator));
        assertThat(at(posts, "/errors").findValuesAsText("pointer")).containsExactly("#/posts/0/url", "#/posts/1/creator_id", "#/posts/2/url");
        HttpResponse<String> rows = posted(400, campaign + "/metrics", """
                {"rows":[{"measured_at":"2026-03-09T00:00:00Z","source":"x","metrics":{"reach":5,"impressions":3}},
                         {"measured_at":"2026-03-01T00:00:00Z","source":"x",
                          "metrics":{"cost":{"amount":"1","currency":"USD"},"revenue":{"amount":"1","currency":"BRL"}}}]}""");
        assertThat(at(rows, "/errors").findValuesAsText("pointer")).containsExactly("#/rows/1/metrics/revenue/currency");
        posted(400, campaign + "/metrics", "{\"rows\":[]}");
        posted(400, campaign + "/links", "{\"target_url\":\"https://169.254.169.254/\"}");
        posted(201, campaign + "/promo-codes", "{\"code\":\"Ana10\",\"creator_id\":\"" + creator + "\"}");
        assertThat(text(posted(409, campaign + "/promo-codes", "{\"code\":\"ANA10\"}"), "/code")).isEqualTo("already_exists");
        assertThat(program.server().get(campaign + "/analytics?from=2026-03-02&to=2026-03-01").statusCode()).isEqualTo(400);
        assertThat(at(program.server().get(campaign + "/posts"), "/items")).isEmpty();
        assertThat(at(program.server().get(campaign + "/metrics"), "/items")).isEmpty();
        assertThat(at(program.server().get(campaign + "/links"), "/items")).isEmpty();
    }

    private HttpResponse<String> posted(int status, String path, String json) {
        HttpResponse<String> answer = json.isEmpty()
                ? program.server().send(program.server().request(path).POST(HttpRequest.BodyPublishers.noBody()))
                : program.server().post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private HttpResponse<String> told(int status, String secret, String body) throws GeneralSecurityException {
        long seconds = program.clock().instant().getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> answer = program.server().send(program.server().bare("/api/v1/conversions")
                .header("Conversion-Signature", "c=" + campaign.substring(campaign.lastIndexOf('/') + 1) + ",t=" + seconds + ",v1=" + signed)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
