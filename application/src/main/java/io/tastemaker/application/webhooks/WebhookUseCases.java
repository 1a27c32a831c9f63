package io.tastemaker.application.webhooks;

import io.tastemaker.application.identity.ListMembers;
import io.tastemaker.application.operations.JobNewsUseCases;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.WalletNewsUseCases;
import io.tastemaker.application.webhooks.out.Courier;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.application.webhooks.out.Feeds;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with events that are sent to systems outside.
 *
 * @param createEndpoint has events sent to an address
 * @param listEndpoints lists the addresses
 * @param showEndpoint shows one
 * @param changeEndpoint changes one
 * @param rotateEndpointSecret gives one a new secret
 * @param removeEndpoint removes one
 * @param pingEndpoint tries one
 * @param listDeliveries lists what was sent
 * @param showDelivery shows how it was sent
 * @param redeliver sends it again
 * @param takeDueEvents takes up what is due
 * @param deliverEvent brings one event
 * @param tellNews tells what no transaction tells
 * @param forgetOldEvents drops old events
 */
public record WebhookUseCases(
        CreateEndpoint createEndpoint,
        ListEndpoints listEndpoints,
        ShowEndpoint showEndpoint,
        ChangeEndpoint changeEndpoint,
        RotateEndpointSecret rotateEndpointSecret,
        RemoveEndpoint removeEndpoint,
        PingEndpoint pingEndpoint,
        ListDeliveries listDeliveries,
        ShowDelivery showDelivery,
        Redeliver redeliver,
        TakeDueEvents takeDueEvents,
        DeliverEvent deliverEvent,
        TellNews tellNews,
        ForgetOldEvents forgetOldEvents) {

    /**
     * Where what belongs to endpoints is kept.
     *
     * @param endpoints the endpoints
     * @param deliveries what is sent to them
     * @param feeds what is told besides
     */
    public record Rows(Endpoints endpoints, Deliveries deliveries, Feeds feeds) {}

    /** Builds them from the driven ports and the use cases of others that tell what happened there. */
    @Inject
    public WebhookUseCases(Transactions transactions, Rows rows, Courier courier, SecretBox box, Outbox outbox, PublicUrl publicUrl,
            ListMembers listMembers, JobNewsUseCases jobs, WalletNewsUseCases wallets, Ids ids, Tokens tokens, InstantSource clock) {
        this(new CreateEndpoint(transactions, rows.endpoints(), rows.feeds(), courier, wallets.showWalletStandings(), box, ids, tokens, clock),
                new ListEndpoints(transactions, rows.endpoints()), new ShowEndpoint(transactions, rows.endpoints()),
                new ChangeEndpoint(transactions, rows.endpoints(), courier, clock),
                new RotateEndpointSecret(transactions, rows.endpoints(), box, tokens, clock),
                new RemoveEndpoint(transactions, rows.endpoints(), rows.feeds()),
                new PingEndpoint(transactions, rows.endpoints(), rows.deliveries(), ids, clock),
                new ListDeliveries(transactions, rows.endpoints(), rows.deliveries()), new ShowDelivery(transactions, rows.deliveries()),
                new Redeliver(transactions, rows.endpoints(), rows.deliveries(), clock), new TakeDueEvents(rows.deliveries(), clock),
                new DeliverEvent(rows.deliveries(), courier, box,
                        new EndpointRetirement(transactions, rows.endpoints(), listMembers, outbox, new EndpointLetters(publicUrl), clock), clock),
                new TellNews(rows.feeds(), jobs.listEndedJobs(), jobs.forgetEndedJobs(), wallets.showWalletStandings(),
                        wallets.listWalletNews(), clock),
                new ForgetOldEvents(rows.deliveries(), clock));
    }
}
