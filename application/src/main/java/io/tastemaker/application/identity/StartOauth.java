package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.IdentityProviders;
import io.tastemaker.application.identity.out.OauthFlows;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sends a person to another provider, to sign in with it or to link an account there to the one here. */
public final class StartOauth {

    /** How long a sign-in may take. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final Throttles.Limit STARTS = new Throttles.Limit(60, Duration.ofMinutes(10));
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final PlatformTransactions transactions;
    private final IdentityProviders providers;
    private final OauthFlows flows;
    private final Throttles throttles;
    private final OwnerCheck ownerCheck;
    private final OauthRedirects redirects;
    private final SecretBox box;
    private final Tokens tokens;
    private final InstantSource clock;

    StartOauth(PlatformTransactions transactions, IdentityProviders providers, OauthFlows flows, Throttles throttles, OwnerCheck ownerCheck,
            OauthRedirects redirects, SecretBox box, Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.providers = providers;
        this.flows = flows;
        this.throttles = throttles;
        this.ownerCheck = ownerCheck;
        this.redirects = redirects;
        this.box = box;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A link to make.
     *
     * @param actor whose account here
     * @param evidence that the person is its owner: whoever is linked can sign in from then on
     */
    public record Link(Actor actor, Evidence evidence) {}

    /**
     * What is wanted.
     *
     * @param caller anybody
     * @param provider the provider's name
     * @param redirect where the person is sent back to; empty for the page of this program
     * @param link whose account the provider's is linked to; empty to sign in
     * @param source from where
     */
    public record Command(Anonymous caller, String provider, Optional<String> redirect, Optional<Link> link, Source source) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The person can go.
         *
         * @param address the provider's page
         * @param state comes back with the person; whoever began the sign-in compares it, so that nobody is signed in by a foreign one
         */
        record Begun(URI address, String state) implements Outcome {
            @Override
            public String toString() {
                return "Begun[]";
            }
        }

        /** No such provider is set up. */
        record UnknownProvider() implements Outcome {}

        /** The redirect is none that the operator allows. */
        record ForeignRedirect() implements Outcome {}

        /** The evidence does not hold. */
        record NotTheOwner() implements Outcome {}
    }

    /**
     * Begins.
     *
     * @param command what is wanted
     * @return where the person goes, or why not
     */
    public Outcome handle(Command command) {
        command.link().ifPresent(link -> AccessPolicy.require(link.actor(), Permission.OWN_ACCOUNT));
        Duration wait = throttles.count("oauth:source:" + command.source().address(), STARTS, clock.instant());
        if (!wait.isZero()) {
            throw new Refusal.RateLimited(wait);
        }
        Optional<URI> redirect = redirects.choose(command.provider(), command.redirect());
        if (redirect.isEmpty()) {
            return new Outcome.ForeignRedirect();
        }
        if (command.link().isPresent() && !ownerCheck.holds(command.link().get().actor(), command.link().get().evidence())) {
            return new Outcome.NotTheOwner();
        }
        return begin(command.provider(), redirect.get(), command.link().map(Link::actor));
    }

    private Outcome begin(String provider, URI redirect, Optional<Actor> linker) {
        String state = tokens.next();
        OauthSecret secret = new OauthSecret(tokens.next(), tokens.next());
        return switch (providers.begin(new IdentityProviders.Start(provider, redirect, state, secret.nonce(), secret.challenge()))) {
            case IdentityProviders.Beginning.At(URI address) -> {
                note(provider, redirect, linker, state, secret);
                yield new Outcome.Begun(address, state);
            }
            case IdentityProviders.Beginning.Unknown() -> new Outcome.UnknownProvider();
            case IdentityProviders.Beginning.Unavailable() -> throw new Refusal.Unavailable(provider, PAUSE);
        };
    }

    private void note(String provider, URI redirect, Optional<Actor> linker, String state, OauthSecret secret) {
        String hash = Sha256.hex(state);
        Optional<UserId> linkTo = linker.map(actor -> OwnSession.of(actor).user());
        Instant end = clock.instant().plus(LIFE);
        OauthFlows.Flow flow = new OauthFlows.Flow(hash, provider, redirect.toString(), linkTo, secret.seal(box, hash), end);
        transactions.run(linker.orElse(Entrance.PROGRAM), "auth.oauth.start", () -> {
            flows.begin(flow);
            transactions.about(Subject.of("provider", provider), List.of());
        });
    }
}
