package io.tastemaker.application.webhooks.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.EVERYTHING;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.launched;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.newEndpoint;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Deliveries.Claim;
import io.tastemaker.application.webhooks.out.Deliveries.Fate;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Attempt;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that keeps events on their way. The events' clock stands at noon. */
public abstract class DeliveriesContract {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Instant LATER = NOON.plus(Duration.ofDays(20));
    private static final int ALL = 1_000;

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Endpoints endpoints();

    protected abstract Events events();

    protected abstract Deliveries deliveries();

    @BeforeEach
    void emptyTheQueue() {
        deliveries().forget(LATER.plusSeconds(2));
        team = newTeam(teams());
    }

    private <T> T within(Supplier<T> work) {
        return transactions().inTransaction(system(team), "test", work);
    }

    private Endpoint listening(Endpoint.Aim aim) {
        Endpoint endpoint = newEndpoint(team, aim);
        transactions().run(system(team), "test", () -> endpoints().add(endpoint, new byte[] {1}));
        return endpoint;
    }

    private void told(Event event) {
        transactions().run(system(team), "test", () -> events().tell(event));
    }

    private List<Claim> claims(Instant now) {
        return deliveries().claim(now, LEASE, ALL);
    }

    private Claim claim(Instant now) {
        List<Claim> claims = claims(now);
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    private static Attempt attempt(Claim claim, Instant at, int status) {
        return new Attempt(claim.attempt(), at, Duration.ofMillis(12), Optional.of(status), Optional.empty());
    }

    private Optional<Endpoint.Streak> failed(Claim claim, Instant at, Instant next, Instant quietUntil) {
        return deliveries().settle(claim, attempt(claim, at, 500), new Fate.Again(next, quietUntil));
    }

    private Optional<Endpoint.Streak> taken(Claim claim, Instant at) {
        return deliveries().settle(claim, attempt(claim, at, 204), new Fate.Delivered());
    }

    private Delivery found(Claim claim) {
        return within(() -> deliveries().find(claim.endpoint(), claim.id())).orElseThrow();
    }

    @Test
    void an_event_is_claimed_as_it_was_told_by_each_endpoint_that_listens() {
        Endpoint all = listening(EVERYTHING);
        Endpoint some = listening(only(Event.Kind.CAMPAIGN_LAUNCHED, Event.Kind.JOB_FAILED));
        listening(only(Event.Kind.JOB_FAILED));
        told(launched());

        List<Claim> claims = claims(NOON);
        assertThat(claims).extracting(Claim::endpoint).containsExactlyInAnyOrder(all.id(), some.id());
        assertThat(claims).extracting(Claim::id).containsOnly(claims.getFirst().id());
        assertThat(claims).allSatisfy(claim -> {
            assertThat(claim.team()).isEqualTo(team);
            assertThat(claim.event()).isEqualTo(launched());
            assertThat(claim.toldAt()).isEqualTo(NOON);
            assertThat(claim.attempt()).isOne();
            assertThat(claim.tries()).isOne();
            assertThat(claim.failures()).isZero();
            assertThat(claim.sealedSecrets()).containsExactly(new byte[] {1});
        });
    }

    @Test
    void nothing_is_kept_for_an_endpoint_that_is_disabled_or_comes_later() {
        Endpoint endpoint = listening(EVERYTHING);
        within(() -> endpoints().replace(endpoint.changed(EVERYTHING, false, NOON)));
        told(launched());
        listening(EVERYTHING);
        assertThat(claims(NOON)).isEmpty();
    }

    @Test
    void what_waits_for_an_endpoint_waits_on_while_it_is_disabled() {
        Endpoint endpoint = listening(EVERYTHING);
        told(launched());
        Endpoint disabled = endpoint.changed(EVERYTHING, false, NOON);
        within(() -> endpoints().replace(disabled));
        assertThat(claims(NOON)).isEmpty();
        assertThat(deliveries().queue(NOON).pending()).isZero();
        within(() -> endpoints().replace(disabled.changed(EVERYTHING, true, NOON)));
        assertThat(claims(NOON)).hasSize(1);
    }

    @Test
    void while_two_secrets_hold_both_are_handed_out_the_newer_first() {
        Endpoint endpoint = listening(EVERYTHING);
        within(() -> endpoints().rotate(endpoint.rotated(Duration.ofHours(1), NOON), new byte[] {2}));
        told(launched());
        Claim claim = claim(NOON.plusSeconds(3_599));
        assertThat(claim.sealedSecrets()).containsExactly(new byte[] {2}, new byte[] {1});
        failed(claim, NOON.plusSeconds(3_599), NOON.plusSeconds(3_600), NOON);
        assertThat(claim(NOON.plusSeconds(3_600)).sealedSecrets()).containsExactly(new byte[] {2});
    }

    @Test
    void an_event_is_in_one_pair_of_hands_until_the_lease_ends() {
        listening(EVERYTHING);
        told(launched());
        Claim lost = claim(NOON);
        assertThat(claims(NOON.plus(LEASE).minusMillis(1))).isEmpty();
        Claim held = claim(NOON.plus(LEASE));
        assertThat(held.id()).isEqualTo(lost.id());
        assertThat(held.attempt()).isEqualTo(2);
        assertThat(taken(lost, NOON)).isEmpty();
        assertThat(failed(lost, NOON, NOON, NOON)).isEmpty();
        assertThat(found(held).state()).isEqualTo(Delivery.State.PENDING);
        assertThat(taken(held, NOON.plus(LEASE))).contains(Endpoint.Streak.NONE);
        assertThat(taken(held, NOON.plus(LEASE))).isEmpty();
    }

    @Test
    void what_was_taken_is_settled_and_its_attempt_is_logged() {
        listening(EVERYTHING);
        told(launched());
        Claim claim = claim(NOON);
        taken(claim, NOON.plusSeconds(1));
        Delivery delivery = found(claim);
        assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(delivery.attempts()).isOne();
        assertThat(delivery.nextAt()).isEmpty();
        assertThat(delivery.settledAt()).contains(NOON.plusSeconds(1).plusMillis(12));
        assertThat(within(() -> deliveries().attempts(claim.endpoint(), claim.id()))).containsExactly(attempt(claim, NOON.plusSeconds(1), 204));
        assertThat(claims(LATER)).isEmpty();
    }

    @Test
    void what_failed_waits_for_its_time_and_the_endpoint_counts_it() {
        Endpoint endpoint = listening(EVERYTHING);
        told(launched());
        Claim first = claim(NOON);
        assertThat(failed(first, NOON.plusMillis(5), NOON.plusSeconds(5), NOON)).contains(new Endpoint.Streak(1, Optional.of(NOON.plusMillis(5))));
        assertThat(found(first).nextAt()).contains(NOON.plusSeconds(5));
        assertThat(claims(NOON.plusSeconds(5).minusMillis(1))).isEmpty();
        Claim second = claim(NOON.plusSeconds(5));
        assertThat(second.failures()).isOne();
        assertThat(second.tries()).isEqualTo(2);
        assertThat(failed(second, NOON.plusSeconds(5), NOON.plusSeconds(20), NOON))
                .contains(new Endpoint.Streak(2, Optional.of(NOON.plusMillis(5))));
        assertThat(within(() -> endpoints().find(endpoint.id())).orElseThrow().streak().failures()).isEqualTo(2);
        taken(claim(NOON.plusSeconds(20)), NOON.plusSeconds(20));
        assertThat(within(() -> endpoints().find(endpoint.id())).orElseThrow().streak()).isEqualTo(Endpoint.Streak.NONE);
    }

    @Test
    void a_dead_letter_is_sent_no_more_until_somebody_wants_it() {
        listening(EVERYTHING);
        told(launched());
        Claim claim = claim(NOON);
        Attempt fault = new Attempt(1, NOON, Duration.ofSeconds(5), Optional.empty(), Optional.of("no answer"));
        assertThat(deliveries().settle(claim, fault, new Fate.Dead(NOON))).isPresent();
        assertThat(found(claim).state()).isEqualTo(Delivery.State.DEAD);
        assertThat(claims(LATER)).isEmpty();

        assertThat(within(() -> deliveries().sendAgain(claim.endpoint(), claim.id(), LATER))).isTrue();
        assertThat(within(() -> deliveries().sendAgain(claim.endpoint(), claim.id(), LATER))).isFalse();
        Claim again = claim(LATER);
        assertThat(again.id()).isEqualTo(claim.id());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.tries()).isOne();
        assertThat(again.begunAt()).isEqualTo(LATER);
        assertThat(within(() -> deliveries().attempts(claim.endpoint(), claim.id()))).containsExactly(fault);
    }

    @Test
    void nothing_is_sent_to_an_endpoint_that_is_left_alone_until_somebody_wants_it() {
        Endpoint endpoint = listening(EVERYTHING);
        told(launched());
        told(launched());
        List<Claim> claims = claims(NOON);
        assertThat(claims).hasSize(2);
        failed(claims.get(0), NOON, NOON.plusSeconds(5), NOON.plusSeconds(60));
        failed(claims.get(1), NOON, NOON.plusSeconds(5), NOON.plusSeconds(30));
        assertThat(claims(NOON.plusSeconds(60).minusMillis(1))).isEmpty();
        assertThat(deliveries().queue(NOON.plusSeconds(59)).oldestDue()).isEmpty();
        assertThat(deliveries().queue(NOON.plusSeconds(59)).pending()).isEqualTo(2);

        within(() -> {
            deliveries().tell(endpoint.id(), SeededIds.next(), Event.of(Event.Kind.WEBHOOK_PING, Subject.of("webhook_endpoint", "1")), NOON);
            return true;
        });
        assertThat(claims(NOON.plusSeconds(6))).hasSize(3);
    }

    @Test
    void an_endpoint_has_no_more_than_a_few_events_in_hands_and_one_that_fails_a_single_one() {
        Endpoint busy = listening(EVERYTHING);
        IntStream.range(0, 12).forEach(number -> told(launched()));
        List<Claim> claims = claims(NOON);
        assertThat(claims).hasSize(4);
        assertThat(claims(NOON)).isEmpty();
        assertThat(taken(claims.getFirst(), NOON)).isPresent();
        assertThat(claims(NOON)).hasSize(1);

        Instant next = NOON.plus(LEASE);
        for (int failure = 0; failure < Endpoint.Streak.SUSPECT; failure++) {
            failed(claims(next).getFirst(), next, LATER, NOON);
            next = next.plus(LEASE);
        }
        assertThat(within(() -> endpoints().find(busy.id())).orElseThrow().streak().failures()).isEqualTo(Endpoint.Streak.SUSPECT);
        assertThat(claims(next)).hasSize(1);
        assertThat(claims(next)).isEmpty();
    }

    @Test
    void endpoints_take_turns_so_that_one_event_does_not_wait_for_thousands() {
        listening(only(Event.Kind.CAMPAIGN_LAUNCHED));
        IntStream.range(0, 10).forEach(number -> told(launched()));
        Endpoint quiet = listening(only(Event.Kind.JOB_FAILED));
        told(Event.of(Event.Kind.JOB_FAILED, Subject.of("job", "1")));
        assertThat(deliveries().claim(NOON, LEASE, 2)).hasSize(2).extracting(Claim::endpoint).contains(quiet.id());
    }

    @Test
    void many_senders_never_have_the_same_event() {
        IntStream.range(0, 5).forEach(number -> listening(EVERYTHING));
        IntStream.range(0, 8).forEach(number -> told(launched()));
        List<Claim> all = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 20; round++) {
                List<CompletableFuture<List<Claim>>> claims = IntStream.range(0, 4)
                        .mapToObj(number -> CompletableFuture.supplyAsync(() -> deliveries().claim(NOON, LEASE, 3), senders)).toList();
                claims.stream().map(CompletableFuture::join).flatMap(List::stream).forEach(claim -> {
                    all.add(claim);
                    assertThat(taken(claim, NOON)).isPresent();
                });
            }
        }
        assertThat(all).hasSize(40).extracting(claim -> claim.endpoint() + " " + claim.id()).doesNotHaveDuplicates();
    }

    @Test
    void a_list_shows_the_newest_first_page_by_page_and_by_state() {
        Endpoint endpoint = listening(EVERYTHING);
        IntStream.range(0, 3).forEach(number -> told(launched()));
        Claim claim = claims(NOON).getFirst();
        taken(claim, NOON);
        var first = within(() -> deliveries().list(endpoint.id(), Set.of(), PageRequest.first(2)));
        var second = within(() -> deliveries().list(endpoint.id(), Set.of(), new PageRequest(2, first.next())));
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(within(() -> deliveries().list(endpoint.id(), Set.of(Delivery.State.DELIVERED), PageRequest.first(9))).items())
                .extracting(Delivery::id).containsExactly(claim.id());
        assertThat(within(() -> deliveries().list(endpoint.id(), Set.of(Delivery.State.DEAD), PageRequest.first(9))).items()).isEmpty();
    }

    @Test
    void another_team_sees_nothing_and_sends_nothing_again() {
        listening(EVERYTHING);
        told(launched());
        Claim claim = claim(NOON);
        taken(claim, NOON);
        team = newTeam(teams());
        assertThat(within(() -> deliveries().find(claim.endpoint(), claim.id()))).isEmpty();
        assertThat(within(() -> deliveries().attempts(claim.endpoint(), claim.id()))).isEmpty();
        assertThat(within(() -> deliveries().list(claim.endpoint(), Set.of(), PageRequest.first(9))).items()).isEmpty();
        assertThat(within(() -> deliveries().sendAgain(claim.endpoint(), claim.id(), NOON))).isFalse();
    }

    @Test
    void what_an_endpoint_would_have_got_goes_with_it() {
        Endpoint endpoint = listening(EVERYTHING);
        told(launched());
        transactions().run(system(team), "test", () -> endpoints().remove(endpoint.id()));
        assertThat(claims(NOON)).isEmpty();
    }

    @Test
    void old_events_are_forgotten_unless_they_are_just_sent_again() {
        listening(EVERYTHING);
        told(launched());
        told(launched());
        List<Claim> claims = claims(NOON);
        claims.forEach(claim -> taken(claim, NOON));
        within(() -> deliveries().sendAgain(claims.getFirst().endpoint(), claims.getFirst().id(), LATER));
        assertThat(deliveries().forget(NOON)).isZero();
        assertThat(deliveries().forget(NOON.plusSeconds(1))).isOne();
        assertThat(claims(LATER)).extracting(Claim::id).containsExactly(claims.getFirst().id());
        assertThat(deliveries().forget(LATER.plusSeconds(1))).isOne();
    }

    @Test
    void the_queue_tells_how_much_waits_and_since_when() {
        assertThat(deliveries().queue(NOON).pending()).isZero();
        listening(EVERYTHING);
        told(launched());
        assertThat(deliveries().queue(NOON.plusSeconds(3)).oldestDue()).contains(NOON);
        assertThat(deliveries().queue(NOON.plusSeconds(3)).pending()).isOne();
        Claim claim = claim(NOON);
        assertThat(deliveries().queue(NOON.plusSeconds(3)).oldestDue()).isEmpty();
        taken(claim, NOON);
        assertThat(deliveries().queue(NOON.plusSeconds(3)).pending()).isZero();
    }
}
