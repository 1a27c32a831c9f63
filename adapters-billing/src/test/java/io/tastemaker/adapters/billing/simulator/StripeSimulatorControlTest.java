package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorControlTest {

    private final Shop shop = new Shop();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        shop.close();
    }

    @Test
    void another_process_pays_and_lets_time_pass() throws Exception {
        Session session = shop.session(Shop.plan(Shop.PRO));
        does("/_sim/sessions/" + session.getId() + "/pay", "{\"outcome\":\"succeeds\"}");
        String subscription = shop.again(session).getSubscription();
        does("/_sim/customers/" + shop.subscription(subscription).getCustomer() + "/card", "{\"works\":false}");
        assertThat(does("/_sim/clock", "{\"advance\":\"P28D\"}").path("now").asText()).isEqualTo("2026-02-28T10:00:00Z");
        assertThat(shop.subscription(subscription).getStatus()).isEqualTo("past_due");
        does("/_sim/invoices/" + shop.subscription(subscription).getLatestInvoice() + "/pay", "");
        does("/_sim/subscriptions/" + subscription + "/price", "{\"price\":\"price_max\"}");
        does("/_sim/subscriptions/" + subscription + "/cancel", "{\"at_period_end\":true}");
        does("/_sim/subscriptions/" + subscription + "/resume", "");
        does("/_sim/subscriptions/" + subscription + "/cancel", "");
        assertThat(shop.subscription(subscription).getStatus()).isEqualTo("canceled");
    }

    @Test
    void another_process_is_the_bank() throws Exception {
        String intent = shop.paid(Shop.topUp(800)).getPaymentIntent();
        String refund = does("/_sim/refunds", "{\"of\":\"" + intent + "\",\"amount\":300}").path("id").asText();
        assertThat(shop.stripe.refunds().retrieve(refund).getAmount()).isEqualTo(300);
        String dispute = does("/_sim/disputes", "{\"of\":\"" + intent + "\"}").path("id").asText();
        does("/_sim/disputes/" + dispute + "/close", "{\"won\":false}");
        assertThat(shop.stripe.disputes().retrieve(dispute).getStatus()).isEqualTo("lost");
    }

    @Test
    void another_process_is_the_seller() throws Exception {
        does("/_sim/prices", "{\"id\":\"price_new\",\"amount\":100,\"currency\":\"eur\",\"name\":\"New\"}");
        assertThat(shop.stripe.prices().retrieve("price_new").getCurrency()).isEqualTo("eur");
        does("/_sim/coupons", "{\"id\":\"TEN\",\"percent_off\":10,\"duration\":\"once\"}");
        String code = does("/_sim/promotion_codes", "{\"promotion\":{\"type\":\"coupon\",\"coupon\":\"TEN\"},\"code\":\"SPRING\"}")
                .path("id").asText();
        does("/_sim/promotion_codes/" + code + "/deactivate", "");
        assertThat(shop.stripe.promotionCodes().retrieve(code).getActive()).isFalse();
    }

    @Test
    void another_process_breaks_things() throws Exception {
        does("/_sim/faults", "{\"answer_next\":{\"times\":1,\"status\":500}}");
        assertThatThrownBy(shop::customer).isInstanceOf(ApiException.class);
        shop.customer();
        HttpResponse<String> counts = client.send(request("/_sim/faults").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(Json.read(counts.body()).path("requests").path("POST /v1/customers").asInt()).isEqualTo(2);
        assertThat(Json.read(counts.body()).path("effects").asInt()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_done_is_said() throws Exception {
        Session session = shop.paid(Shop.topUp(800));
        HttpResponse<String> answer = post("/_sim/sessions/" + session.getId() + "/pay", "{}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("The session is complete");
        assertThat(post("/_sim/nothing", "{}").statusCode()).isEqualTo(404);
        assertThat(post("/_sim/clock", "{\"advnace\":\"P1D\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void the_process_says_when_it_is_ready_and_ends_with_its_input() throws IOException, InterruptedException, StripeException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1", SimulatorMain.class.getName(), "--key", "sk_test_demo",
                "--price", "price_demo=1900=usd=Demo").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader()) {
            String ready = out.readLine();
            assertThat(ready).startsWith("simulator ready http://127.0.0.1:");
            StripeClient stripe = StripeClient.builder().setApiKey("sk_test_demo").setApiBase(ready.substring("simulator ready ".length())).build();
            assertThat(stripe.v1().prices().retrieve("price_demo").getUnitAmount()).isEqualTo(1900);
            process.getOutputStream().close();
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private ObjectNode does(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return client.send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shop.simulator.base() + path));
    }
}
