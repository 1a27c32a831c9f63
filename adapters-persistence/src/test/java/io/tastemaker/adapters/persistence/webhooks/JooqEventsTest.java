package io.tastemaker.adapters.persistence.webhooks;

import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.EventsContract;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.EndpointFixtures;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqEventsTest extends EventsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Events events = new JooqEvents(DATABASE.transactions(), new InMemoryIds(), InstantSource.fixed(TeamFixtures.NOON));

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Events events() {
        return events;
    }

    @Override
    protected void listen(TeamId team) {
        transactions().run(TeamFixtures.system(team), "test", () -> new JooqEndpoints(DATABASE.transactions())
                .add(EndpointFixtures.newEndpoint(team, EndpointFixtures.EVERYTHING), new byte[] {1}));
    }

    @Test
    void nothing_is_kept_of_what_nobody_listens_to() {
        TeamId deaf = TeamFixtures.newTeam(teams());
        transactions().run(TeamFixtures.system(deaf), "test", () -> events.tell(Event.of(Event.Kind.JOB_FAILED, Subject.of("job", "1"))));
        assertThat(told(deaf)).isEmpty();
    }

    @Override
    protected List<Event> told(TeamId team) {
        return transactions().reading(TeamFixtures.system(team), () -> DATABASE.transactions().sql()
                .select(EVENT.KIND, EVENT.SUBJECT_TYPE, EVENT.SUBJECT_ID, EVENT.DATA).from(EVENT).where(EVENT.TEAM_ID.eq(team)).orderBy(EVENT.ID)
                .fetch(row -> new Event(row.value1(), new Subject(row.value2(), row.value3()), new TreeMap<>(Json.read(row.value4())))));
    }
}
