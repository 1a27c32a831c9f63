package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.identity.Challenged;
import io.tastemaker.application.identity.Evidence;
import io.tastemaker.application.identity.FinishOauth;
import io.tastemaker.application.identity.ListIdentities;
import io.tastemaker.application.identity.ListProviders;
import io.tastemaker.application.identity.OauthUseCases;
import io.tastemaker.application.identity.SignedIn;
import io.tastemaker.application.identity.StartOauth;
import io.tastemaker.application.identity.UnlinkIdentity;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.ExternalIdentity;
import io.tastemaker.domain.shared.ExternalIdentityId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signing in with other providers, and the accounts there that are linked to the caller's. */
public final class OauthRoutes {

    record ProviderPath(
            @About("The provider's name") @Matches(value = "[a-z][a-z0-9_]{0,31}", says = "a provider's name") String provider) {}

    record IdentityPath(@About("The link") UUID identityId) {}

    record ProviderJson(@About("Goes into the paths of /auth/oauth") String name) {}

    record ProvidersJson(@About("In the order in which people shall see them") List<ProviderJson> providers) {}

    record StartJson(
            @About("Where the provider sends the person back to: one of those that the operator allows; left out, the page of this program")
                    Optional<@Length(max = 2000) String> redirectUri,
            @About("Whether the provider's account is to be linked to the caller's, who must be signed in; else it signs in")
                    @Default("false") boolean link,
            @About("To link: the password of the account") Optional<@Length(max = 1024) String> password,
            @About("To link, instead of the password: what an authenticator shows now") Optional<@Length(max = 16) String> code) {
        @Override
        public String toString() {
            return "StartJson[]";
        }
    }

    record BegunJson(
            @About("Where the person goes") String authorizationUrl,
            @About("Keep it: when the person comes back with another, do not go on") String state,
            @About("How many seconds the person has") long expiresIn) {
        @Override
        public String toString() {
            return "BegunJson[]";
        }
    }

    record CallbackJson(
            @About("What the provider sent the person back with") @Length(max = 4000) String code,
            @About("The same") @Length(max = 200) String state) {
        @Override
        public String toString() {
            return "CallbackJson[]";
        }
    }

    record IdentityJson(
            UUID id,
            @About("The provider's name") String provider,
            @About("Who vouches") String issuer,
            @About("The address as the provider knew it when it was linked") Optional<String> email,
            Instant linkedAt) {

        static IdentityJson of(ExternalIdentity identity) {
            return new IdentityJson(identity.id().value(), identity.provider(), identity.issuer(),
                    Optional.of(identity.email()).filter(email -> !email.isEmpty()), identity.linkedAt());
        }
    }

    record IdentitiesJson(@About("The oldest first") List<IdentityJson> identities) {}

    private static final String TAG = "identity";

    private final OauthUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases those of other providers
     */
    public OauthRoutes(OauthUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access own = Access.needs(Permission.OWN_ACCOUNT);
        return List.of(
                Route.of(Method.GET, "/auth/providers", Access.open()).says(TAG, "List providers to sign in with")
                        .answers(200, ProvidersJson.class, "The providers that the operator has set up").handle(this::providers),
                Route.of(Method.POST, "/auth/oauth/{provider}/start", new Access.Recognised()).says(TAG, "Begin to sign in with a provider")
                        .about("OpenID Connect: the authorization code flow with PKCE, whose verifier does not leave this program.")
                        .path(ProviderPath.class).body(StartJson.class).answers(200, BegunJson.class, "Where the person goes")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.UNAUTHENTICATED, ProblemCode.FORBIDDEN, ProblemCode.PROOF_NEEDED,
                                ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE)
                        .handle(this::start),
                Route.of(Method.POST, "/auth/oauth/{provider}/callback", new Access.Recognised()).says(TAG, "Sign in with a provider")
                        .about("Each state is good once. A new person gets an account and a team. An account with the same address is "
                                + "linked when the provider says that the address is verified.")
                        .path(ProviderPath.class).body(CallbackJson.class).answers(200, SignedInJson.class, "Signed in")
                        .answers(200, MfaRequiredJson.class, "The account has a second factor")
                        .answers(200, IdentityJson.class, "The provider's account is linked to the caller's")
                        .problems(ProblemCode.INVALID_CREDENTIALS, ProblemCode.ALREADY_EXISTS, ProblemCode.EMAIL_UNVERIFIED,
                                ProblemCode.UNAVAILABLE)
                        .handle(this::finish),
                Route.of(Method.GET, "/users/me/identities", own).says(TAG, "List linked accounts")
                        .answers(200, IdentitiesJson.class, "The accounts with other providers that the caller signs in with")
                        .handle(this::identities),
                Route.of(Method.DELETE, "/users/me/identities/{identity_id}", own).says(TAG, "Unlink an account").path(IdentityPath.class)
                        .about("Refused when it is the only way to sign in.").answersNothing("It is not linked any more")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::unlink));
    }

    private Reply providers(Call call) {
        List<String> names = useCases.listProviders().handle(new ListProviders.Query(Anonymous.CALLER));
        return Answer.ok(new ProvidersJson(names.stream().map(ProviderJson::new).toList()));
    }

    private Reply start(Call call) {
        StartJson body = call.body(StartJson.class);
        Optional<StartOauth.Link> link = body.link()
                ? Optional.of(new StartOauth.Link(call.actor(), new Evidence(body.password(), body.code()))) : Optional.empty();
        StartOauth.Command command = new StartOauth.Command(
                Anonymous.CALLER, call.path(ProviderPath.class).provider(), body.redirectUri(), link, AccountRoutes.source(call));
        return switch (useCases.startOauth().handle(command)) {
            case StartOauth.Outcome.Begun(URI address, String state) ->
                Answer.ok(new BegunJson(address.toString(), state, StartOauth.LIFE.toSeconds()));
            case StartOauth.Outcome.UnknownProvider() -> throw new Refusal.NotFound();
            case StartOauth.Outcome.ForeignRedirect() -> Problem.invalid("#/redirect_uri", "is none that the operator allows");
            case StartOauth.Outcome.NotTheOwner() -> Problem.of(ProblemCode.PROOF_NEEDED);
        };
    }

    private Reply finish(Call call) {
        CallbackJson body = call.body(CallbackJson.class);
        FinishOauth.Command command = new FinishOauth.Command(Anonymous.CALLER, call.caller(), call.path(ProviderPath.class).provider(),
                body.code(), body.state(), AccountRoutes.source(call));
        return switch (useCases.finishOauth().handle(command)) {
            case FinishOauth.Outcome.In(SignedIn signedIn) -> Answer.ok(SignedInJson.of(signedIn));
            case FinishOauth.Outcome.SecondFactorNeeded(Challenged challenge) -> Answer.ok(MfaRequiredJson.of(challenge));
            case FinishOauth.Outcome.Linked(ExternalIdentity identity) -> Answer.ok(IdentityJson.of(identity));
            case FinishOauth.Outcome.Refused() -> Problem.invalidCredentials();
            case FinishOauth.Outcome.UnverifiedAddress() -> Problem.of(ProblemCode.EMAIL_UNVERIFIED);
            case FinishOauth.Outcome.Conflict() -> Problem.of(ProblemCode.ALREADY_EXISTS,
                    "The provider's account is linked to another account here, or the account here to another one there.");
        };
    }

    private Reply identities(Call call) {
        List<ExternalIdentity> identities = useCases.listIdentities().handle(new ListIdentities.Query(call.actor()));
        return Answer.ok(new IdentitiesJson(identities.stream().map(IdentityJson::of).toList()));
    }

    private Reply unlink(Call call) {
        UnlinkIdentity.Command command = new UnlinkIdentity.Command(
                call.actor(), new ExternalIdentityId(call.path(IdentityPath.class).identityId()));
        return switch (useCases.unlinkIdentity().handle(command)) {
            case UnlinkIdentity.Outcome.Unlinked() -> Answer.noContent();
            case UnlinkIdentity.Outcome.OnlyWayIn() ->
                Problem.conflict("Without it there would be no way to sign in.", "only_way_in", List.of("set_password"));
        };
    }
}
