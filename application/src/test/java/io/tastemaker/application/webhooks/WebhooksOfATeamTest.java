package io.tastemaker.application.webhooks;

import static io.tastemaker.application.webhooks.out.EndpointFixtures.EVERYTHING;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.launched;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.lowBelow;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.application.webhooks.out.Courier;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhooksOfATeamTest {

    private final WebhookWorld world = new WebhookWorld();

    private CreateEndpoint.Outcome.Created created(Endpoint.Aim aim) {
        return (CreateEndpoint.Outcome.Created) world.webhooks.createEndpoint().handle(new CreateEndpoint.Command(world.admin, aim));
    }

    private Endpoint shown(Endpoint endpoint) {
        return world.webhooks.showEndpoint().handle(new ShowEndpoint.Query(world.admin, endpoint.id()));
    }

    private Delivery delivery(Endpoint endpoint) {
        return deliveries(endpoint).getFirst();
    }

    private List<Delivery> deliveries(Endpoint endpoint) {
        return world.webhooks.listDeliveries().handle(
                new ListDeliveries.Query(world.admin, endpoint.id(), Set.of(), PageRequest.first(100))).items();
    }

    private Endpoint changed(Endpoint endpoint, boolean enabled) {
        return ((ChangeEndpoint.Outcome.Changed) world.webhooks.changeEndpoint().handle(
                new ChangeEndpoint.Command(world.admin, endpoint.id(), endpoint.version(), endpoint.aim(), enabled))).endpoint();
    }

    private List<String> audited() {
        return world.transactions.done().stream().map(InMemoryTransactions.Done::action).filter(action -> action.startsWith("webhook")).toList();
    }

    @Test
    void an_event_reaches_the_endpoint_signed_with_the_secret_that_was_shown() {
        CreateEndpoint.Outcome.Created made = created(EVERYTHING);
        world.tell(launched());
        assertThat(world.deliver()).containsExactly(new DeliverEvent.Outcome.Delivered());

        Courier.Parcel parcel = world.courier.brought().getFirst();
        assertThat(made.secret()).startsWith("whsec_").hasSize(50);
        assertThat(parcel.secrets()).containsExactly(made.secret());
        assertThat(parcel.event()).isEqualTo(launched());
        assertThat(parcel.team()).isEqualTo(world.team);
        assertThat(delivery(made.endpoint()).id()).isEqualTo(parcel.id());
        assertThat(delivery(made.endpoint()).state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void after_a_rotation_both_secrets_sign_until_the_overlap_ends() {
        CreateEndpoint.Outcome.Created made = created(EVERYTHING);
        var rotated = (RotateEndpointSecret.Outcome.Rotated) world.webhooks.rotateEndpointSecret().handle(
                new RotateEndpointSecret.Command(world.admin, made.endpoint().id(), Duration.ofHours(1)));
        world.tell(launched());
        world.deliver();
        world.clock.advance(Duration.ofHours(1));
        world.tell(launched());
        world.deliver();
        assertThat(world.courier.brought()).extracting(Courier.Parcel::secrets)
                .containsExactly(List.of(rotated.secret(), made.secret()), List.of(rotated.secret()));
    }

    @Test
    void what_an_endpoint_does_not_take_is_sent_again_under_the_same_id_and_given_up_within_a_day() {
        Endpoint endpoint = created(EVERYTHING).endpoint();
        world.tell(launched());
        world.courier.answers(500);
        for (int attempt = 1; attempt < 10; attempt++) {
            assertThat(world.deliver()).singleElement().isInstanceOf(DeliverEvent.Outcome.Postponed.class);
            assertThat(world.deliver()).isEmpty();
            world.clock.advance(Duration.between(world.clock.instant(), delivery(endpoint).nextAt().orElseThrow()).plus(Duration.ofMinutes(5)));
        }
        assertThat(world.deliver()).containsExactly(new DeliverEvent.Outcome.GivenUp("it answered 500"));
        assertThat(delivery(endpoint).state()).isEqualTo(Delivery.State.DEAD);
        assertThat(world.courier.brought()).hasSize(10).extracting(Courier.Parcel::id).containsOnly(delivery(endpoint).id());
        ShowDelivery.Shown log = world.webhooks.showDelivery().handle(
                new ShowDelivery.Query(world.admin, endpoint.id(), delivery(endpoint).id()));
        assertThat(log.attempts()).hasSize(10).allSatisfy(attempt -> assertThat(attempt.status()).contains(500));
    }

    @Test
    void a_dead_letter_is_sent_again_by_hand_and_one_on_its_way_is_not() {
        Endpoint endpoint = created(EVERYTHING).endpoint();
        world.tell(launched());
        UUID id = delivery(endpoint).id();
        Redeliver.Command again = new Redeliver.Command(world.admin, endpoint.id(), id);
        assertThat(world.webhooks.redeliver().handle(again)).isEqualTo(new Redeliver.Outcome.Pending());
        world.deliver();
        assertThat(world.webhooks.redeliver().handle(again)).isInstanceOf(Redeliver.Outcome.Sent.class);
        world.deliver();
        assertThat(world.courier.brought()).extracting(Courier.Parcel::id).containsExactly(id, id);
        changed(shown(endpoint), false);
        assertThat(world.webhooks.redeliver().handle(again)).isEqualTo(new Redeliver.Outcome.NotEnabled());
        assertThat(audited()).containsSequence("webhook_delivery.redeliver.refused", "webhook_delivery.redeliver");
    }

    @Test
    void a_receiver_that_asks_for_time_is_given_it() {
        Endpoint endpoint = created(EVERYTHING).endpoint();
        world.tell(launched());
        world.courier.answers(503, Duration.ofMinutes(10));
        world.deliver();
        assertThat(delivery(endpoint).nextAt()).contains(world.clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void an_endpoint_that_fails_for_more_than_a_day_is_disabled_and_admins_are_told() {
        world.person("olga", Role.OWNER);
        world.person("ben", Role.MANAGER);
        Endpoint endpoint = created(EVERYTHING).endpoint();
        world.courier.fails("no answer");
        int calls = 0;
        while (shown(endpoint).isEnabled() && calls < 500) {
            world.tell(launched());
            calls += world.deliver().size();
            world.clock.advance(Duration.ofMinutes(20));
        }
        assertThat(shown(endpoint).state()).isInstanceOfSatisfying(Endpoint.State.Disabled.class,
                off -> assertThat(off.reason()).isEqualTo(Endpoint.Reason.FAILING));
        assertThat(shown(endpoint).streak().failures()).isBetween(50, 200);
        assertThat(world.outbox.letters()).extracting(Letter::to).containsExactlyInAnyOrder("ana@example.com", "olga@example.com");
        assertThat(world.outbox.letters().getFirst().text()).contains("the shop", endpoint.id().toString()).doesNotContain("hooks.example.com");
        assertThat(audited()).endsWith("webhook_endpoint.disable");

        int known = deliveries(endpoint).size();
        world.tell(launched());
        assertThat(deliveries(endpoint)).hasSize(known);
        assertThat(world.deliver()).isEmpty();
        assertThat(changed(shown(endpoint), true).streak()).isEqualTo(Endpoint.Streak.NONE);
        world.courier.answers(200);
        assertThat(world.deliver()).isNotEmpty().allMatch(new DeliverEvent.Outcome.Delivered()::equals);
    }

    @Test
    void an_endpoint_that_is_gone_is_disabled_at_once() {
        Endpoint endpoint = created(EVERYTHING).endpoint();
        world.courier.answers(410);
        world.tell(launched());
        assertThat(world.deliver()).containsExactly(new DeliverEvent.Outcome.Disabled("it answered 410"));
        assertThat(shown(endpoint).state()).isInstanceOfSatisfying(Endpoint.State.Disabled.class,
                off -> assertThat(off.reason()).isEqualTo(Endpoint.Reason.GONE));
        assertThat(world.outbox.letters()).hasSize(1);
    }

    @Test
    void a_sender_that_took_too_long_notes_nothing() {
        Endpoint endpoint = created(EVERYTHING).endpoint();
        world.tell(launched());
        Deliveries.Claim lost = world.take().getFirst();
        world.clock.advance(Duration.ofSeconds(30));
        world.deliver();
        world.courier.answers(500);
        assertThat(world.webhooks.deliverEvent().handle(new DeliverEvent.Command(WebhookWorld.PROGRAM, lost)))
                .isEqualTo(new DeliverEvent.Outcome.Lost());
        assertThat(delivery(endpoint).state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void a_ping_goes_to_one_endpoint_whatever_it_listens_to() {
        Endpoint endpoint = created(only(Event.Kind.JOB_FAILED)).endpoint();
        created(EVERYTHING);
        assertThat(world.webhooks.pingEndpoint().handle(new PingEndpoint.Command(world.admin, endpoint.id())))
                .isInstanceOf(PingEndpoint.Outcome.Sent.class);
        world.deliver();
        assertThat(world.courier.brought()).singleElement()
                .satisfies(parcel -> assertThat(parcel.event().kind()).isEqualTo(Event.Kind.WEBHOOK_PING));
        changed(shown(endpoint), false);
        assertThat(world.webhooks.pingEndpoint().handle(new PingEndpoint.Command(world.admin, endpoint.id())))
                .isEqualTo(new PingEndpoint.Outcome.NotEnabled());
    }

    @Test
    void what_may_not_be_called_is_refused_and_nothing_is_made() {
        Endpoint.Aim inner = new Endpoint.Aim("https://internal.example.com/", "", Set.of(), OptionalLong.empty());
        assertThat(world.webhooks.createEndpoint().handle(new CreateEndpoint.Command(world.admin, inner)))
                .isEqualTo(new CreateEndpoint.Outcome.NotCallable(Courier.Objection.ADDRESS));
        Endpoint endpoint = created(EVERYTHING).endpoint();
        assertThat(world.webhooks.changeEndpoint().handle(new ChangeEndpoint.Command(world.admin, endpoint.id(), 1, inner, true)))
                .isEqualTo(new ChangeEndpoint.Outcome.NotCallable(Courier.Objection.ADDRESS));
        assertThat(shown(endpoint)).isEqualTo(endpoint);
    }

    @Test
    void a_team_has_at_most_twenty_endpoints() {
        for (int number = 0; number < 20; number++) {
            created(EVERYTHING);
        }
        assertThat(world.webhooks.createEndpoint().handle(new CreateEndpoint.Command(world.admin, EVERYTHING)))
                .isEqualTo(new CreateEndpoint.Outcome.TooMany(20));
        assertThat(world.webhooks.listEndpoints().handle(new ListEndpoints.Query(world.admin, PageRequest.first(100))).items()).hasSize(20);
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        Endpoint endpoint = created(EVERYTHING).endpoint();
        changed(endpoint, false);
        assertThatThrownBy(() -> changed(endpoint, true)).isInstanceOf(Refusal.StaleVersion.class);
        assertThatThrownBy(() -> world.webhooks.removeEndpoint().handle(
                new RemoveEndpoint.Command(world.admin, endpoint.id(), OptionalLong.of(1)))).isInstanceOf(Refusal.StaleVersion.class);
        world.webhooks.removeEndpoint().handle(new RemoveEndpoint.Command(world.admin, endpoint.id(), OptionalLong.empty()));
        assertThatThrownBy(() -> shown(endpoint)).isInstanceOf(Refusal.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"MEMBER", "MANAGER"})
    void nobody_below_an_admin_sees_or_changes_endpoints(Role role) {
        Actor person = world.person("somebody", role);
        Endpoint endpoint = created(EVERYTHING).endpoint();
        assertThatThrownBy(() -> world.webhooks.createEndpoint().handle(new CreateEndpoint.Command(person, EVERYTHING)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> world.webhooks.showEndpoint().handle(new ShowEndpoint.Query(person, endpoint.id())))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> world.webhooks.takeDueEvents().handle(new TakeDueEvents.Command(world.admin, 1)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void the_end_of_a_job_is_told_once() {
        Endpoint endpoint = created(EVERYTHING).endpoint();
        Job job = Job.queued(new JobId(world.ids.next()), world.team, "creator_import", "test", Map.of(), world.clock.instant());
        Actor program = new Actor.System("test", world.team);
        world.transactions.run(program, "test", () -> world.jobs.add(job));
        world.tellNews();
        assertThat(deliveries(endpoint)).isEmpty();
        world.transactions.run(program, "test", () -> world.jobs.cancel(job.id(), world.clock.instant()));
        world.tellNews();
        world.tellNews();
        assertThat(deliveries(endpoint)).singleElement().satisfies(sent -> {
            assertThat(sent.event().kind()).isEqualTo(Event.Kind.JOB_CANCELED);
            assertThat(sent.event().subject().id()).isEqualTo(job.id().toString());
            assertThat(sent.event().data()).containsEntry("kind", "creator_import");
        });
    }

    @Test
    void credits_that_fall_below_a_threshold_are_told_once_for_each_fall() {
        TeamId team = world.team;
        world.till.give(team, 100);
        long balance = balance(team);
        Endpoint endpoint = created(lowBelow(balance)).endpoint();
        world.tellNews();
        assertThat(deliveries(endpoint)).isEmpty();
        take(team, 10);
        take(team, 10);
        world.tellNews();
        assertThat(deliveries(endpoint)).singleElement().satisfies(sent -> {
            assertThat(sent.event().kind()).isEqualTo(Event.Kind.WALLET_LOW);
            assertThat(sent.event().data()).containsEntry("threshold", Long.toString(balance))
                    .containsEntry("balance", Long.toString(balance - 10));
        });
        world.till.give(team, 100);
        take(team, 90);
        world.tellNews();
        assertThat(deliveries(endpoint)).hasSize(2);
        world.tellNews();
        assertThat(deliveries(endpoint)).hasSize(2);
    }

    private long balance(TeamId team) {
        return world.wallets.load(team).map(wallet -> wallet.posted() - wallet.held()).orElseThrow();
    }

    private void take(TeamId team, long credits) {
        world.till.useCases().adjustWallet().handle(new AdjustWallet.Command(
                new Actor.Operator("root", TeamId.CATALOGUE), team,
                OperationKey.ofReversal("taken:" + world.ids.next()),
                new AdjustWallet.Adjustment.Take(credits), "a test needs it"));
    }

    @Test
    void with_the_last_endpoint_nobody_is_told_of_the_wallet_any_more() {
        Endpoint first = created(EVERYTHING).endpoint();
        Endpoint second = created(EVERYTHING).endpoint();
        assertThat(world.rows.wallets()).hasSize(1);
        world.webhooks.removeEndpoint().handle(new RemoveEndpoint.Command(world.admin, first.id(), OptionalLong.empty()));
        assertThat(world.rows.wallets()).hasSize(1);
        world.webhooks.removeEndpoint().handle(new RemoveEndpoint.Command(world.admin, second.id(), OptionalLong.empty()));
        assertThat(world.rows.wallets()).isEmpty();
    }

    @Test
    void after_a_month_events_are_forgotten() {
        Endpoint endpoint = created(EVERYTHING).endpoint();
        world.tell(launched());
        world.deliver();
        world.clock.advance(Duration.ofDays(30));
        ForgetOldEvents.Command command = new ForgetOldEvents.Command(WebhookWorld.PROGRAM);
        assertThat(world.webhooks.forgetOldEvents().handle(command)).isEqualTo(new ForgetOldEvents.Outcome.Done(0));
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(world.webhooks.forgetOldEvents().handle(command)).isEqualTo(new ForgetOldEvents.Outcome.Done(1));
        assertThat(deliveries(endpoint)).isEmpty();
    }
}
