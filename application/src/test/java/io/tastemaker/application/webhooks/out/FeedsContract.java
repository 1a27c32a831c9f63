package io.tastemaker.application.webhooks.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.EVERYTHING;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.launched;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.lowBelow;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.newEndpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Feeds.WalletFeed;
import io.tastemaker.application.webhooks.out.Feeds.WalletPlace;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that tells what no transaction tells. */
public abstract class FeedsContract {

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Endpoints endpoints();

    protected abstract Deliveries deliveries();

    protected abstract Feeds feeds();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    private Endpoint listening(Endpoint.Aim aim) {
        Endpoint endpoint = newEndpoint(team, aim);
        transactions().run(system(team), "test", () -> endpoints().add(endpoint, new byte[] {1}));
        return endpoint;
    }

    private void begun(WalletPlace place) {
        transactions().run(system(team), "test", () -> feeds().begin(place));
    }

    private Optional<WalletFeed> feed() {
        return feeds().wallets().stream().filter(feed -> feed.place().team().equals(team)).findFirst();
    }

    private List<Event> sentTo(Endpoint endpoint) {
        return transactions().reading(system(team), () -> deliveries().list(endpoint.id(), Set.of(), PageRequest.first(100))).items().stream()
                .map(Delivery::event).toList();
    }

    private static Event low(long threshold) {
        return Event.of(Event.Kind.WALLET_LOW, Subject.of("wallet", "1")).with("threshold", threshold);
    }

    @Test
    void a_place_is_kept_from_where_it_began_until_it_ends() {
        assertThat(feed()).isEmpty();
        begun(new WalletPlace(team, 7, 100));
        begun(new WalletPlace(team, 9, 50));
        assertThat(feed()).contains(new WalletFeed(new WalletPlace(team, 7, 100), Set.of()));
        transactions().run(system(team), "test", () -> feeds().end());
        assertThat(feed()).isEmpty();
    }

    @Test
    void the_place_of_another_team_is_not_begun() {
        WalletPlace foreign = new WalletPlace(newTeam(teams()), 1, 1);
        assertThatThrownBy(() -> begun(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thresholds_are_those_of_endpoints_that_are_enabled() {
        begun(new WalletPlace(team, 1, 0));
        listening(EVERYTHING);
        listening(lowBelow(10));
        listening(lowBelow(10));
        Endpoint disabled = listening(lowBelow(20));
        assertThat(feed().orElseThrow().thresholds()).containsExactlyInAnyOrder(10L, 20L);
        transactions().run(system(team), "test", () -> endpoints().replace(disabled.changed(lowBelow(20), false, NOON)));
        assertThat(feed().orElseThrow().thresholds()).containsExactly(10L);
    }

    @Test
    void what_happened_in_a_wallet_is_told_once_and_moves_the_place() {
        WalletPlace from = new WalletPlace(team, 1, 100);
        WalletPlace to = new WalletPlace(team, 4, 60);
        Endpoint endpoint = listening(EVERYTHING);
        begun(from);
        assertThat(feeds().tell(from, to, List.of(launched(), launched()), NOON)).isTrue();
        assertThat(feeds().tell(from, to, List.of(launched(), launched()), NOON)).isFalse();
        assertThat(sentTo(endpoint)).hasSize(2);
        assertThat(feed().orElseThrow().place()).isEqualTo(to);
    }

    @Test
    void of_a_threshold_only_those_are_told_whose_it_is() {
        WalletPlace from = new WalletPlace(team, 1, 100);
        Endpoint all = listening(EVERYTHING);
        Endpoint ten = listening(lowBelow(10));
        Endpoint twenty = listening(lowBelow(20));
        begun(from);
        feeds().tell(from, new WalletPlace(team, 2, 15), List.of(low(20)), NOON);
        assertThat(sentTo(twenty)).containsExactly(low(20));
        assertThat(sentTo(ten)).isEmpty();
        assertThat(sentTo(all)).isEmpty();
    }

    @Test
    void an_event_under_an_id_that_was_told_is_not_told_again() {
        Endpoint endpoint = listening(EVERYTHING);
        UUID id = SeededIds.next();
        feeds().tell(team, id, launched(), NOON);
        feeds().tell(team, id, launched(), NOON);
        assertThat(sentTo(endpoint)).containsExactly(launched());
    }

    @Test
    void a_team_that_does_not_listen_is_told_nothing() {
        UUID id = SeededIds.next();
        feeds().tell(team, id, launched(), NOON);
        Endpoint late = listening(EVERYTHING);
        assertThat(sentTo(late)).isEmpty();
    }
}
