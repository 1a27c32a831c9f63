package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Erases a person: the account, its sessions and factors, what is its own in teams, and the teams where nobody else is. The audit log and
 * the ledgers stay valid, since they name people by ids alone, and from now on the id names nobody. From which network address a deed was
 * done stays in the audit log, which is evidence. Once begun it is finished, by {@link FinishErasures} if the program is killed on the way.
 */
public final class EraseAccount {

    private final PlatformTransactions transactions;
    private final Users users;
    private final Sessions sessions;
    private final PersonalData personalData;
    private final OwnPassword ownPassword;
    private final Ids ids;
    private final InstantSource clock;

    EraseAccount(
            PlatformTransactions transactions,
            Users users,
            Sessions sessions,
            PersonalData personalData,
            OwnPassword ownPassword,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.personalData = personalData;
        this.ownPassword = ownPassword;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who wants to be erased
     * @param password proves that it is the person; who has none must have signed in just now
     * @param source from where
     */
    public record Command(Actor actor, Optional<String> password, Source source) {
        @Override
        public String toString() {
            return "Command[" + actor.label() + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The person is erased.
         *
         * @param certificate what was done, under an id that can be asked for
         */
        record Erased(PersonalData.Erasure certificate) implements Outcome {}

        /** The password is not the account's. */
        record WrongPassword() implements Outcome {}

        /** The account has no password, and whoever holds the session signed in too long ago to be taken for its owner. */
        record NotTheOwner() implements Outcome {}

        /**
         * Others depend on teams that the person owns.
         *
         * @param teams they need another owner, or to be deleted, first
         */
        record OwnsTeams(Set<TeamId> teams) implements Outcome {}
    }

    /**
     * Erases.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        Actor.Person person = OwnSession.of(actor);
        User user = transactions.reading(actor, () -> users.find(person.user())).orElseThrow(Refusal.NotFound::new);
        if (user.passwordHash().isPresent() && !ownPassword.proves(user, command.password().orElse(""), command.source())) {
            return new Outcome.WrongPassword();
        }
        if (user.passwordHash().isEmpty() && !hasJustSignedIn(actor, person)) {
            transactions.run(actor, "auth.owner.refuse",
                    () -> transactions.about(Subject.of("session", person.session()), List.of(Change.withheld("evidence"))));
            return new Outcome.NotTheOwner();
        }
        Set<TeamId> owned = personalData.ownedWithOthers(user.id());
        if (!owned.isEmpty()) {
            return new Outcome.OwnsTeams(owned);
        }
        PersonalData.Erasure erasure = personalData.begin(PersonalData.Erasure.begin(
                ids.next(), user.id(), Attempts.hash(user.email().value()), clock.instant()));
        transactions.run(actor, "account.erase", () -> {
            transactions.about(Subject.of("user", user.id()), List.of());
            sessions.revokeAll(user.id(), Optional.empty(), clock.instant());
            users.replace(user.suspended(clock.instant()));
        });
        return new Outcome.Erased(FinishErasures.finish(erasure, user, personalData, clock));
    }

    private boolean hasJustSignedIn(Actor actor, Actor.Person person) {
        return OwnerCheck.isNew(transactions.reading(actor, () -> sessions.find(person.session())), clock.instant());
    }
}
