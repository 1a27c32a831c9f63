package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.BUYER;
import static io.tastemaker.domain.billing.BillingFixtures.STANDARD;
import static io.tastemaker.domain.billing.BillingFixtures.START;
import static io.tastemaker.domain.billing.BillingFixtures.TEAM;
import static io.tastemaker.domain.billing.BillingFixtures.order;
import static io.tastemaker.domain.billing.BillingFixtures.pack;
import static io.tastemaker.domain.billing.BillingFixtures.session;
import static io.tastemaker.domain.billing.BillingFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private static final Instant LATER = START.plus(Duration.ofHours(2));

    @Test
    void a_new_order_can_be_paid_for_an_hour() {
        Order order = order(pack(), 0);
        assertThat(order.state()).isEqualTo(Order.State.NEW);
        assertThat(order.expiresAt()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(order.session()).isEmpty();
        assertThat(order.settledAt()).isEmpty();
    }

    @Test
    void what_is_asked_is_the_price_less_the_discount() {
        assertThat(order(pack(), 0).amount()).isEqualTo(usd(1_000));
        assertThat(order(pack(), 201).amount()).isEqualTo(usd(799));
        assertThat(order(pack(), 1_000).amount()).isEqualTo(usd(0));
        assertThat(order(new Purchase.Subscribe(STANDARD, 0), 200).amount()).isEqualTo(usd(800));
    }

    @Test
    void during_a_trial_nothing_is_asked() {
        assertThat(order(new Purchase.Subscribe(STANDARD, 7), 200).amount()).isEqualTo(usd(0));
    }

    @Test
    void no_more_is_taken_off_than_is_asked_and_in_one_currency() {
        assertThatIllegalArgumentException().isThrownBy(() -> order(pack(), 1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> Order.asked(OrderId.asked(TEAM, "key"), TEAM, BUYER, pack(), usd(1_000),
                new Discount(Money.of("1.00", "EUR"), Optional.empty()), START));
    }

    @Test
    void only_a_new_order_is_opened() {
        Order opened = order(pack(), 0).opened("cs_1");
        assertThat(opened.state()).isEqualTo(Order.State.OPEN);
        assertThat(opened.session()).contains("cs_1");
        for (Order.State state : EnumSet.complementOf(EnumSet.of(Order.State.NEW))) {
            Order gone = in(state);
            assertThat(gone.opened("cs_2")).isEqualTo(gone);
        }
    }

    @Test
    void an_order_is_paid_when_its_checkout_says_so_and_the_sums_agree() {
        Order paid = heard(order(pack(), 201), ProviderSession.State.PAID, 799);
        assertThat(paid.state()).isEqualTo(Order.State.PAID);
        assertThat(paid.session()).contains("cs_1");
        assertThat(paid.settledAt()).contains(LATER);
        assertThat(paid.fault()).isEmpty();
    }

    @Test
    void another_sum_than_was_asked_is_a_mismatch_that_says_why() {
        Order order = heard(order(pack(), 0), ProviderSession.State.PAID, 999);
        assertThat(order.state()).isEqualTo(Order.State.MISMATCHED);
        assertThat(order.fault()).contains("asked 10.00 USD, the checkout says 9.99 USD");
        ProviderSession euros = new ProviderSession("cs_1", Optional.empty(), Optional.empty(), Optional.empty(), ProviderSession.State.PAID,
                Optional.empty(), Optional.of(Money.of("10.00", "EUR")), Optional.of("pi_1"), Optional.empty(), START);
        assertThat(order(pack(), 0).hears(euros, LATER).state()).as("the same number in another currency").isEqualTo(Order.State.MISMATCHED);
        ProviderSession silent = new ProviderSession("cs_1", Optional.empty(), Optional.empty(), Optional.empty(), ProviderSession.State.PAID,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), START);
        assertThat(order(pack(), 0).hears(silent, LATER).fault()).contains("asked 10.00 USD, the checkout says nothing");
    }

    @ParameterizedTest
    @EnumSource(value = Order.State.class, names = {"PAID", "MISMATCHED"})
    void what_was_paid_stays_as_it_is(Order.State state) {
        Order order = in(state);
        for (ProviderSession.State seen : ProviderSession.State.values()) {
            assertThat(heard(order, seen, 1_000)).isEqualTo(order);
        }
        assertThat(order.lapsed(LATER)).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource(value = Order.State.class, names = {"NEW", "OPEN", "PENDING", "EXPIRED", "FAILED"})
    void money_that_comes_after_all_counts(Order.State state) {
        assertThat(heard(in(state), ProviderSession.State.PAID, 1_000).state()).isEqualTo(Order.State.PAID);
    }

    @Test
    void money_that_is_under_way_comes_or_does_not() {
        Order pending = heard(order(pack(), 0).opened("cs_1"), ProviderSession.State.PENDING, 1_000);
        assertThat(pending.state()).isEqualTo(Order.State.PENDING);
        assertThat(pending.settledAt()).isEmpty();
        assertThat(heard(pending, ProviderSession.State.PAID, 1_000).state()).isEqualTo(Order.State.PAID);
        Order failed = heard(pending, ProviderSession.State.FAILED, 1_000);
        assertThat(failed.state()).isEqualTo(Order.State.FAILED);
        assertThat(failed.settledAt()).contains(LATER);
    }

    @Test
    void an_order_that_is_over_does_not_open_again() {
        assertThat(heard(in(Order.State.EXPIRED), ProviderSession.State.OPEN, 1_000)).isEqualTo(in(Order.State.EXPIRED));
        assertThat(heard(in(Order.State.FAILED), ProviderSession.State.OPEN, 1_000)).isEqualTo(in(Order.State.FAILED));
        assertThat(heard(order(pack(), 0), ProviderSession.State.OPEN, 1_000).state()).isEqualTo(Order.State.OPEN);
    }

    @Test
    void what_is_heard_twice_changes_nothing_the_second_time() {
        for (Order.State state : Order.State.values()) {
            for (ProviderSession.State seen : ProviderSession.State.values()) {
                Order once = heard(in(state), seen, 1_000);
                assertThat(once.hears(session(once, seen, 1_000), LATER.plusSeconds(1))).as("%s, then %s", state, seen).isEqualTo(once);
            }
        }
    }

    @Test
    void an_order_that_was_never_opened_lapses_but_not_one_whose_money_is_under_way() {
        Order lapsed = order(pack(), 0).lapsed(LATER);
        assertThat(lapsed.state()).isEqualTo(Order.State.EXPIRED);
        assertThat(lapsed.settledAt()).contains(LATER);
        assertThat(in(Order.State.PENDING).lapsed(LATER)).isEqualTo(in(Order.State.PENDING));
        assertThat(lapsed.lapsed(LATER.plusSeconds(1))).isEqualTo(lapsed);
    }

    @Test
    void four_states_are_final() {
        assertThat(List.of(Order.State.values())).filteredOn(Order.State::isFinal)
                .containsExactlyInAnyOrderElementsOf(Set.of(Order.State.PAID, Order.State.EXPIRED, Order.State.FAILED, Order.State.MISMATCHED));
    }

    private static Order in(Order.State state) {
        Order order = order(pack(), 0);
        return switch (state) {
            case NEW -> order;
            case OPEN -> order.opened("cs_1");
            case PENDING -> heard(order, ProviderSession.State.PENDING, 1_000);
            case PAID -> heard(order, ProviderSession.State.PAID, 1_000);
            case EXPIRED -> heard(order, ProviderSession.State.EXPIRED, 1_000);
            case FAILED -> heard(order, ProviderSession.State.FAILED, 1_000);
            case MISMATCHED -> heard(order, ProviderSession.State.PAID, 1);
        };
    }

    private static Order heard(Order order, ProviderSession.State state, long cents) {
        return order.hears(session(order, state, cents), LATER);
    }
}
