package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.ADVICE;
import static io.tastemaker.application.billing.BillingWorld.OPERATOR;
import static io.tastemaker.application.billing.BillingWorld.PACK;
import static io.tastemaker.application.billing.BillingWorld.PREMIUM;
import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static io.tastemaker.application.billing.BillingWorld.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.OpenCheckout.Outcome;
import io.tastemaker.application.billing.OpenCheckout.Wish;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.PageRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Orders and checkouts: what is asked, what is paid, and what comes of it. */
class BuyingTest {

    private final BillingWorld world = new BillingWorld(0);
    private final Actor.User ana = world.owner("ana");

    @Test
    void an_order_is_written_before_the_provider_is_asked_and_the_same_key_opens_its_checkout() {
        world.provider.beforeNextCheckout(world.provider::goDown);
        assertThatThrownBy(() -> world.checkout(ana, "key", ADVICE)).isInstanceOf(Refusal.Unavailable.class);

        Order written = world.show(ana, OrderId.asked(ana.team(), "key"));
        assertThat(written.state()).isEqualTo(Order.State.NEW);
        assertThat(written.session()).isEmpty();

        world.provider.comeUp();
        Order opened = world.opened(ana, "key", ADVICE);
        assertThat(opened.id()).isEqualTo(written.id());
        assertThat(opened.state()).isEqualTo(Order.State.OPEN);
        assertThat(orders()).containsExactly(opened);
    }

    @Test
    void a_request_that_is_sent_again_gets_the_same_checkout_and_another_key_another_one() {
        Order first = world.opened(ana, "one", ADVICE);
        Order again = world.opened(ana, "one", ADVICE);
        Order other = world.opened(ana, "two", ADVICE);

        assertThat(again).isEqualTo(first);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(other.session()).isNotEqualTo(first.session());
        assertThat(orders()).containsExactlyInAnyOrder(first, other);
    }

    @Test
    void of_many_who_send_one_key_at_once_all_get_one_checkout() {
        List<Order> opened = AtOnce.call(8, number -> world.opened(ana, "one", ADVICE));

        assertThat(Set.copyOf(opened)).hasSize(1);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void a_key_that_was_used_for_something_else_is_refused() {
        Order advice = world.opened(ana, "key", ADVICE);

        assertThat(world.checkout(ana, "key", new Wish.Something(usd("99.00"), "A day of advice"))).isEqualTo(new Outcome.KeyUsed(advice));
        assertThat(world.checkout(ana, "key", STANDARD)).isEqualTo(new Outcome.KeyUsed(advice));
        assertThat(world.show(ana, advice.id()).state()).isEqualTo(Order.State.OPEN);
    }

    @Test
    void a_key_that_was_used_for_something_else_of_the_same_price_is_refused() {
        world.till.subscribe(ana.team(), "standard");
        world.billing.addTopUpPack().handle(
                new AddTopUpPack.Command(OPERATOR, "bargain", 900, usd("10.00"), OptionalInt.empty(), true));
        world.coupon("SPRING", new Coupon.Reduction.Share(1_000), OptionalLong.empty());
        Order advice = world.opened(ana, "advice", ADVICE);
        Order pack = world.opened(ana, "pack", PACK);

        assertThat(world.checkout(ana, "advice", new Wish.Something(usd("120.00"), "A picture"))).isEqualTo(new Outcome.KeyUsed(advice));
        assertThat(world.checkout(ana, "pack", new Wish.Pack("bargain"))).isEqualTo(new Outcome.KeyUsed(pack));
        assertThat(world.checkout(ana, "pack", PACK, "SPRING")).as("with a coupon").isEqualTo(new Outcome.KeyUsed(pack));
        assertThat(world.opened(ana, "pack", PACK)).isEqualTo(pack);
    }

    @Test
    void a_key_whose_order_is_paid_is_used_up() {
        Order paid = world.bought(ana, "key", ADVICE);

        assertThat(world.checkout(ana, "key", ADVICE)).isEqualTo(new Outcome.KeyUsed(paid));
    }

    @Test
    void the_success_page_and_what_the_provider_tells_grant_once() {
        world.till.subscribe(ana.team(), "standard");
        Order order = world.opened(ana, "key", PACK);
        world.provider.pay(order.session().orElseThrow());

        assertThat(world.show(ana, order.id()).state()).as("before we were told").isEqualTo(Order.State.PAID);
        assertThat(world.credits(ana.team())).isEqualTo(500);
        world.hear();
        world.show(ana, order.id());

        assertThat(world.credits(ana.team())).isEqualTo(500);
        assertThat(world.payments(ana)).singleElement().satisfies(payment -> {
            assertThat(payment.kind()).isEqualTo(Payment.Kind.TOP_UP);
            assertThat(payment.paid()).isEqualTo(usd("10.00"));
            assertThat(payment.order()).contains(order.id());
        });
    }

    @Test
    void many_who_look_at_once_grant_once() {
        world.till.subscribe(ana.team(), "standard");
        Order order = world.opened(ana, "key", PACK);
        world.provider.pay(order.session().orElseThrow());
        world.fresh().forEach(world::deliver);

        AtOnce.call(12, number -> number % 2 == 0 ? world.show(ana, order.id()) : world.heed());

        assertThat(world.credits(ana.team())).isEqualTo(500);
        assertThat(world.payments(ana)).hasSize(1);
        assertThat(world.account(ana.team()).isUnsettled()).isFalse();
    }

    @Test
    void an_order_that_is_looked_at_once_more_changes_nothing() {
        world.till.subscribe(ana.team(), "standard");
        world.bought(ana, "key", PACK);
        Account before = world.account(ana.team());

        assertThat(world.reconciled().repaired()).isZero();

        assertThat(world.account(ana.team())).isEqualTo(before);
    }

    @Test
    void a_sum_that_does_not_agree_grants_nothing_and_is_listed() {
        world.till.subscribe(ana.team(), "standard");
        Order order = world.opened(ana, "key", PACK);
        world.provider.reprice(order.session().orElseThrow(), usd("1.00"));
        world.provider.pay(order.session().orElseThrow());
        world.hear();

        Order heard = world.show(ana, order.id());
        assertThat(heard.state()).isEqualTo(Order.State.MISMATCHED);
        assertThat(heard.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("10.00", "1.00"));
        assertThat(world.credits(ana.team())).isZero();
        assertThat(world.payments(ana)).extracting(Payment::paid).containsExactly(usd("1.00"));
        assertThat(world.billing.showRevenue().handle(new ShowRevenue.Query(OPERATOR, world.clock.instant().minusSeconds(60))).mismatched())
                .isEqualTo(1);
        assertThat(world.reconciled().drift()).isZero();
    }

    @Test
    void money_that_comes_later_brings_credits_when_it_is_there() {
        world.till.subscribe(ana.team(), "standard");
        Order order = world.opened(ana, "key", PACK);
        world.provider.payLater(order.session().orElseThrow());
        world.hear();
        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.PENDING);
        assertThat(world.credits(ana.team())).isZero();

        world.provider.arrive(order.session().orElseThrow());
        world.hear();
        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.PAID);
        assertThat(world.credits(ana.team())).isEqualTo(500);
    }

    @Test
    void money_that_never_comes_brings_nothing() {
        world.till.subscribe(ana.team(), "standard");
        Order order = world.opened(ana, "key", PACK);
        world.provider.payLater(order.session().orElseThrow());
        world.provider.fail(order.session().orElseThrow());
        world.hear();

        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.FAILED);
        assertThat(world.credits(ana.team())).isZero();
        assertThat(world.payments(ana)).isEmpty();
    }

    @Test
    void what_costs_nothing_is_paid_without_a_payment() {
        world.till.subscribe(ana.team(), "standard");
        world.coupon("GIFT", new Coupon.Reduction.Share(10_000), OptionalLong.empty());
        Order order = world.bought(ana, "key", PACK, "gift");

        assertThat(order.state()).isEqualTo(Order.State.PAID);
        assertThat(world.credits(ana.team())).isEqualTo(500);
        assertThat(world.payments(ana)).singleElement().satisfies(payment -> assertThat(payment.intent()).isEmpty());
        assertThat(world.reconciled().repaired()).isZero();
        assertThat(world.credits(ana.team())).isEqualTo(500);
    }

    @Test
    void a_coupon_and_the_discount_of_the_plan_do_not_add_up() {
        world.till.subscribe(ana.team(), "premium"); // a fifth off credits
        world.coupon("TENTH", new Coupon.Reduction.Share(1_000), OptionalLong.empty());
        world.coupon("THIRD", new Coupon.Reduction.Share(3_000), OptionalLong.empty());

        Order small = world.opened(ana, "small", PACK, "TENTH");
        Order large = world.opened(ana, "large", PACK, "third");

        assertThat(small.discount()).as("the plan's own is more").isEqualTo(new Discount(usd("2.00"), Optional.empty()));
        assertThat(small.amount()).isEqualTo(usd("8.00"));
        assertThat(large.discount()).isEqualTo(new Discount(usd("3.00"), Optional.of("THIRD")));
        assertThat(large.amount()).isEqualTo(usd("7.00"));
        world.provider.pay(small.session().orElseThrow());
        world.provider.pay(large.session().orElseThrow());
        world.hear();
        assertThat(world.coupons.find("TENTH").orElseThrow().coupon().used()).as("not used up for nothing").isZero();
        assertThat(world.coupons.find("THIRD").orElseThrow().coupon().used()).isEqualTo(1);
        assertThat(world.credits(ana.team())).isEqualTo(1_000);
    }

    @Test
    void credits_can_be_bought_on_plans_that_say_so() {
        assertThat(world.checkout(ana, "key", PACK)).isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                assertThat(refused.why()).isInstanceOfSatisfying(NotOffered.PlanRequired.class, required ->
                        assertThat(required.sufficient().orElseThrow().id().key()).isEqualTo("standard")));
        assertThat(orders()).isEmpty();
    }

    @Test
    void what_is_not_sold_is_named_with_what_is() {
        world.till.subscribe(ana.team(), "standard");
        Set<String> plans = Set.of("standard", "premium");

        assertThat(world.checkout(ana, "1", new Wish.Plan("gold"))).isEqualTo(new Outcome.Refused(new NotOffered.UnknownPlan(plans)));
        assertThat(world.checkout(ana, "2", new Wish.Plan("free"))).isEqualTo(new Outcome.Refused(new NotOffered.UnknownPlan(plans)));
        assertThat(world.checkout(ana, "3", new Wish.Pack("credits-1"))).isEqualTo(
                new Outcome.Refused(new NotOffered.UnknownPack(Set.of("credits-500", "credits-2500", "credits-10000"))));
    }

    @Test
    void people_are_sent_to_our_own_pages_only() {
        Set<String> ours = Set.of("https://app.example.com", "http://localhost:8080");
        for (String address : List.of("https://evil.example/", "https://app.example.com.evil.example/", "http://app.example.com/",
                "https://app.example.com:8443/", "https://somebody@app.example.com/", "/done", "javascript:alert(1)")) {
            Optional<URI> page = Optional.of(URI.create(address));
            assertThat(checkout("s " + address, page, Optional.empty())).as(address).isEqualTo(new Outcome.AddressNotAllowed(ours));
            assertThat(checkout("c " + address, Optional.empty(), page)).as(address).isEqualTo(new Outcome.AddressNotAllowed(ours));
            assertThat(world.billing.openPortal().handle(new OpenPortal.Command(ana, page))).as(address)
                    .isEqualTo(new OpenPortal.Outcome.AddressNotAllowed(ours));
        }
        assertThat(checkout("own", Optional.of(URI.create("http://localhost:8080/done?a=1#b")), Optional.empty()))
                .isInstanceOf(Outcome.Opened.class);
    }

    private Outcome checkout(String key, Optional<URI> success, Optional<URI> cancel) {
        return world.billing.openCheckout().handle(new OpenCheckout.Command(ana, key, ADVICE, Optional.empty(), success, cancel));
    }

    @Test
    void the_page_is_told_which_order_it_is_about() {
        OrderId order = OrderId.asked(ana.team(), "key");
        assertThat(BillingPages.about(URI.create("https://app.example.com/done"), order)).hasToString("https://app.example.com/done?order_id=" + order);
        assertThat(BillingPages.about(URI.create("https://app.example.com/done?a=1#top"), order))
                .hasToString("https://app.example.com/done?a=1&order_id=" + order + "#top");
    }

    @Test
    void an_order_is_shown_as_we_know_it_while_the_provider_is_down() {
        Order order = world.opened(ana, "key", ADVICE);
        world.provider.pay(order.session().orElseThrow());
        world.provider.goDown();
        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.OPEN);

        world.provider.goMissing();
        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.OPEN);

        world.provider.comeUp();
        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.PAID);
    }

    @Test
    void nobody_sees_the_order_of_another_team() {
        Order order = world.opened(ana, "key", ADVICE);
        Actor.User ole = world.owner("ole");

        assertThatThrownBy(() -> world.show(ole, order.id())).isInstanceOf(Refusal.NotFound.class);
        assertThat(world.opened(ole, "key", ADVICE).id()).as("keys are a team's own").isNotEqualTo(order.id());
    }

    @Test
    void what_nobody_paid_in_time_is_over() {
        Order order = world.opened(ana, "key", ADVICE);
        world.provider.expire(order.session().orElseThrow());
        world.hear();

        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.EXPIRED);
        assertThat(world.checkout(ana, "key", ADVICE)).isInstanceOf(Outcome.KeyUsed.class);
    }

    @Test
    void an_order_that_never_had_a_checkout_ends_by_time_alone() {
        world.provider.beforeNextCheckout(world.provider::goDown);
        assertThatThrownBy(() -> world.checkout(ana, "key", ADVICE)).isInstanceOf(Refusal.Unavailable.class);
        world.provider.comeUp();
        world.later(Order.LIFE);

        world.reconciled();

        assertThat(world.show(ana, OrderId.asked(ana.team(), "key")).state()).isEqualTo(Order.State.EXPIRED);
    }

    @Test
    void a_team_that_the_provider_does_not_know_any_more_is_made_known_anew() {
        world.transactions.run(ana, "test", () -> world.accounts.write(Account.none(ana.team()), Account.none(ana.team()).knownAs("cus_gone")));

        world.opened(ana, "key", ADVICE);

        assertThat(world.account(ana.team()).customer()).isPresent().isNotEqualTo(Optional.of("cus_gone"));
    }

    @Test
    void what_the_provider_does_not_open_is_over() {
        world.provider.declineNextCheckout("there is no such price");

        assertThat(world.checkout(ana, "key", ADVICE)).isEqualTo(new Outcome.Declined("there is no such price"));

        assertThat(world.show(ana, OrderId.asked(ana.team(), "key")).state()).isEqualTo(Order.State.EXPIRED);
    }

    @Test
    void a_team_that_nobody_owns_can_be_made_known() {
        Customers customers = new Customers(world.transactions, world.accounts, world.provider, world.teams.findOwner(), world.clock);
        Actor program = new Actor.System("test", world.unowned());

        assertThat(customers.ensure(program)).isEqualTo(customers.ensure(program)).isEqualTo(world.customer(program.team()));
    }

    @Test
    void a_second_subscription_is_not_begun_while_one_runs() {
        String running = world.subscribed(ana, STANDARD);

        assertThat(world.checkout(ana, "other", PREMIUM)).isInstanceOfSatisfying(Outcome.AlreadySubscribed.class, already ->
                assertThat(already.subscription().id()).isEqualTo(running));
        assertThat(world.checkout(ana, "same", STANDARD)).isInstanceOf(Outcome.AlreadySubscribed.class);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void of_two_who_begin_a_subscription_at_once_one_is_told_that_the_other_does() {
        world.provider.beforeNextCheckout(() ->
                assertThat(world.checkout(ana, "second", PREMIUM)).isEqualTo(new Outcome.AnotherUnderWay()));

        assertThat(world.opened(ana, "first", STANDARD).state()).isEqualTo(Order.State.OPEN);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void of_many_who_begin_a_subscription_at_once_one_can_be_paid() {
        AtOnce.call(8, number -> world.checkout(ana, "key " + number, number % 2 == 0 ? STANDARD : PREMIUM));

        assertThat(orders()).filteredOn(order -> !order.state().isFinal()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_subscription_whose_checkout_was_never_opened_keeps_nobody_from_another_for_long() {
        world.provider.beforeNextCheckout(world.provider::goDown);
        assertThatThrownBy(() -> world.checkout(ana, "lost", STANDARD)).isInstanceOf(Refusal.Unavailable.class);
        world.provider.comeUp();

        assertThat(world.checkout(ana, "early", PREMIUM)).isEqualTo(new Outcome.AnotherUnderWay());
        world.later(Duration.ofMinutes(3));
        assertThat(world.checkout(ana, "late", PREMIUM)).isInstanceOf(Outcome.Opened.class);
        assertThat(world.checkout(ana, "lost", STANDARD)).as("it is over").isInstanceOf(Outcome.KeyUsed.class);
    }

    @Test
    void an_open_checkout_for_another_plan_is_closed_first() {
        Order standard = world.opened(ana, "standard", STANDARD);
        Order advice = world.opened(ana, "advice", ADVICE);
        Order premium = world.opened(ana, "premium", PREMIUM);

        assertThat(world.show(ana, standard.id()).state()).isEqualTo(Order.State.EXPIRED);
        assertThatThrownBy(() -> world.provider.pay(standard.session().orElseThrow())).isInstanceOf(IllegalStateException.class);
        assertThat(world.show(ana, advice.id()).state()).as("something else").isEqualTo(Order.State.OPEN);
        assertThat(world.show(ana, premium.id()).state()).isEqualTo(Order.State.OPEN);
    }

    @Test
    void a_checkout_that_was_paid_a_moment_ago_counts_before_another_one_is_opened() {
        Order standard = world.opened(ana, "standard", STANDARD);
        world.provider.pay(standard.session().orElseThrow());

        assertThat(world.checkout(ana, "premium", PREMIUM)).as("though nothing was told yet").isInstanceOf(Outcome.AlreadySubscribed.class);
        assertThat(world.show(ana, standard.id()).state()).isEqualTo(Order.State.PAID);
        assertThat(world.account(ana.team()).isDoubled()).isFalse();
    }

    @Test
    void the_portal_is_open_to_those_who_bought_something() {
        assertThat(world.billing.openPortal().handle(new OpenPortal.Command(ana, Optional.empty()))).isEqualTo(new OpenPortal.Outcome.NoCustomer());

        world.opened(ana, "key", ADVICE);

        assertThat(world.billing.openPortal().handle(new OpenPortal.Command(ana, Optional.empty())))
                .isEqualTo(new OpenPortal.Outcome.Opened(URI.create("https://portal.example/" + world.customer(ana.team()))));
    }

    @Test
    void addresses_where_somebody_can_pay_are_not_written_anywhere() {
        Outcome.Opened opened = (Outcome.Opened) world.checkout(ana, "key", ADVICE);
        Object portal = world.billing.openPortal().handle(new OpenPortal.Command(ana, Optional.empty()));

        assertThat(opened.toString()).doesNotContain("https://");
        assertThat(portal.toString()).doesNotContain("https://");
        assertThat(world.transactions.done().toString()).doesNotContain("https://pay.example");
    }

    @Test
    void an_old_price_of_credits_counts_for_what_was_ordered_at_it() {
        world.till.subscribe(ana.team(), "standard");
        Order order = world.opened(ana, "key", PACK);
        world.billing.addTopUpPack().handle(
                new AddTopUpPack.Command(OPERATOR, "credits-500", 400, usd("12.00"), OptionalInt.empty(), true));
        world.provider.pay(order.session().orElseThrow());
        world.hear();

        assertThat(world.credits(ana.team())).isEqualTo(500);
        assertThat(world.opened(ana, "another", PACK).listPrice()).isEqualTo(usd("12.00"));
    }

    @Test
    void a_wallet_that_cannot_take_more_does_not_keep_the_order_from_being_paid() {
        world.till.subscribe(ana.team(), "standard");
        world.fillUp(ana.team());
        Order order = world.opened(ana, "key", PACK);
        world.provider.pay(order.session().orElseThrow());
        ApplyNotices.Outcome.Worked worked = world.hear();
        world.later(Duration.ofMinutes(1));

        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.PAID);
        assertThat(worked.fault()).isPresent().get().isInstanceOf(Settlement.Impossible.class);
        assertThat(world.settle().faults()).singleElement().isInstanceOf(Settlement.Impossible.class);
        assertThat(world.reconciled().drift()).isEqualTo(500);
    }

    private List<Order> orders() {
        return world.billing.listOrders().handle(new ListOrders.Query(ana, PageRequest.first(100))).items();
    }
}
