package io.tastemaker.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.IdentityProvidersContract.Person;
import io.tastemaker.application.identity.out.InMemoryExternalIdentities;
import io.tastemaker.application.identity.out.InMemoryIdentityProviders;
import io.tastemaker.application.identity.out.InMemoryOauthFlows;
import io.tastemaker.application.identity.out.InMemoryOneTimeCodes;
import io.tastemaker.application.identity.out.InMemoryThrottles;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.RecoveryCode;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.TotpSecret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Second factors and other providers beside the passwords of {@link People}. */
public final class WaysIn {

    static final Evidence NOTHING = new Evidence(Optional.empty(), Optional.empty());
    static final Evidence PASSWORD = new Evidence(Optional.of(People.PASSWORD), Optional.empty());

    private static final OauthRedirects REDIRECTS =
            new OauthRedirects(() -> "https://app.example.com", Set.of(URI.create("https://spa.example.com/back")));

    final InMemoryExternalIdentities identities;
    private final People people;
    private final InMemoryIdentityProviders providers = new InMemoryIdentityProviders();
    private final InMemoryOneTimeCodes codes = new InMemoryOneTimeCodes();
    private final FactorUseCases factors;
    private final OauthUseCases oauth;

    /** An authenticator, and the recovery codes that came with it. */
    record Phone(AddFactor.Outcome.Pending pending, List<RecoveryCode> recoveryCodes) {}

    /** Those of some people. */
    public WaysIn(People people) {
        this.people = people;
        this.identities = new InMemoryExternalIdentities(people.transactions);
        InMemoryThrottles throttles = new InMemoryThrottles();
        InMemorySecretBox box = new InMemorySecretBox();
        this.factors = new FactorUseCases(people.transactions, people.users, people.sessions, people.factors, people.challenges,
                people.passwords, codes, people.accessTokens, throttles, box, people.ids, people.tokens, people.clock);
        this.oauth = new OauthUseCases(people.transactions, people.users, people.teams, people.sessions, people.factors,
                people.challenges, identities, new InMemoryOauthFlows(people.transactions), providers, REDIRECTS, people.passwords,
                codes, people.accessTokens, throttles, box, people.ids, people.tokens, people.clock);
    }

    /** What they do with second factors. */
    public FactorUseCases factors() {
        return factors;
    }

    /** How they sign in with other providers. */
    public OauthUseCases oauth() {
        return oauth;
    }

    /** The providers. */
    public InMemoryIdentityProviders providers() {
        return providers;
    }

    /** What an authenticator with this secret shows now. */
    public String shown(TotpSecret secret) {
        return codes.at(secret, OneTimeCode.stepAt(people.clock.instant())).digits();
    }

    String shown(Phone phone) {
        return shown(phone.pending().secret());
    }

    AddFactor.Outcome add(Actor actor, Evidence evidence) {
        return factors.addFactor().handle(new AddFactor.Command(actor, " phone ", evidence));
    }

    AddFactor.Outcome.Pending pending(Actor actor) {
        AddFactor.Outcome outcome = add(actor, PASSWORD);
        assertThat(outcome).isInstanceOf(AddFactor.Outcome.Pending.class);
        return (AddFactor.Outcome.Pending) outcome;
    }

    ConfirmFactor.Outcome confirm(Actor actor, AddFactor.Outcome.Pending pending, String code) {
        return factors.confirmFactor().handle(new ConfirmFactor.Command(actor, pending.factor().id(), code));
    }

    /** Sets an authenticator up; afterwards the clock has moved on by one step, so that its next code is fresh. */
    Phone phone(Actor actor) {
        AddFactor.Outcome.Pending pending = pending(actor);
        ConfirmFactor.Outcome outcome = confirm(actor, pending, shown(pending.secret()));
        assertThat(outcome).isInstanceOf(ConfirmFactor.Outcome.Confirmed.class);
        people.clock.advance(OneTimeCode.STEP);
        return new Phone(pending, ((ConfirmFactor.Outcome.Confirmed) outcome).codes());
    }

    /** Signs in by password and is asked for the second factor. */
    Challenged challenged(String email) {
        LogIn.Outcome outcome = people.logIn(email, People.PASSWORD, People.LAPTOP);
        assertThat(outcome).isInstanceOf(LogIn.Outcome.SecondFactorNeeded.class);
        return ((LogIn.Outcome.SecondFactorNeeded) outcome).challenge();
    }

    VerifyChallenge.Outcome verify(Challenged challenge, String code) {
        return verify(challenge, new VerifyChallenge.Shown.Code(code), People.LAPTOP);
    }

    VerifyChallenge.Outcome verify(Challenged challenge, VerifyChallenge.Shown shown, Source source) {
        return factors.verifyChallenge().handle(
                new VerifyChallenge.Command(Anonymous.CALLER, challenge.id(), challenge.token(), shown, source));
    }

    StartOauth.Outcome.Begun begin(Optional<StartOauth.Link> link) {
        StartOauth.Outcome outcome = oauth.startOauth().handle(
                new StartOauth.Command(Anonymous.CALLER, "google", Optional.empty(), link, People.LAPTOP));
        assertThat(outcome).isInstanceOf(StartOauth.Outcome.Begun.class);
        return (StartOauth.Outcome.Begun) outcome;
    }

    FinishOauth.Outcome back(StartOauth.Outcome.Begun begun, Person person, Optional<Actor> linker) {
        return finish("google", providers.consent(begun.address(), person), begun.state(), linker);
    }

    FinishOauth.Outcome finish(String provider, String code, String state, Optional<Actor> linker) {
        return oauth.finishOauth().handle(new FinishOauth.Command(Anonymous.CALLER, linker, provider, code, state, People.LAPTOP));
    }

    /** Goes to Google, agrees there and comes back. */
    FinishOauth.Outcome withGoogle(Person person) {
        return back(begin(Optional.empty()), person, Optional.empty());
    }

    SignedIn in(FinishOauth.Outcome outcome) {
        assertThat(outcome).isInstanceOf(FinishOauth.Outcome.In.class);
        return ((FinishOauth.Outcome.In) outcome).signedIn();
    }

    /** The last deeds that were recorded, the oldest first. */
    List<String> recorded(int last) {
        List<String> all = people.transactions.done().stream().map(InMemoryTransactions.Done::action).toList();
        return all.subList(all.size() - last, all.size());
    }
}
