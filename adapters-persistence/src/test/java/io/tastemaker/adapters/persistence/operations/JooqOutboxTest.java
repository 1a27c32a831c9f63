package io.tastemaker.adapters.persistence.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.OutgoingMail;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.OutboxContract;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqOutboxTest extends OutboxContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private JooqOutbox outbox;

    @BeforeEach
    void open() {
        outbox = new JooqOutbox(DATABASE.transactions(), DATABASE.platformTransactions(), DATABASE.acrossTeams(), new InMemorySecretBox(),
                new InMemoryIds(), InstantSource.fixed(TeamFixtures.NOON));
        DATABASE.asSuperuser("delete from operations.outgoing_mail");
    }

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected List<Letter> posted(TeamId team) {
        return Stream.generate(() -> outbox.claim(TeamFixtures.NOON, Duration.ofSeconds(30)))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .filter(claim -> claim.team().equals(team))
                .map(OutgoingMail.Claim::letter)
                .toList();
    }

    @Test
    void a_team_posts_letters_of_its_own_only() {
        TeamId team = TeamFixtures.newTeam(teams());
        TeamId other = TeamFixtures.newTeam(teams());
        Letter letter = new Letter("ana@example.com", "Hello", "text");
        assertThatThrownBy(() -> transactions().run(TeamFixtures.system(team), "test", () -> outbox.post(other, letter)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
