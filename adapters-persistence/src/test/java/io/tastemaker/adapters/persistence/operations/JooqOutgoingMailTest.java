package io.tastemaker.adapters.persistence.operations;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.OutgoingMail;
import io.tastemaker.application.operations.out.OutgoingMailContract;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqOutgoingMailTest extends OutgoingMailContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Ids IDS = new InMemoryIds();
    private static final SecretBox BOX = new InMemorySecretBox();
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Outbox outbox() {
        return outbox(BOX);
    }

    @Override
    protected OutgoingMail mail() {
        return outbox(BOX);
    }

    @Test
    void nothing_of_a_letter_stands_in_the_clear_and_nothing_is_left_when_it_is_settled() {
        post(BOX, "Your secret link");
        assertThat(row()).doesNotContain("ana@example.com", "secret", "text").contains("sealed_letter");

        mail().sent(mail().claim(NOON, LEASE).orElseThrow(), NOON);

        assertThat(DATABASE.acrossTeams().<Integer>run(sql -> sql.fetchOne("select count(*) from operations.outgoing_mail "
                + "where sealed_letter is not null or sent_at is null").get(0, Integer.class))).isZero();
    }

    @Test
    void a_letter_whose_key_is_gone_is_given_up_and_holds_up_nobody() {
        post(new InMemorySecretBox(), "sealed with a lost key");
        post(BOX, "sealed");

        assertThat(mail().claim(NOON, LEASE)).hasValueSatisfying(claim -> assertThat(claim.letter().subject()).isEqualTo("sealed"));
        assertThat(row()).contains("its key is gone");
    }

    @Test
    void the_role_of_the_teams_cannot_read_its_own_letters() {
        TeamId team = TeamFixtures.newTeam(teams());
        assertThatThrownBy(() -> DATABASE.transactions().alone(team, sql -> sql.fetch("select id from operations.outgoing_mail")))
                .isInstanceOf(DataAccessException.class);
    }

    private static JooqOutbox outbox(SecretBox box) {
        return new JooqOutbox(DATABASE.transactions(), DATABASE.platformTransactions(), DATABASE.acrossTeams(),
                box, IDS, CLOCK);
    }

    private void post(SecretBox box, String subject) {
        TeamId team = TeamFixtures.newTeam(teams());
        transactions().run(TeamFixtures.system(team), "test", () -> outbox(box).post(team, new Letter("ana@example.com", subject, "text")));
    }

    private static String row() {
        return DATABASE.acrossTeams().run(sql -> sql.fetch("select row_to_json(m)::text || coalesce(encode(sealed_letter, 'escape'), '') "
                + "from operations.outgoing_mail m").getValues(0, String.class).toString());
    }
}
