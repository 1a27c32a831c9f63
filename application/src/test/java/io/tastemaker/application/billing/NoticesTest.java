package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.ADVICE;
import static io.tastemaker.application.billing.BillingWorld.OPERATOR;
import static io.tastemaker.application.billing.BillingWorld.PACK;
import static io.tastemaker.application.billing.BillingWorld.PROGRAM;
import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static io.tastemaker.application.billing.BillingWorld.STANDARD_CREDITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.out.InMemorySignedNotices;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.shared.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the provider tells is believed, stored once and heeded; what fails comes again, and what fails for good can be begun anew. */
class NoticesTest {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final BillingWorld world = new BillingWorld(0);
    private final Actor.User ana = world.owner("ana");

    @Test
    void what_is_told_twice_is_stored_and_heeded_once() {
        Notice notice = paidNotice();

        assertThat(world.deliver(notice)).isEqualTo(new ReceiveNotice.Outcome.Stored(notice, true));
        assertThat(world.deliver(notice)).isEqualTo(new ReceiveNotice.Outcome.Stored(notice, false));
        assertThat(world.heed().count()).isEqualTo(1);
        assertThat(world.deliver(notice)).isEqualTo(new ReceiveNotice.Outcome.Stored(notice, false));
        assertThat(world.heed().count()).isZero();
        assertThat(world.stored(notice)).satisfies(stored -> {
            assertThat(stored.state()).isEqualTo(Notice.State.APPLIED);
            assertThat(stored.team()).contains(ana.team());
            assertThat(stored.settledAt()).contains(world.clock.instant());
        });
    }

    @Test
    void what_is_not_signed_is_not_stored() {
        byte[] body = InMemorySignedNotices.body(paidNotice());
        assertThat(world.billing.receiveNotice().handle(new ReceiveNotice.Command(Anonymous.CALLER, body, "")))
                .isInstanceOf(ReceiveNotice.Outcome.Doubtful.class);
        assertThat(world.inbox.list(Set.of(), PageRequest.first(1)).items()).isEmpty();
    }

    @Test
    void what_is_signed_and_cannot_be_read_is_kept_for_people() {
        byte[] body = "nonsense".getBytes(StandardCharsets.UTF_8);
        ReceiveNotice.Outcome outcome = world.billing.receiveNotice().handle(new ReceiveNotice.Command(Anonymous.CALLER, body,
                InMemorySignedNotices.sign(BillingWorld.SECRET, body, world.clock.instant())));

        assertThat(outcome).isInstanceOfSatisfying(ReceiveNotice.Outcome.Stored.class, stored ->
                assertThat(world.stored(stored.notice()).state()).isEqualTo(Notice.State.DEAD));
        assertThat(world.heed().count()).isZero();
    }

    @Test
    void a_message_on_its_way_shows_neither_body_nor_signature() {
        assertThat(new ReceiveNotice.Command(Anonymous.CALLER, "a card".getBytes(StandardCharsets.UTF_8), "t=1,v1=abc"))
                .hasToString("Command[6 bytes]");
    }

    @Test
    void a_notice_of_a_kind_that_we_do_not_know_is_ignored() {
        Notice unknown = new Notice("evt_1", "charge.shiny", world.clock.instant(), Optional.empty(), Optional.empty());
        world.deliver(unknown);

        assertThat(world.heed().count()).isZero();
        assertThat(world.stored(unknown).state()).isEqualTo(Notice.State.IGNORED);
    }

    @Test
    void a_notice_about_somebody_elses_customer_is_ignored() {
        BillingWorld elsewhere = new BillingWorld(0);
        Order foreign = elsewhere.opened(elsewhere.owner("eve"), "key", ADVICE);
        Notice about = notice(Notice.Kind.SESSION, foreign.session().orElseThrow());
        world.deliver(about);
        world.heed();

        assertThat(world.stored(about)).satisfies(stored -> {
            assertThat(stored.state()).isEqualTo(Notice.State.IGNORED);
            assertThat(stored.team()).isEmpty();
        });
    }

    @Test
    void a_notice_about_something_that_is_gone_is_ignored() {
        for (Notice.Kind kind : Notice.Kind.values()) {
            Notice about = notice(kind, "gone_" + kind.code());
            world.deliver(about);
            world.heed();
            assertThat(world.stored(about).state()).as(kind.code()).isEqualTo(Notice.State.IGNORED);
        }
    }

    @Test
    void a_notice_that_fails_ten_times_is_dead_and_can_be_begun_anew() {
        String invoice = unheardInvoice();
        Notice notice = notice(Notice.Kind.INVOICE, invoice);
        world.provider.poison(invoice, true);
        world.deliver(notice);

        for (int attempt = 1; attempt <= 10; attempt++) {
            assertThat(world.stored(notice).state()).as("before attempt " + attempt).isEqualTo(Notice.State.RECEIVED);
            ApplyNotices.Outcome.Worked worked = world.heed();
            assertThat(worked.count()).isEqualTo(1);
            assertThat(worked.fault()).get().isInstanceOf(IllegalStateException.class);
            world.later(LONGEST_PAUSE);
        }

        assertThat(world.stored(notice).state()).isEqualTo(Notice.State.DEAD);
        assertThat(world.stored(notice).fault()).contains(invoice + " cannot be read");
        assertThat(world.heed().count()).isZero();

        world.provider.poison(invoice, false);
        assertThat(replay(notice.id())).isInstanceOfSatisfying(ReplayNotice.Outcome.Renewed.class, renewed ->
                assertThat(renewed.notice().state()).isEqualTo(Notice.State.RECEIVED));
        world.heed();
        assertThat(world.stored(notice).state()).isEqualTo(Notice.State.APPLIED);
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
    }

    @Test
    void what_fails_comes_again_after_longer_and_longer_pauses() {
        String invoice = unheardInvoice();
        world.provider.poison(invoice, true);
        world.deliver(notice(Notice.Kind.INVOICE, invoice));
        List<Duration> pauses = new ArrayList<>();
        world.heed();
        for (int attempt = 2; attempt <= 10; attempt++) {
            Duration waited = Duration.ZERO;
            while (world.heed().count() == 0) {
                world.later(Duration.ofSeconds(4));
                waited = waited.plusSeconds(4);
            }
            pauses.add(waited);
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L);
    }

    @Test
    void while_the_provider_is_down_notices_wait_and_never_die() {
        Notice notice = paidNotice();
        world.deliver(notice);
        world.provider.goDown();
        for (int attempt = 1; attempt <= 40; attempt++) {
            assertThat(world.heed().fault()).get().isInstanceOf(Refusal.Unavailable.class);
            assertThat(world.stored(notice).state()).isEqualTo(Notice.State.RECEIVED);
            world.later(LONGEST_PAUSE);
        }

        world.provider.goMissing();
        assertThat(world.heed().fault()).get().isInstanceOf(Refusal.NotConfigured.class);
        world.later(LONGEST_PAUSE);
        world.provider.comeUp();
        assertThat(world.heed().fault()).isEmpty();
        assertThat(world.stored(notice).state()).isEqualTo(Notice.State.APPLIED);
    }

    @Test
    void a_notice_that_fails_does_not_stop_the_others() {
        String invoice = unheardInvoice();
        Notice bad = notice(Notice.Kind.INVOICE, invoice);
        world.provider.poison(invoice, true);
        Notice good = paidNotice();
        world.deliver(bad);
        world.deliver(good);

        ApplyNotices.Outcome.Worked worked = world.heed();

        assertThat(worked.count()).isEqualTo(2);
        assertThat(worked.fault()).isPresent();
        assertThat(world.stored(good).state()).isEqualTo(Notice.State.APPLIED);
    }

    @Test
    void no_more_are_heeded_at_once_than_were_asked_for() {
        for (int number = 1; number <= 5; number++) {
            world.deliver(new Notice("evt_" + number, "invoice.paid", world.clock.instant(),
                    Optional.of(new Notice.Matter(Notice.Kind.INVOICE, "in_" + number)), Optional.empty()));
        }
        assertThat(world.billing.applyNotices().handle(new ApplyNotices.Command(PROGRAM, 3)))
                .isEqualTo(new ApplyNotices.Outcome.Worked(3, Optional.empty()));
        assertThat(world.billing.applyNotices().handle(new ApplyNotices.Command(PROGRAM, 3)))
                .isEqualTo(new ApplyNotices.Outcome.Worked(2, Optional.empty()));
    }

    @Test
    void a_notice_that_somebody_works_on_is_not_begun_anew() {
        Notice notice = paidNotice();
        world.deliver(notice);
        world.inbox.claim(world.clock.instant(), Duration.ofSeconds(60));

        assertThat(replay(notice.id())).isEqualTo(new ReplayNotice.Outcome.InWork());
        world.later(Duration.ofSeconds(60));
        assertThat(replay(notice.id())).as("whoever did was killed").isInstanceOf(ReplayNotice.Outcome.Renewed.class);
        assertThat(world.transactions.done()).extracting(done -> done.action()).contains("notice.replay.refused", "notice.replay");
    }

    @Test
    void a_notice_is_read_anew_where_the_provider_still_has_it() {
        Order order = world.opened(ana, "key", ADVICE);
        world.provider.pay(order.session().orElseThrow());
        Notice told = world.fresh().getLast();
        Notice garbled = new Notice(told.id(), told.type(), told.createdAt(), Optional.empty(), Optional.of("of a form that we do not know"));
        world.inbox.add(garbled, world.clock.instant());
        assertThat(world.stored(told).state()).isEqualTo(Notice.State.DEAD);

        replay(told.id());
        world.heed();

        assertThat(world.stored(told).notice()).isEqualTo(told);
        assertThat(world.stored(told).state()).isEqualTo(Notice.State.APPLIED);
    }

    @Test
    void nobody_begins_anew_with_what_was_never_told() {
        assertThatThrownBy(() -> replay("evt_unknown")).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_replayed_notice_grants_nothing_twice() {
        world.till.subscribe(ana.team(), "standard");
        world.bought(ana, "key", PACK);
        Notice heeded = world.provider.notices().getLast();

        replay(heeded.id());
        world.heed();

        assertThat(world.stored(heeded).state()).isEqualTo(Notice.State.APPLIED);
        assertThat(world.credits(ana.team())).isEqualTo(500);
    }

    @Test
    void whatever_the_order_and_however_often_things_are_told_accounts_end_alike() {
        BillingWorld straight = new BillingWorld(7);
        Actor.User owner = straight.owner("ana");
        live(straight, owner);
        straight.hear();

        for (long seed = 20_261_201L; seed < 20_261_221L; seed++) {
            BillingWorld shuffled = new BillingWorld(7);
            Actor.User other = shuffled.owner("ana");
            live(shuffled, other);
            List<Notice> twice = new ArrayList<>(shuffled.fresh());
            twice.addAll(twice);
            Collections.shuffle(twice, new Random(seed));
            for (Notice notice : twice) {
                shuffled.deliver(notice);
                shuffled.heed();
            }

            String place = "seed " + seed;
            assertThat(shuffled.account(other.team()).subscriptions()).as(place).isEqualTo(straight.account(owner.team()).subscriptions());
            assertThat(shuffled.account(other.team()).entitled()).as(place).isEqualTo(straight.account(owner.team()).entitled());
            assertThat(shuffled.payments(other)).as(place).isEqualTo(straight.payments(owner));
            assertThat(shuffled.credits(other.team())).as(place).isEqualTo(straight.credits(owner.team()));
            assertThat(shuffled.reconciled().drift()).as(place).isZero();
        }
    }

    /** A trial, a dearer plan, a month, a pack of which a part goes back; nothing of it is heard meanwhile. */
    private static void live(BillingWorld world, Actor.User owner) {
        String subscription = world.subscribed(owner, STANDARD);
        world.later(Duration.ofDays(7));
        world.provider.renew(subscription);
        world.later(Duration.ofDays(3));
        world.onPlan(owner, "premium");
        Order pack = world.opened(owner, "pack", PACK);
        world.provider.pay(pack.session().orElseThrow());
        String intent = world.provider.findSession(pack.session().orElseThrow()).orElseThrow().intent().orElseThrow();
        world.provider.refund(intent, BillingWorld.usd("2.00"));
    }

    /** Told that an order was paid. */
    private Notice paidNotice() {
        Order order = world.opened(ana, "paid", ADVICE);
        world.fresh();
        world.provider.pay(order.session().orElseThrow());
        return world.fresh().getLast();
    }

    /** The paid invoice of a subscription of which nothing was heard but the subscription. */
    private String unheardInvoice() {
        Order order = world.opened(ana, "subscription", STANDARD);
        world.provider.pay(order.session().orElseThrow());
        world.fresh();
        world.show(ana, order.id());
        return world.provider.invoices(world.running(ana.team()).id()).getLast().id();
    }

    private Notice notice(Notice.Kind kind, String id) {
        return new Notice("evt_about_" + id, "something.happened", world.clock.instant(), Optional.of(new Notice.Matter(kind, id)),
                Optional.empty());
    }

    private ReplayNotice.Outcome replay(String notice) {
        return world.billing.replayNotice().handle(new ReplayNotice.Command(OPERATOR, notice));
    }

    @Test
    void what_was_settled_long_ago_is_forgotten_but_not_what_is_dead() {
        Notice heeded = paidNotice();
        Notice dead = new Notice("evt_dead", "invoice.paid", world.clock.instant(), Optional.empty(), Optional.of("unreadable"));
        world.deliver(heeded);
        world.heed();
        world.inbox.add(dead, world.clock.instant());

        world.later(Duration.ofDays(35));
        assertThat(forgotten()).isZero();
        world.later(Duration.ofSeconds(1));
        assertThat(forgotten()).isEqualTo(1);
        assertThat(world.billing.listNotices().handle(new ListNotices.Query(OPERATOR, Set.of(), PageRequest.first(10))).items())
                .extracting(StoredNotice::notice).containsExactly(dead);
    }

    private int forgotten() {
        return ((ForgetNotices.Outcome.Done) world.billing.forgetNotices().handle(new ForgetNotices.Command(PROGRAM))).notices();
    }
}
