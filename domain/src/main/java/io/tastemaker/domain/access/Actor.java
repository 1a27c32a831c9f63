package io.tastemaker.domain.access;

import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.Objects;
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
     */
    record Operator(String name, TeamId team) implements Actor {
        /** Checks that nothing is missing. */
        public Operator {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(team, "team");
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
