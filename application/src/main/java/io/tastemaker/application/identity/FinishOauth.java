package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.ExternalIdentities;
import io.tastemaker.application.identity.out.IdentityProviders;
import io.tastemaker.application.identity.out.IdentityProviders.Answer;
import io.tastemaker.application.identity.out.OauthFlows;
import io.tastemaker.application.identity.out.OauthFlows.Flow;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.ExternalIdentity;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.ExternalIdentityId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes up a sign-in that comes back from another provider: signs in whoever the provider vouches for, with a new account if there is none,
 * or links the provider's account to that of whoever began. Accounts are joined by their address only when the provider knows that the
 * address is the person's.
 */
public final class FinishOauth {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEAM_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;

    private final PlatformTransactions transactions;
    private final Users users;
    private final IdentityProviders providers;
    private final ExternalIdentities identities;
    private final OauthFlows flows;
    private final NewAccounts newAccounts;
    private final Entrance entrance;
    private final SecretBox box;
    private final Ids ids;
    private final InstantSource clock;

    FinishOauth(PlatformTransactions transactions, Users users, IdentityProviders providers, ExternalIdentities identities,
            OauthFlows flows, NewAccounts newAccounts, Entrance entrance, SecretBox box, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.providers = providers;
        this.identities = identities;
        this.flows = flows;
        this.newAccounts = newAccounts;
        this.entrance = entrance;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller anybody
     * @param linker who is signed in, when an account is to be linked
     * @param provider the provider's name
     * @param code what the provider gave the person
     * @param state as it came back
     * @param source from where
     */
    public record Command(Anonymous caller, Optional<Actor> linker, String provider, String code, String state, Source source) {
        @Override
        public String toString() {
            return "Command[" + provider + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The person is signed in.
         *
         * @param signedIn the session
         */
        record In(SignedIn signedIn) implements Outcome {}

        /**
         * The person has a second factor.
         *
         * @param challenge how to show it
         */
        record SecondFactorNeeded(Challenged challenge) implements Outcome {}

        /**
         * The provider's account is linked.
         *
         * @param identity the link
         */
        record Linked(ExternalIdentity identity) implements Outcome {}

        /** The sign-in is unknown, another's or over, the provider refuses it, or the account is suspended: nobody learns which. */
        record Refused() implements Outcome {}

        /** There is no link yet, and the provider does not know whether the address is the person's. */
        record UnverifiedAddress() implements Outcome {}

        /** The provider's account is linked to another account here, or the account here to another one there. */
        record Conflict() implements Outcome {}
    }

    /**
     * Takes the sign-in up.
     *
     * @param command what is wanted
     * @return the session or the link, or why not
     */
    public Outcome handle(Command command) {
        command.linker().ifPresent(actor -> AccessPolicy.require(actor, Permission.OWN_ACCOUNT));
        Optional<Flow> flow = take(command);
        if (flow.isEmpty()) {
            return new Outcome.Refused();
        }
        OauthSecret secret = OauthSecret.open(box, flow.get().sealed(), flow.get().stateHash());
        IdentityProviders.Return back = new IdentityProviders.Return(
                command.provider(), URI.create(flow.get().redirect()), command.code(), secret.verifier(), secret.nonce());
        return switch (providers.exchange(back)) {
            case Answer.Verified verified when flow.get().linkTo().isPresent() -> link(command, verified);
            case Answer.Verified verified -> signIn(command, verified);
            case Answer.Refused() -> refused(command);
            case Answer.Unavailable() -> throw new Refusal.Unavailable(command.provider(), PAUSE);
        };
    }

    /** A sign-in is used up even when it is taken up wrongly: by another person than began it, or with another provider. */
    private Optional<Flow> take(Command command) {
        Optional<UserId> linker = command.linker().map(actor -> OwnSession.of(actor).user());
        return transactions.inTransaction(Entrance.PROGRAM, "auth.oauth.return", () -> {
            transactions.about(Subject.of("provider", command.provider()), List.of());
            return flows.take(Sha256.hex(command.state()), now());
        }).filter(flow -> flow.provider().equals(command.provider()) && (flow.linkTo().isEmpty() || flow.linkTo().equals(linker)));
    }

    private Outcome refused(Command command) {
        transactions.run(Entrance.PROGRAM, "auth.oauth.refuse",
                () -> transactions.about(Subject.of("provider", command.provider()), List.of()));
        return new Outcome.Refused();
    }

    private Outcome link(Command command, Answer.Verified verified) {
        Actor actor = command.linker().orElseThrow();
        return transactions.inTransaction(actor, "auth.identity.link", () -> linked(command, verified, OwnSession.of(actor).user())
                .<Outcome>map(Outcome.Linked::new).orElseGet(Outcome.Conflict::new));
    }

    private Outcome signIn(Command command, Answer.Verified verified) {
        TeamId team = transactions.reading(Entrance.PROGRAM, () -> holder(verified)).map(User::homeTeam).orElse(TeamId.CATALOGUE);
        return transactions.inTransaction(new Actor.System("sign-in", team), "auth.oauth.sign_in", () -> entered(command, verified));
    }

    private Optional<User> holder(Answer.Verified verified) {
        return identities.find(verified.issuer(), verified.subject()).flatMap(identity -> users.find(identity.user()))
                .or(() -> address(verified).flatMap(users::findByEmail));
    }

    private Outcome entered(Command command, Answer.Verified verified) {
        Optional<ExternalIdentity> known = identities.find(verified.issuer(), verified.subject());
        Optional<EmailAddress> address = address(verified);
        if (known.isEmpty() && address.isEmpty()) {
            return new Outcome.UnverifiedAddress();
        }
        User user = known.flatMap(identity -> users.find(identity.user())).orElseGet(() -> ofAddress(address.orElseThrow(), verified));
        // The staff is linked by its own hand only: whoever runs a mail domain shall not become an operator by it.
        if (user.suspendedAt().isPresent() || known.isEmpty() && user.isOperator()) {
            return new Outcome.Refused();
        }
        return linked(command, verified, user.id()).isPresent() ? admitted(user, command.source()) : new Outcome.Conflict();
    }

    private Outcome admitted(User user, Source source) {
        transactions.about(Subject.of("user", user.id()), List.of());
        return switch (entrance.admit(user, Set.of(Proof.FEDERATED), source)) {
            case Entrance.Passage.Open(SignedIn signedIn) -> new Outcome.In(signedIn);
            case Entrance.Passage.Guarded(Challenged challenge) -> new Outcome.SecondFactorNeeded(challenge);
        };
    }

    private User ofAddress(EmailAddress address, Answer.Verified verified) {
        return users.findByEmail(address).orElseGet(() -> {
            String name = verified.name().map(String::strip).filter(text -> !text.isEmpty()).orElse(address.value());
            User made = new User(new UserId(ids.next()), 1, address, cut(name, LONGEST_NAME), Optional.empty(), new TeamId(ids.next()),
                    ZoneId.of("UTC"), "en", now(), Optional.empty());
            Team home = Team.begin(made.homeTeam(), cut(name, LONGEST_TEAM_NAME), made.createdAt());
            // Somebody may have signed up with this address in this moment.
            return newAccounts.found(made, home) ? made : users.findByEmail(address).orElseThrow();
        });
    }

    /** The link of the provider's account to this one, made if there was none; empty when it or its place is taken. */
    private Optional<ExternalIdentity> linked(Command command, Answer.Verified verified, UserId user) {
        ExternalIdentity identity = new ExternalIdentity(new ExternalIdentityId(ids.next()), user, command.provider(), verified.issuer(),
                verified.subject(), verified.email().filter(email -> email.length() <= LONGEST_ADDRESS).orElse(""), now());
        transactions.about(Subject.of("identity", identity.id()), List.of());
        return identities.link(identity) ? Optional.of(identity)
                : identities.find(verified.issuer(), verified.subject()).filter(there -> there.user().equals(user));
    }

    private static Optional<EmailAddress> address(Answer.Verified verified) {
        return verified.emailVerified() ? verified.email().flatMap(EmailAddress::read) : Optional.empty();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).strip();
    }

    /** The database keeps microseconds; what is answered is what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
