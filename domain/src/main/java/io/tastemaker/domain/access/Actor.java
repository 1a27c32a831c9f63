package io.tastemaker.domain.access;

import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who asks for something, and for which team. */
public sealed interface Actor {

    /**
     * The team the actor works for.
     *
     * @return the tenant whose data is seen and changed
     */
    TeamId team();

    /**
     * An opaque name for logs, audit and provenance.
     *
     * @return such as {@code user:0195…}, free of personal data
     */
    String label();

    /**
     * Who sits behind it, when that is somebody who signed in.
     *
     * @return the person and the session; empty for keys and the program itself
     */
    default Optional<Person> person() {
        return Optional.empty();
    }

    /**
     * Somebody who signed in.
     *
     * @param user who
     * @param session in which session
     */
    record Person(UserId user, SessionId session) {
        /** Checks that nothing is missing. */
        public Person {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(session, "session");
        }
    }

    /**
     * A signed-in person.
     *
     * @param id who
     * @param team for which team
     * @param role with which role in it
     * @param session in which session
     */
    record User(UserId id, TeamId team, Role role, SessionId session) implements Actor {
        /** Checks that nothing is missing. */
        public User {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(session, "session");
        }

        @Override
        public String label() {
            return "user:" + id;
        }

        @Override
        public Optional<Person> person() {
            return Optional.of(new Person(id, session));
        }
    }

    /**
     * A program that presents an API key.
     *
     * @param id the key's public half
     * @param team whose key it is
     * @param role at most {@link Role#MANAGER}
     * @param scopes what the key is limited to
     */
    record Key(ApiKeyId id, TeamId team, Role role, Set<Scope> scopes) implements Actor {
        /** Copies the scopes and checks that nothing is missing. */
        public Key {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(role, "role");
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String label() {
            return "key:" + id;
        }
    }

    /**
     * A member of the platform's staff; every call is audited.
     *
     * @param name the operator's login name
     * @param team the team worked on, {@link TeamId#CATALOGUE} for the shared catalogue
     * @param person the operator's own session; empty for an operator's key or command
     */
    record Operator(String name, TeamId team, Optional<Person> person) implements Actor {
        /** Checks that nothing is missing. */
        public Operator {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(person, "person");
        }

        /**
         * An operator's key or command.
         *
         * @param name the operator's login name
         * @param team the team worked on
         */
        public Operator(String name, TeamId team) {
            this(name, team, Optional.empty());
        }

        @Override
        public String label() {
            return "operator:" + name;
        }
    }

    /**
     * The program itself, working in the background.
     *
     * @param part which part of it, such as {@code jobs}
     * @param team the team worked for
     */
    record System(String part, TeamId team) implements Actor {
        /** Checks that nothing is missing. */
        public System {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(team, "team");
        }

        @Override
        public String label() {
            return "system:" + part;
        }
    }
}
