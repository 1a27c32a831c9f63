package io.tastemaker.adapters.billing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSimulatorFaultsTest {

    private static final CustomerCreateParams ANA = CustomerCreateParams.builder().setEmail("ana@example.org").build();
    private static final CustomerCreateParams BEN = CustomerCreateParams.builder().setEmail("ben@example.org").build();

    private final Shop shop = new Shop();
    private final Faults faults = shop.simulator.faults();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_same_key_gives_the_same_answer() throws StripeException {
        Customer first = create(ANA, "k1");
        Customer again = create(ANA, "k1");
        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(faults.effects()).isEqualTo(1);
        assertThat(faults.requests("/v1/customers")).isEqualTo(2);
    }

    @Test
    void the_same_key_with_other_parameters_is_refused() throws StripeException {
        create(ANA, "k1");
        assertThatThrownBy(() -> create(BEN, "k1")).isInstanceOf(IdempotencyException.class);
    }

    @Test
    void a_key_is_forgotten_after_a_day() throws StripeException {
        Customer first = create(ANA, "k1");
        shop.simulator.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(create(ANA, "k1").getId()).isEqualTo(first.getId());
        shop.simulator.advance(Duration.ofSeconds(1));
        assertThat(create(ANA, "k1").getId()).isNotEqualTo(first.getId());
    }

    @Test
    void a_key_that_is_in_use_is_refused() {
        faults.hang(Duration.ofSeconds(10));
        CompletableFuture<Customer> first = CompletableFuture.supplyAsync(() -> created(ANA, "k1"), Thread::startVirtualThread);
        while (faults.requests("/v1/customers") == 0) {
            Thread.onSpinWait();
        }
        CompletableFuture<Customer> second = CompletableFuture.supplyAsync(() -> created(ANA, "k1"), Thread::startVirtualThread);
        CompletableFuture<Object> refused = CompletableFuture.anyOf(first, second);
        assertThatThrownBy(refused::join).hasRootCauseInstanceOf(ApiException.class)
                .hasStackTraceContaining("idempotency_key_in_use");
        faults.release();
        assertThatCode(() -> CompletableFuture.anyOf(first.exceptionallyCompose(failed -> second)).join()).doesNotThrowAnyException();
        assertThat(faults.effects()).isEqualTo(1);
        assertThat(faults.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void an_error_after_the_start_is_replayed_too() {
        faults.answerNext(1, 500);
        assertThatThrownBy(() -> create(ANA, "k1")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> create(ANA, "k1")).isInstanceOf(ApiException.class);
        assertThat(faults.effects()).isZero();
        assertThatCode(() -> create(ANA, "k2")).doesNotThrowAnyException();
    }

    @Test
    void an_error_before_the_start_is_not() throws StripeException {
        faults.answerNext(1, 429);
        assertThatThrownBy(() -> create(ANA, "k1")).isInstanceOf(RateLimitException.class);
        assertThat(create(ANA, "k1").getId()).isNotEmpty();
        faults.answerNext(1, 503);
        assertThatThrownBy(() -> create(ANA, "k2")).isInstanceOf(ApiException.class);
        assertThat(create(ANA, "k2").getId()).isNotEmpty();
    }

    @Test
    void a_refused_parameter_leaves_the_key_free() throws StripeException {
        assertThatThrownBy(() -> create(CustomerCreateParams.builder().putExtraParam("emial", "x").build(), "k1"))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(create(ANA, "k1").getId()).isNotEmpty();
    }

    @Test
    void an_answer_can_be_lost_after_the_effect() throws StripeException {
        faults.breakAfterEffect(1);
        assertThatThrownBy(() -> create(ANA, "k1")).isInstanceOf(ApiConnectionException.class);
        assertThat(faults.effects()).isEqualTo(1);
        assertThat(create(ANA, "k1").getEmail()).isEqualTo("ana@example.org");
        assertThat(faults.effects()).isEqualTo(1);
        assertThat(shop.simulator.ids("customer")).hasSize(1);
    }

    @Test
    void an_answer_can_be_kept_back_after_the_effect() throws StripeException {
        faults.timeOutAfterEffect(1);
        RequestOptions impatient = RequestOptions.builder().setIdempotencyKey("k1").setReadTimeout(50).build();
        assertThatThrownBy(() -> shop.stripe.customers().create(ANA, impatient)).isInstanceOf(ApiConnectionException.class);
        assertThat(create(ANA, "k1").getEmail()).isEqualTo("ana@example.org");
        assertThat(faults.effects()).isEqualTo(1);
    }

    @Test
    void an_answer_can_be_late() {
        faults.hang(Duration.ofSeconds(10));
        RequestOptions impatient = RequestOptions.builder().setReadTimeout(50).build();
        assertThatThrownBy(() -> shop.stripe.customers().retrieve("cus_1", impatient)).isInstanceOf(ApiConnectionException.class);
        faults.release();
    }

    @Test
    void an_answer_can_be_rubbish() throws StripeException {
        String customer = shop.customer();
        faults.garbageNext(1);
        assertThatThrownBy(() -> shop.stripe.customers().retrieve(customer)).isInstanceOf(ApiException.class);
        assertThat(shop.stripe.customers().retrieve(customer).getId()).isEqualTo(customer);
    }

    @Test
    void a_fault_can_be_for_one_address() throws StripeException {
        faults.answerNext(1, 500, "/v1/checkout/");
        shop.customer();
        assertThatThrownBy(() -> shop.session(Shop.topUp(800))).isInstanceOf(ApiException.class);
    }

    @Test
    void each_request_can_take_its_time() throws StripeException {
        faults.slow(Duration.ofMillis(30));
        long start = System.nanoTime();
        shop.customer();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        faults.clear();
    }

    private Customer create(CustomerCreateParams who, String key) throws StripeException {
        return shop.stripe.customers().create(who, Shop.key(key));
    }

    private Customer created(CustomerCreateParams who, String key) {
        try {
            return create(who, key);
        } catch (StripeException failure) {
            throw new CompletionException(failure);
        }
    }
}
