package io.tastemaker.application.webhooks.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.EVERYTHING;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.lowBelow;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.newEndpoint;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all endpoints do. */
public abstract class EndpointsContract {

    private static final byte[] SECRET = {1, 2, 3};

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Endpoints endpoints();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    private <T> T within(TeamId whose, Supplier<T> work) {
        return transactions().inTransaction(system(whose), "test", work);
    }

    private Endpoint added(Endpoint.Aim aim) {
        Endpoint endpoint = newEndpoint(team, aim);
        transactions().run(system(team), "test", () -> endpoints().add(endpoint, SECRET));
        return endpoint;
    }

    private Optional<Endpoint> found(Endpoint endpoint) {
        return within(team, () -> endpoints().find(endpoint.id()));
    }

    @Test
    void an_endpoint_is_found_as_it_was_added() {
        for (Endpoint.Aim aim : List.of(EVERYTHING, lowBelow(100), only(Event.Kind.JOB_FAILED, Event.Kind.CAMPAIGN_LAUNCHED))) {
            Endpoint endpoint = added(aim);
            assertThat(found(endpoint)).contains(endpoint);
        }
        assertThat(within(team, () -> endpoints().countToAdd())).isEqualTo(3);
    }

    @Test
    void another_team_finds_changes_and_removes_nothing() {
        Endpoint endpoint = added(EVERYTHING);
        TeamId other = newTeam(teams());
        assertThat(within(other, () -> endpoints().find(endpoint.id()))).isEmpty();
        assertThat(within(other, () -> endpoints().countToAdd())).isZero();
        assertThat(within(other, () -> endpoints().replace(endpoint.changed(EVERYTHING, false, NOON)))).isFalse();
        transactions().run(system(other), "test", () -> endpoints().remove(endpoint.id()));
        assertThat(found(endpoint)).contains(endpoint);
        assertThatThrownBy(() -> transactions().run(system(other), "test", () -> endpoints().add(endpoint, SECRET)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_newest_come_first_page_by_page() {
        List<Endpoint> all = List.of(added(EVERYTHING), added(EVERYTHING), added(EVERYTHING));
        var first = within(team, () -> endpoints().list(PageRequest.first(2)));
        var second = within(team, () -> endpoints().list(new PageRequest(2, first.next())));
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(List.of(first.items().get(0), first.items().get(1), second.items().get(0))).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_change_needs_the_version_before() {
        Endpoint endpoint = added(EVERYTHING);
        Endpoint changed = endpoint.changed(lowBelow(7), false, NOON.plusSeconds(1));
        assertThat(within(team, () -> endpoints().replace(changed))).isTrue();
        assertThat(found(endpoint)).contains(changed);
        assertThat(within(team, () -> endpoints().replace(changed))).isFalse();
        Endpoint enabled = changed.changed(lowBelow(7), true, NOON.plusSeconds(2));
        assertThat(within(team, () -> endpoints().replace(enabled))).isTrue();
        assertThat(found(endpoint)).contains(enabled);
    }

    @Test
    void a_rotation_needs_the_version_before_and_tells_until_when_the_old_secret_holds() {
        Endpoint endpoint = added(EVERYTHING);
        Endpoint rotated = endpoint.rotated(Duration.ofHours(24), NOON);
        assertThat(within(team, () -> endpoints().rotate(rotated, SECRET))).isTrue();
        assertThat(within(team, () -> endpoints().rotate(rotated, SECRET))).isFalse();
        assertThat(found(endpoint)).contains(rotated);
        assertThat(within(team, () -> endpoints().rotate(rotated.rotated(Duration.ZERO, NOON), SECRET))).isTrue();
        assertThat(found(endpoint).orElseThrow().oldSecretUntil()).isEmpty();
    }

    @Test
    void an_endpoint_that_was_removed_is_gone() {
        Endpoint endpoint = added(EVERYTHING);
        transactions().run(system(team), "test", () -> endpoints().remove(endpoint.id()));
        assertThat(found(endpoint)).isEmpty();
        assertThat(within(team, () -> endpoints().countToAdd())).isZero();
    }
}
