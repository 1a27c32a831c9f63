package io.tastemaker.application.shared.out;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all events do. */
public abstract class EventsContract {

    private TeamId team;
    private Actor actor;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Events events();

    /** Lets somebody of the team listen: without listeners a store may keep nothing. */
    protected void listen(TeamId team) {}

    /** What was told about a team, the oldest first. */
    protected abstract List<Event> told(TeamId team);

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
        actor = system(team);
        listen(team);
    }

    @Test
    void events_are_told_in_order_once_the_transaction_commits() {
        Event first = event(Event.Kind.CAMPAIGN_LAUNCHED).with("status", "active").with("from", "dr\u00e4ft");
        Event second = event(Event.Kind.CAMPAIGN_COMPLETED);
        transactions().run(actor, "test", () -> {
            events().tell(first);
            events().tell(second);
        });
        assertThat(told(team)).containsExactly(first, second);
    }

    @Test
    void nothing_is_told_when_the_transaction_fails() {
        assertThatThrownBy(() -> transactions().run(actor, "test", () -> {
            events().tell(event(Event.Kind.JOB_FAILED));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(told(team)).isEmpty();
    }

    @Test
    void the_same_event_twice_is_two_events() {
        transactions().run(actor, "test", () -> {
            events().tell(event(Event.Kind.INVITATION_REPLIED));
            events().tell(event(Event.Kind.INVITATION_REPLIED));
        });
        assertThat(told(team)).hasSize(2);
    }

    @Test
    void nothing_is_told_outside_a_transaction() {
        assertThatThrownBy(() -> events().tell(event(Event.Kind.WALLET_LOW))).isInstanceOf(IllegalStateException.class);
        assertThat(told(team)).isEmpty();
    }

    private static Event event(Event.Kind kind) {
        return Event.of(kind, Subject.of("thing", "1"));
    }
}
