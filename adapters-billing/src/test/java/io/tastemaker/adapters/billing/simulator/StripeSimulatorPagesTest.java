package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.billingportal.SessionCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorPagesTest {

    private final Shop shop = new Shop();
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        browser.close();
        shop.close();
    }

    @Test
    void a_session_is_paid_on_its_page_which_leads_back() throws Exception {
        Session session = shop.session(Shop.topUp(800));
        assertThat(seen(session.getUrl())).contains("8.00 USD", "<form method=post>");
        HttpResponse<String> paid = sent(session.getUrl(), "pay=pay");
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).contains("http://127.0.0.1/paid?session=" + session.getId());
        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("paid");
        assertThat(sent(session.getUrl(), "pay=pay").statusCode()).isEqualTo(409);
    }

    @Test
    void a_bad_card_leaves_one_on_the_page() throws Exception {
        Session session = shop.session(Shop.topUp(800));
        HttpResponse<String> declined = sent(session.getUrl(), "pay=declined");
        assertThat(declined.statusCode()).isEqualTo(200);
        assertThat(declined.body()).contains("Your card was declined.");
    }

    @Test
    void a_code_is_typed_in_on_the_page() throws Exception {
        String coupon = shop.stripe.coupons().create(CouponCreateParams.builder().setAmountOff(100L).setCurrency("usd").build()).getId();
        shop.outside().promotionCode(Map.of("promotion[type]", "coupon", "promotion[coupon]", coupon, "code", "SPRING"));
        Session session = shop.session(Shop.topUp(800).setAllowPromotionCodes(true));
        assertThat(sent(session.getUrl(), "promotion_code=SPRING&pay=code").body()).contains("7.00 USD");
        assertThat(sent(session.getUrl(), "promotion_code=OTHER&pay=code").statusCode()).isEqualTo(409);
    }

    @Test
    void an_open_invoice_is_paid_on_its_page() throws Exception {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        shop.outside().card(subscription.getCustomer(), false);
        shop.simulator.advance(Duration.ofDays(28));
        String page = shop.invoices(subscription.getId()).getFirst().getHostedInvoiceUrl();
        assertThat(seen(page)).contains("29.00 USD, open");
        assertThat(sent(page, "pay=pay").body()).contains("paid");
        assertThat(shop.subscription(subscription.getId()).getStatus()).isEqualTo("active");
    }

    @Test
    void a_customer_looks_after_subscriptions_in_the_portal() throws Exception {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        String portal = portal(subscription.getCustomer());
        assertThat(seen(portal)).contains("Change to Max", "Cancel at the end of the period");
        assertThat(sent(portal, "subscription=" + subscription.getId() + "&act=cancel").statusCode()).isEqualTo(303);
        assertThat(shop.subscription(subscription.getId()).getCancelAtPeriodEnd()).isTrue();
        sent(portal, "subscription=" + subscription.getId() + "&act=resume");
        sent(portal, "subscription=" + subscription.getId() + "&act=" + Shop.MAX);
        Subscription changed = shop.subscription(subscription.getId());
        assertThat(changed.getCancelAtPeriodEnd()).isFalse();
        assertThat(changed.getItems().getData().getFirst().getPrice().getId()).isEqualTo(Shop.MAX);
    }

    @Test
    void a_customer_does_not_look_after_those_of_others() throws Exception {
        Subscription subscription = shop.subscribed(Shop.plan(Shop.PRO));
        sent(portal(shop.customer()), "subscription=" + subscription.getId() + "&act=cancel");
        assertThat(shop.subscription(subscription.getId()).getCancelAtPeriodEnd()).isFalse();
    }

    @Test
    void what_is_not_there_is_not_shown() throws Exception {
        assertThat(browser.send(HttpRequest.newBuilder(URI.create(shop.simulator.base() + "/pay/cs_none")).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        assertThat(browser.send(HttpRequest.newBuilder(URI.create(shop.simulator.base() + "/")).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    private String portal(String customer) throws StripeException {
        return shop.stripe.billingPortal().sessions().create(SessionCreateParams.builder().setCustomer(customer)
                .setReturnUrl("http://127.0.0.1/back").build()).getUrl();
    }

    private String seen(String page) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> sent(String page, String form) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(page)).POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
