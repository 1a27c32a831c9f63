package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.ADVICE;
import static io.tastemaker.application.billing.BillingWorld.OPERATOR;
import static io.tastemaker.application.billing.BillingWorld.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Money is the owner's matter, and the platform's; nobody else sees or moves any of it, with whatever key. */
class BillingPermissionsTest {

    private static final PageRequest PAGE = PageRequest.first(1);

    private final BillingWorld world = new BillingWorld();
    private final Actor.User ana = world.owner("ana");

    /** What an actor tries. */
    private record Attempt(String name, BiConsumer<BillingUseCases, Actor> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attempt> what_is_for_owners() {
        return Stream.of(
                new Attempt("open checkout", (billing, actor) -> billing.openCheckout().handle(
                        new OpenCheckout.Command(actor, "key", ADVICE, Optional.empty(), Optional.empty(), Optional.empty()))),
                new Attempt("show order", (billing, actor) -> billing.showOrder().handle(
                        new ShowOrder.Query(actor, new OrderId(new UUID(1, 1))))),
                new Attempt("list orders", (billing, actor) -> billing.listOrders().handle(new ListOrders.Query(actor, PAGE))),
                new Attempt("show subscription", (billing, actor) -> billing.showSubscription().handle(new ShowSubscription.Query(actor))),
                new Attempt("change subscription", (billing, actor) -> billing.changeSubscription().handle(
                        new ChangeSubscription.Command(actor, new ChangeSubscription.Wish.End()))),
                new Attempt("open portal", (billing, actor) -> billing.openPortal().handle(new OpenPortal.Command(actor, Optional.empty()))),
                new Attempt("list payments", (billing, actor) -> billing.listPayments().handle(new ListPayments.Query(actor, Set.of(), PAGE))),
                new Attempt("check coupon", (billing, actor) -> billing.checkCoupon().handle(new CheckCoupon.Query(actor, "SPRING", ADVICE))));
    }

    static Stream<Attempt> what_is_for_operators() {
        PaymentProvider.NewCoupon coupon = new PaymentProvider.NewCoupon("SPRING", new Coupon.Reduction.Share(1), Coupon.Term.ONCE,
                OptionalInt.empty(), OptionalLong.empty(), Optional.empty());
        return Stream.of(
                new Attempt("add coupon", (billing, actor) -> billing.addCoupon().handle(new AddCoupon.Command(actor, coupon))),
                new Attempt("end coupon", (billing, actor) -> billing.endCoupon().handle(new EndCoupon.Command(actor, "SPRING"))),
                new Attempt("list coupons", (billing, actor) -> billing.listCoupons().handle(new ListCoupons.Query(actor, PAGE))),
                new Attempt("list packs", (billing, actor) -> billing.listTopUpPacks().handle(new ListTopUpPacks.Query(actor))),
                new Attempt("add pack", (billing, actor) -> billing.addTopUpPack().handle(
                        new AddTopUpPack.Command(actor, "pack", 1, usd("1.00"), OptionalInt.empty(), true))),
                new Attempt("refund", (billing, actor) -> billing.refundPayment().handle(
                        new RefundPayment.Command(actor, "key", "pi_1", Optional.empty()))),
                new Attempt("list subscriptions", (billing, actor) -> billing.listSubscriptions().handle(
                        new ListSubscriptions.Query(actor, Set.of(), PAGE))),
                new Attempt("show revenue", (billing, actor) -> billing.showRevenue().handle(
                        new ShowRevenue.Query(actor, Instant.EPOCH))),
                new Attempt("apply notices", (billing, actor) -> billing.applyNotices().handle(new ApplyNotices.Command(actor, 1))),
                new Attempt("list notices", (billing, actor) -> billing.listNotices().handle(new ListNotices.Query(actor, Set.of(), PAGE))),
                new Attempt("replay notice", (billing, actor) -> billing.replayNotice().handle(new ReplayNotice.Command(actor, "evt_1"))),
                new Attempt("forget notices", (billing, actor) -> billing.forgetNotices().handle(new ForgetNotices.Command(actor))),
                new Attempt("settle accounts", (billing, actor) -> billing.settleAccounts().handle(new SettleAccounts.Command(actor))),
                new Attempt("reconcile", (billing, actor) -> billing.reconcile().handle(new Reconcile.Command(actor, true))),
                new Attempt("list reconciliations", (billing, actor) -> billing.listReconciliations().handle(
                        new ListReconciliations.Query(actor, PAGE))));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_for_owners(Attempt attempt) {
        for (Actor other : List.of(as(Role.MEMBER), as(Role.MANAGER), as(Role.ADMIN))) {
            refuses(attempt, other, AccessPolicy.decide(other, Permission.OWN_BILLING));
        }
        refuses(attempt, key(), AccessPolicy.decide(key(), Permission.OWN_BILLING));
        assertThat(catchThrowable(() -> attempt.call().accept(world.billing, ana)) instanceof Refusal.Forbidden).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void what_is_for_operators(Attempt attempt) {
        for (Actor other : List.of(as(Role.MEMBER), as(Role.ADMIN), ana, key())) {
            refuses(attempt, other, AccessPolicy.decide(other, Permission.OPERATE));
        }
        assertThat(catchThrowable(() -> attempt.call().accept(world.billing, OPERATOR)) instanceof Refusal.Forbidden).isFalse();
    }

    private void refuses(Attempt attempt, Actor actor, AccessPolicy.Decision decision) {
        world.provider.goMissing(); // nobody is even asked
        assertThatThrownBy(() -> attempt.call().accept(world.billing, actor)).as(actor.toString()).isInstanceOfSatisfying(Refusal.Forbidden.class,
                forbidden -> assertThat(forbidden.denied()).isEqualTo(decision));
        world.provider.comeUp();
    }

    private Actor as(Role role) {
        return new Actor.User(ana.id(), ana.team(), role, ana.session());
    }

    private Actor key() {
        return new Actor.Key(new ApiKeyId(new UUID(7, 7)), ana.team(), Role.MANAGER, EnumSet.allOf(Scope.class));
    }

    @Test
    void what_credits_cost_is_shown_to_every_member() {
        ShowTopUpPacks.View onFree = world.billing.showTopUpPacks().handle(new ShowTopUpPacks.Query(as(Role.MEMBER)));
        world.till.subscribe(ana.team(), "premium");
        ShowTopUpPacks.View onPremium = world.billing.showTopUpPacks().handle(new ShowTopUpPacks.Query(key()));

        assertThat(onFree.allowed()).isFalse();
        assertThat(onFree.items()).extracting(ShowTopUpPacks.Item::price).containsExactly(usd("10.00"), usd("50.00"), usd("200.00"));
        assertThat(onPremium.allowed()).isTrue();
        assertThat(onPremium.items()).extracting(ShowTopUpPacks.Item::price).containsExactly(usd("8.00"), usd("40.00"), usd("160.00"));
    }
}
