package io.tastemaker.adapters.persistence.operations;

import static io.tastemaker.adapters.persistence.generated.operations.Tables.IDEMPOTENT_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.operations.out.IdempotentCalls.Answer;
import io.tastemaker.application.operations.out.IdempotentCalls.CallKey;
import io.tastemaker.application.operations.out.IdempotentCalls.Entry;
import io.tastemaker.application.operations.out.IdempotentCallsContract;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.application.shared.out.SecretBox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqIdempotentCallsTest extends IdempotentCallsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final SecretBox BOX = new InMemorySecretBox();

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected IdempotentCalls calls() {
        return new JooqIdempotentCalls(DATABASE.transactions(), DATABASE.acrossTeams(), BOX);
    }

    @Test
    void what_was_answered_cannot_be_read_in_the_database() {
        CallKey call = new CallKey(TeamFixtures.newTeam(teams()), "POST /api-keys", "k");
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        Entry.Started started = (Entry.Started) calls().begin(call, "f", now, Duration.ofSeconds(60), Duration.ofHours(24));
        calls().complete(call, started.token(), new Answer(201, Map.of(), "a secret that is shown once".getBytes(StandardCharsets.UTF_8)));

        byte[] kept = DATABASE.transactions().alone(call.team(), sql -> sql.select(IDEMPOTENT_CALL.BODY).from(IDEMPOTENT_CALL)
                .where(IDEMPOTENT_CALL.TEAM_ID.eq(call.team())).fetchSingle().value1());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }
}
