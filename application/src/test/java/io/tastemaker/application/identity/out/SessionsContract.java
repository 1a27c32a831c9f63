package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.LAPTOP;
import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.PeopleFixtures.session;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Sessions.RefreshToken;
import io.tastemaker.application.identity.out.Sessions.Rotation;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of sessions does. */
public abstract class SessionsContract {

    private static final Instant LATER = NOON.plusSeconds(60);

    private User ana;

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract Sessions sessions();

    @BeforeEach
    void makePerson() {
        ana = newOwner(transactions(), teams(), users());
    }

    @Test
    void a_session_is_found_as_it_was_begun() {
        Session session = begun();
        assertThat(reading(() -> sessions().find(session.id()))).contains(session);
        assertThat(reading(() -> sessions().find(new SessionId(SeededIds.next())))).isEmpty();
    }

    @Test
    void the_living_sessions_come_the_last_used_first() {
        Session older = begun();
        Session newer = begin(session(ana, LATER), name());
        Session ended = begun();
        writing(() -> sessions().revoke(ended.id(), NOON));
        assertThat(reading(() -> sessions().alive(ana.id(), LATER))).containsExactly(newer, older);
        assertThat(reading(() -> sessions().alive(ana.id(), older.expiresAt()))).containsExactly(newer);
        assertThat(reading(() -> sessions().alive(new UserId(SeededIds.next()), LATER))).isEmpty();
    }

    @Test
    void an_address_is_known_once_the_person_signed_in_there() {
        Session session = begun();
        writing(() -> sessions().revoke(session.id(), NOON));
        assertThat(reading(() -> sessions().knows(ana.id(), LAPTOP.address()))).isTrue();
        assertThat(reading(() -> sessions().knows(ana.id(), "192.0.2.8"))).isFalse();
        assertThat(reading(() -> sessions().knows(new UserId(SeededIds.next()), LAPTOP.address()))).isFalse();
    }

    @Test
    void a_token_is_spent_once_and_its_successor_follows() {
        String first = name();
        Session session = begin(session(ana, NOON), first);
        String second = name();

        assertThat(rotate(first, second, "sealed", LATER)).isEqualTo(new Rotation.Rotated(session));
        assertThat(rotate(first, name(), "other", LATER.plusSeconds(1)))
                .isEqualTo(new Rotation.SpentBefore(session, LATER, "sealed", true));
        assertThat(rotate(second, name(), "next", LATER)).isInstanceOf(Rotation.Rotated.class);
        assertThat(rotate(first, name(), "other", LATER.plusSeconds(1)))
                .isEqualTo(new Rotation.SpentBefore(session, LATER, "sealed", false));
    }

    @Test
    void the_session_of_a_token_is_known_in_whatever_state() {
        String first = name();
        Session session = begin(session(ana, NOON), first);
        String second = name();
        rotate(first, second, "sealed", LATER);
        assertThat(reading(() -> sessions().ofToken(first))).contains(session);
        writing(() -> sessions().revoke(session.id(), LATER));
        assertThat(reading(() -> sessions().ofToken(second)).map(Session::id)).contains(session.id());
        assertThat(reading(() -> sessions().ofToken(name()))).isEmpty();
    }

    @Test
    void of_many_parallel_rotations_exactly_one_spends_the_token() {
        String first = name();
        begin(session(ana, NOON), first);
        List<String> successors = AtOnce.call(16, number -> name());
        List<Rotation> rotations = AtOnce.call(16, number -> rotate(first, successors.get(number), "sealed " + number, LATER));

        assertThat(rotations).filteredOn(Rotation.Rotated.class::isInstance).hasSize(1);
        assertThat(rotations).filteredOn(Rotation.SpentBefore.class::isInstance).hasSize(15);
        int winner = rotations.indexOf(rotations.stream().filter(Rotation.Rotated.class::isInstance).findFirst().orElseThrow());
        assertThat(rotations).filteredOn(Rotation.SpentBefore.class::isInstance)
                .allMatch(rotation -> ((Rotation.SpentBefore) rotation).sealedSuccessor().equals("sealed " + winner));
        assertThat(AtOnce.call(16, number -> rotate(successors.get(number), name(), "next", LATER)))
                .filteredOn(Rotation.Rotated.class::isInstance).as("tokens that live").hasSize(1);
    }

    @Test
    void nobody_knows_a_token_that_was_not_handed_out() {
        assertThat(rotate(name(), name(), "sealed", LATER)).isEqualTo(new Rotation.Unknown());
    }

    @Test
    void the_tokens_of_a_session_that_has_ended_are_unknown() {
        String alive = name();
        Session revoked = begin(session(ana, NOON), alive);
        String spent = name();
        Session expired = begin(session(ana, NOON), spent);
        rotate(spent, name(), "sealed", LATER);
        assertThat(writing(() -> sessions().revoke(revoked.id(), LATER))).isTrue();

        assertThat(rotate(alive, name(), "sealed", LATER)).isEqualTo(new Rotation.Unknown());
        assertThat(rotate(spent, name(), "sealed", expired.expiresAt())).isEqualTo(new Rotation.Unknown());
    }

    @Test
    void use_moves_the_end_of_a_session_and_its_team() {
        Session session = begun();
        Session used = new Session(session.id(), session.user(), newTeam(teams()), session.proofs(), session.source(), session.startedAt(),
                LATER, LATER.plus(Duration.ofDays(30)), Optional.empty());
        transactions().run(PROGRAM, "test", () -> sessions().touch(used));
        assertThat(reading(() -> sessions().find(session.id()))).contains(used);
    }

    @Test
    void use_does_not_bring_back_what_was_ended() {
        Session session = begun();
        writing(() -> sessions().revoke(session.id(), NOON));
        transactions().run(PROGRAM, "test", () -> sessions().touch(session));
        assertThat(reading(() -> sessions().find(session.id())).orElseThrow().revokedAt()).contains(NOON);
    }

    @Test
    void a_session_ends_once() {
        Session session = begun();
        assertThat(writing(() -> sessions().revoke(session.id(), NOON))).isTrue();
        assertThat(writing(() -> sessions().revoke(session.id(), LATER))).isFalse();
        assertThat(writing(() -> sessions().revoke(new SessionId(SeededIds.next()), LATER))).isFalse();
        assertThat(reading(() -> sessions().find(session.id())).orElseThrow().revokedAt()).contains(NOON);
    }

    @Test
    void all_sessions_but_one_are_ended_and_those_of_others_go_on() {
        Session kept = begun();
        begun();
        begun();
        User ben = newOwner(transactions(), teams(), users());
        Session bens = begin(session(ben, NOON), name());
        assertThat(writing(() -> sessions().revokeAll(ana.id(), Optional.of(kept.id()), LATER))).isEqualTo(2);
        assertThat(reading(() -> sessions().alive(ana.id(), LATER))).containsExactly(kept);
        assertThat(writing(() -> sessions().revokeAll(ana.id(), Optional.empty(), LATER))).isEqualTo(1);
        assertThat(reading(() -> sessions().alive(ben.id(), LATER))).containsExactly(bens);
    }

    @Test
    void all_proofs_are_kept() {
        Session plain = session(ana, NOON);
        Session proven = new Session(plain.id(), plain.user(), plain.team(), Set.of(Session.Proof.values()), plain.source(),
                plain.startedAt(), plain.lastUsedAt(), plain.expiresAt(), Optional.empty());
        begin(proven, name());
        assertThat(reading(() -> sessions().find(proven.id()))).contains(proven);
    }

    private Session begun() {
        return begin(session(ana, NOON), name());
    }

    private Session begin(Session session, String hash) {
        transactions().run(PROGRAM, "test",
                () -> sessions().start(session, new RefreshToken(hash, session.id(), session.startedAt())));
        return session;
    }

    private Rotation rotate(String presented, String successor, String sealed, Instant now) {
        return writing(() -> sessions().rotate(presented, successor, sealed, now));
    }

    private static String name() {
        return "hash " + SeededIds.next();
    }

    private <T> T reading(Supplier<T> work) {
        return transactions().reading(PROGRAM, work);
    }

    private <T> T writing(Supplier<T> work) {
        return transactions().inTransaction(PROGRAM, "test", work);
    }
}
