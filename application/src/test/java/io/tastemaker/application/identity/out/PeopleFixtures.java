package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;

import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** People to test with. */
public final class PeopleFixtures {

    /** What works across teams. */
    public static final Actor PROGRAM = new Actor.System("test", TeamId.CATALOGUE);

    public static final Session.Source LAPTOP = new Session.Source("192.0.2.7", "Firefox");

    private PeopleFixtures() {}

    /** A person of a new id and address. */
    public static User person(TeamId home) {
        return person(home, new EmailAddress(SeededIds.next() + "@example.com"));
    }

    /** A person of a new id. */
    public static User person(TeamId home, EmailAddress email) {
        return new User(new UserId(SeededIds.next()), 1, email, "Ana Lima", Optional.of("a hash"), home,
                ZoneId.of("America/Sao_Paulo"), "pt-BR", NOON, Optional.empty());
    }

    /** Somebody who owns a team of their own, added to the store; outside of any transaction. */
    public static User newOwner(PlatformTransactions transactions, Teams teams, Users users) {
        User person = person(TeamFixtures.newTeam(teams));
        transactions.run(PROGRAM, "test", () -> {
            users.add(person);
            users.join(Membership.begin(person.homeTeam(), person.id(), Role.OWNER, NOON));
        });
        return person;
    }

    /** A session of a new id that lives for thirty days. */
    public static Session session(User person, Instant start) {
        return new Session(new SessionId(SeededIds.next()), person.id(), person.homeTeam(), Set.of(Session.Proof.PASSWORD), LAPTOP, start,
                start, start.plus(Duration.ofDays(30)), Optional.empty());
    }
}
