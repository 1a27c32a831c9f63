package io.tastemaker.application.webhooks;

import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.ShowWalletStandings;
import io.tastemaker.application.webhooks.out.Courier;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.application.webhooks.out.Feeds;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has events of the actor's team sent to an address from now on. Its secret is given once and never again. */
public final class CreateEndpoint {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final Feeds feeds;
    private final Courier courier;
    private final ShowWalletStandings showWalletStandings;
    private final SecretBox box;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    CreateEndpoint(Transactions transactions, Endpoints endpoints, Feeds feeds, Courier courier, ShowWalletStandings showWalletStandings,
            SecretBox box, Ids ids, Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.feeds = feeds;
        this.courier = courier;
        this.showWalletStandings = showWalletStandings;
        this.box = box;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor works for the team whose events are sent
     * @param aim what is sent where
     */
    public record Command(Actor actor, Endpoint.Aim aim) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Events are sent.
         *
         * @param endpoint what is kept
         * @param secret what signs them, to be shown once
         */
        record Created(Endpoint endpoint, String secret) implements Outcome {
            @Override
            public String toString() {
                return "Created[" + endpoint.id() + "]";
            }
        }

        /**
         * The URL may not be called.
         *
         * @param objection why not
         */
        record NotCallable(Courier.Objection objection) implements Outcome {}

        /**
         * The team has as many as a team can have.
         *
         * @param most how many that is
         */
        record TooMany(int most) implements Outcome {}
    }

    /**
     * Makes the endpoint. Where the wallet stands is looked up before: what happens in it meanwhile is told, and nothing is missed.
     *
     * @param command what is wanted
     * @return the endpoint with its secret, or why not
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_WEBHOOKS);
        Optional<Courier.Objection> objection = courier.objection(command.aim().url());
        if (objection.isPresent()) {
            return new Outcome.NotCallable(objection.get());
        }
        Endpoint endpoint = Endpoint.begin(new EndpointId(ids.next()), actor.team(), command.aim(), clock.instant());
        EndpointSecret secret = EndpointSecret.next(tokens);
        List<Feeds.WalletPlace> places = showWalletStandings.handle(
                        new ShowWalletStandings.Query(new Actor.System("webhooks", actor.team()), Set.of(actor.team()))).stream()
                .map(wallet -> new Feeds.WalletPlace(wallet.team(), wallet.version(), wallet.balance())).toList();
        return transactions.inTransaction(actor, "webhook_endpoint.create", () -> {
            if (endpoints.countToAdd() >= Endpoint.MOST_OF_A_TEAM) {
                return new Outcome.TooMany(Endpoint.MOST_OF_A_TEAM);
            }
            endpoints.add(endpoint, secret.sealed(box, endpoint.id()));
            places.forEach(feeds::begin);
            transactions.about(EndpointKeeper.subject(endpoint.id()), endpoint.traits().made());
            return new Outcome.Created(endpoint, secret.text());
        });
    }
}
