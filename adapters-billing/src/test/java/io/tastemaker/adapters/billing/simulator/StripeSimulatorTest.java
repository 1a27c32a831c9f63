package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PriceRetrieveParams;
import com.stripe.param.billingportal.SessionCreateParams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void speaks_the_version_of_the_sdk() {
        assertThat(Api.VERSION).isEqualTo(Stripe.API_VERSION);
    }

    @Test
    void refuses_another_key() {
        StripeClient stranger = StripeClient.builder().setApiKey("sk_test_other").setApiBase(shop.simulator.base()).build();
        assertThatThrownBy(() -> stranger.v1().customers().retrieve("cus_1")).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void a_customer_is_created_changed_and_deleted() throws StripeException {
        Customer made = shop.stripe.customers().create(CustomerCreateParams.builder().setEmail("ana@example.org").putMetadata("team", "t1")
                .putMetadata("gone", "soon").build());
        shop.stripe.customers().update(made.getId(), CustomerUpdateParams.builder().setName("Ana").putMetadata("gone", "").build());
        Customer changed = shop.stripe.customers().retrieve(made.getId());
        assertThat(changed.getEmail()).isEqualTo("ana@example.org");
        assertThat(changed.getName()).isEqualTo("Ana");
        assertThat(changed.getMetadata()).hasSize(1).containsEntry("team", "t1");
        assertThat(changed.getCreated()).isEqualTo(Shop.OPENING.getEpochSecond());

        shop.stripe.customers().delete(made.getId());
        assertThat(shop.stripe.customers().retrieve(made.getId()).getDeleted()).isTrue();
        assertThat(shop.happened()).containsExactly("customer.created", "customer.updated", "customer.deleted");
    }

    @Test
    void a_deleted_customer_buys_nothing_and_pays_for_nothing() throws StripeException {
        String subscription = shop.paid(Shop.plan(Shop.PRO).setCustomer(shop.customer())).getSubscription();
        String customer = shop.subscription(subscription).getCustomer();
        shop.outside().deleteCustomer(customer);
        assertThat(shop.subscription(subscription).getStatus()).isEqualTo("canceled");
        assertThatThrownBy(() -> shop.session(Shop.topUp(800).setCustomer(customer))).isInstanceOfSatisfying(InvalidRequestException.class,
                refusal -> assertThat(refusal.getCode()).isEqualTo("resource_missing"));
    }

    @Test
    void a_price_is_read_with_its_product() throws StripeException {
        var price = shop.stripe.prices().retrieve(Shop.PRO, PriceRetrieveParams.builder().addExpand("product").build());
        assertThat(price.getUnitAmount()).isEqualTo(2900);
        assertThat(price.getRecurring().getInterval()).isEqualTo("month");
        assertThat(price.getProductObject().getName()).isEqualTo("Pro");
    }

    @Test
    void the_portal_needs_a_customer() throws StripeException {
        String customer = shop.customer();
        var portal = shop.stripe.billingPortal().sessions().create(SessionCreateParams.builder().setCustomer(customer)
                .setReturnUrl("http://127.0.0.1/back").build());
        assertThat(portal.getUrl()).startsWith(shop.simulator.base() + "/portal/");
        assertThatThrownBy(() -> shop.stripe.billingPortal().sessions().create(SessionCreateParams.builder().setCustomer("cus_none").build()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void what_is_not_there_is_missing() {
        assertThatThrownBy(() -> shop.stripe.subscriptions().retrieve("sub_none")).isInstanceOfSatisfying(InvalidRequestException.class,
                refusal -> {
                    assertThat(refusal.getStatusCode()).isEqualTo(404);
                    assertThat(refusal.getCode()).isEqualTo("resource_missing");
                    assertThat(refusal.getRequestId()).startsWith("req_");
                });
    }

    @Test
    void a_parameter_that_nobody_knows_is_a_mistake() {
        assertThatThrownBy(() -> shop.stripe.customers().create(CustomerCreateParams.builder().putExtraParam("emial", "ana@example.org").build()))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo("parameter_unknown");
                    assertThat(refusal.getParam()).isEqualTo("emial");
                });
    }

    @Test
    void a_member_that_is_no_object_is_not_expanded() {
        assertThatThrownBy(() -> shop.stripe.prices().retrieve(Shop.PRO, PriceRetrieveParams.builder().addExpand("billing_scheme").build()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void lists_go_on_from_page_to_page_the_newest_first() throws StripeException {
        List<String> made = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            made.addFirst(shop.customer());
            shop.simulator.advance(Duration.ofSeconds(1));
        }
        List<String> listed = new ArrayList<>();
        shop.stripe.customers().list(CustomerListParams.builder().setLimit(3L).build()).autoPagingIterable()
                .forEach(customer -> listed.add(customer.getId()));
        assertThat(listed).isEqualTo(made);

        var since = shop.stripe.customers().list(CustomerListParams.builder().setCreated(CustomerListParams.Created.builder()
                .setGte(Shop.OPENING.getEpochSecond() + 5).build()).build());
        assertThat(since.getData()).extracting(Customer::getId).isEqualTo(made.subList(0, 2));
    }

    @Test
    void time_can_go_on_by_itself() {
        Instant before = Instant.now().minusSeconds(1);
        try (Shop ticking = new Shop(StripeSimulator.builder().from(Instant.now()))) {
            ticking.simulator.advance(Duration.ofDays(1));
            assertThat(ticking.simulator.clock().instant()).isBetween(before.plus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1)));
        }
    }

    @Test
    void the_same_seed_gives_the_same_ids() throws StripeException {
        try (Shop twin = new Shop(); Shop other = new Shop(StripeSimulator.builder().seed(2))) {
            String customer = shop.customer();
            assertThat(twin.customer()).isEqualTo(customer);
            assertThat(other.customer()).isNotEqualTo(customer);
        }
    }

    @Test
    void a_session_is_read_as_it_was_made() throws StripeException {
        Session session = shop.session(Shop.topUp(800).setClientReferenceId("order-1").putMetadata("order", "1"));
        Session read = shop.again(session);
        assertThat(read.getClientReferenceId()).isEqualTo("order-1");
        assertThat(read.getMetadata()).containsEntry("order", "1");
        assertThat(read.getUrl()).isEqualTo(shop.simulator.base() + "/pay/" + session.getId());
    }
}
