package io.tastemaker.application.shared.out;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every outbox does, in either kind of transaction. */
public abstract class OutboxContract {

    /** The two kinds. */
    protected enum Kind { TEAM, PLATFORM }

    private TeamId team;
    private Actor actor;

    protected abstract Transactions transactions();

    protected abstract PlatformTransactions platform();

    protected abstract Teams teams();

    protected abstract Outbox outbox();

    /** The letters on their way out for a team, the oldest first. */
    protected abstract List<Letter> posted(TeamId team);

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
        actor = system(team);
    }

    @ParameterizedTest
    @EnumSource
    void letters_are_on_their_way_as_they_were_posted_once_the_transaction_commits(Kind kind) {
        Letter first = letter("Your link\u2026");
        Letter second = new Letter("jos\u00e9@m\u00fcnchen.example", "\uD83C\uDF3F", "");
        kinds().get(kind).run(actor, "test", () -> {
            outbox().post(team, first);
            outbox().post(team, second);
        });
        assertThat(posted(team)).containsExactly(first, second);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_sent_when_the_transaction_fails(Kind kind) {
        assertThatThrownBy(() -> kinds().get(kind).run(actor, "test", () -> {
            outbox().post(team, letter("Never"));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(posted(team)).isEmpty();
    }

    @Test
    void the_same_letter_twice_is_two_letters() {
        transactions().run(actor, "test", () -> {
            outbox().post(team, letter("Twice"));
            outbox().post(team, letter("Twice"));
        });
        assertThat(posted(team)).hasSize(2);
    }

    @Test
    void nothing_is_posted_outside_a_transaction() {
        assertThatThrownBy(() -> outbox().post(team, letter("Lost"))).isInstanceOf(IllegalStateException.class);
        assertThat(posted(team)).isEmpty();
    }

    private Map<Kind, Transactions> kinds() {
        return Map.of(Kind.TEAM, transactions(), Kind.PLATFORM, platform());
    }

    private static Letter letter(String subject) {
        return new Letter("ana@example.com", subject, "Hello Ana,\n\nhttp://127.0.0.1:8080/verify#token\n");
    }
}
