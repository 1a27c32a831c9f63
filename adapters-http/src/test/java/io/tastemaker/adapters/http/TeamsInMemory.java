package io.tastemaker.adapters.http;

import io.tastemaker.adapters.http.shared.Authenticator;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.identity.ApiKeyUseCases;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.identity.InvitationUseCases;
import io.tastemaker.application.identity.People;
import io.tastemaker.application.identity.SignInLimits;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.InMemoryApiKeys;
import io.tastemaker.application.identity.out.InMemoryClosedTeams;
import io.tastemaker.application.identity.out.InMemoryMemberships;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryPasswords;
import io.tastemaker.application.identity.out.InMemorySeats;
import io.tastemaker.application.identity.out.InMemoryTeamInvitations;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryThrottles;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Teams, their people and keys, with everything in memory; what people present is a key here as well. */
final class TeamsInMemory {

    /** Who runs the program. */
    static final Actor OPERATOR = new Actor.Operator("root", TeamId.CATALOGUE);

    /** What the operator presents. */
    static final String OPERATORS_KEY = "tmk_operator_of_the_tests";

    private final InMemoryTransactions transactions;
    private final InMemoryIds ids;
    private final HandClock clock;
    private final InMemoryTeams store;
    private final InMemoryApiKeys keyStore;
    private final InMemoryTeamInvitations invitationStore;
    private final InMemorySeats seats = new InMemorySeats();
    private final People people;
    private final InMemoryUsers users;
    private final InMemoryOutbox outbox;
    private final TeamUseCases teams;
    private final InvitationUseCases invitations;
    private final ApiKeyUseCases apiKeys;
    private final Map<String, Actor.User> presented = new ConcurrentHashMap<>();

    TeamsInMemory(InMemoryTransactions transactions, InMemoryIds ids, HandClock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.store = new InMemoryTeams(transactions);
        this.keyStore = new InMemoryApiKeys(transactions);
        this.invitationStore = new InMemoryTeamInvitations(transactions);
        this.people = new People(clock, transactions, store, ids, new InMemoryTokens(), new InMemoryPasswords(), SignInLimits.DEFAULT);
        this.users = people.users();
        this.outbox = people.outbox();
        this.teams = teamUseCases();
        this.invitations = invitationUseCases();
        this.apiKeys = new ApiKeyUseCases(transactions, new InMemoryOwnTeam(transactions, store), keyStore, keyStore.presented(), ids,
                new InMemoryTokens(), clock);
    }

    InMemoryTeams store() {
        return store;
    }

    InMemorySeats seats() {
        return seats;
    }

    /** Who signs up, in and out, and their mail. */
    People people() {
        return people;
    }

    TeamUseCases teams() {
        return teams;
    }

    InvitationUseCases invitations() {
        return invitations;
    }

    ApiKeyUseCases apiKeys() {
        return apiKeys;
    }

    private TeamUseCases teamUseCases() {
        InMemoryMemberships memberships = new InMemoryMemberships(transactions, users);
        return new TeamUseCases(transactions, transactions, store, new InMemoryOwnTeam(transactions, store), users, memberships,
                invitationStore, keyStore, new InMemoryClosedTeams(transactions, store), new InMemoryUploads(), outbox,
                new InMemoryPasswords(), ids, new InMemoryTokens(), clock, () -> "https://example.com", Duration.ofDays(14));
    }

    private InvitationUseCases invitationUseCases() {
        InMemoryMemberships memberships = new InMemoryMemberships(transactions, users);
        return new InvitationUseCases(transactions, transactions, store, new InMemoryOwnTeam(transactions, store), users, memberships,
                invitationStore, invitationStore.mailed(), seats, outbox, new InMemoryPasswords(), new InMemoryThrottles(),
                SignInLimits.DEFAULT, ids, new InMemoryTokens(), clock, () -> "https://example.com");
    }

    /** Besides what is presented elsewhere, people present a key here; what they may do is what they are in the team at that moment. */
    Authenticator authenticator() {
        Authenticator usual = Authenticator.of(apiKeys.authenticateApiKey(), people.sessions().authenticateAccessToken());
        return new Authenticator() {
            @Override
            public Verdict key(String key) {
                if (key.equals(OPERATORS_KEY)) {
                    return new Verdict.Known(OPERATOR);
                }
                return Optional.ofNullable(presented.get(key))
                        .map(person -> transactions.reading(OPERATOR, () -> users.membership(person.team(), person.id())
                                .<Actor>map(membership -> new Actor.User(person.id(), person.team(), membership.role(), person.session()))
                                .<Verdict>map(Verdict.Known::new)
                                .orElseGet(Verdict.Unknown::new)))
                        .orElseGet(() -> usual.key(key));
            }

            @Override
            public Verdict token(String token) {
                return usual.token(token);
            }
        };
    }

    /** A person with an account and a personal team. */
    Program.Person person(String name) {
        TeamId home = team(name);
        User user = new User(new UserId(ids.next()), 1, new EmailAddress(name + "@example.com"), name, Optional.empty(), home, ZoneOffset.UTC,
                "en", clock.instant(), Optional.empty());
        transactions.run(OPERATOR, "test", () -> {
            users.add(user);
            users.join(Membership.begin(home, user.id(), Role.OWNER, clock.instant()));
        });
        return new Program.Person(user, home, key(user, home));
    }

    /** Makes a person a member of a team, and gives what the person presents to work for it. */
    String join(Program.Person person, TeamId of, Role role) {
        transactions.run(OPERATOR, "test", () -> users.join(Membership.begin(of, person.user().id(), role, clock.instant())));
        return key(person.user(), of);
    }

    /** What a person presents to work for a team. */
    String key(User user, TeamId of) {
        String key = "tmk_person_" + ids.next().toString().replace("-", "");
        presented.put(key, new Actor.User(user.id(), of, Role.MEMBER, new SessionId(ids.next())));
        return key;
    }

    /** A new team. */
    TeamId team(String name) {
        return switch (teams.createTeam().handle(new CreateTeam.Command(OPERATOR, name, ZoneOffset.UTC))) {
            case CreateTeam.Outcome.Created(var made) -> made.id();
            case CreateTeam.Outcome.TooMany() -> throw new IllegalStateException("an operator owns no team");
        };
    }

    /** What a key of a team presents. */
    String key(TeamId owner, Role role, Set<Scope> scopes) {
        Actor actor = new Actor.System("test", owner);
        return switch (apiKeys.createApiKey().handle(new CreateApiKey.Command(actor, "test", role, scopes, Optional.empty()))) {
            case CreateApiKey.Outcome.Created(var key, String text) -> text;
            case CreateApiKey.Outcome.UnknownTeam() -> throw new IllegalStateException("no such team");
        };
    }
}
