package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.SignedBody;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.ReceiveNotice;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.billing.Notice;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the payment provider tells what happened. Its signature is over the bytes, so these are neither read as JSON nor refused for their
 * media type here. Calls are not counted: events come in floods, and whether one is genuine is found out as fast as its source is counted.
 */
public final class WebhookRoutes {

    record ReceivedJson(
            @About("True: it is stored and will be heeded") boolean received,
            @About("Whether it was told before") boolean duplicate) {}

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoutes.class);

    private final BillingUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public WebhookRoutes(BillingUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(Route.of(Method.POST, "/webhooks/stripe", Access.open()).says("billing", "Hear of an event of Stripe")
                .about("For Stripe: an event, signed with the secret of the endpoint. It is stored once, however often it is sent, and heeded "
                        + "afterwards; whatever was stored is answered 200, of whatever type it is.")
                .signedBody("Stripe-Signature").neverLimited().answers(200, ReceivedJson.class, "It is stored")
                .problems(ProblemCode.NOT_CONFIGURED, ProblemCode.UNAVAILABLE).handle(this::receive));
    }

    private Reply receive(Call call) {
        SignedBody sent = call.signedBody();
        return switch (useCases.receiveNotice().handle(new ReceiveNotice.Command(Anonymous.CALLER, sent.bytes(), sent.signature()))) {
            case ReceiveNotice.Outcome.Stored(Notice notice, boolean isNew) -> {
                notice.fault().ifPresent(fault -> LOG.error("notice {} of Stripe is a dead letter, an operator has to look at it: {}", notice.id(), fault));
                yield Answer.ok(new ReceivedJson(true, !isNew));
            }
            case ReceiveNotice.Outcome.Doubtful(String reason) ->
                Problem.of(ProblemCode.SIGNATURE_INVALID, "The message is not believed: " + reason + ". Nothing was stored.");
        };
    }
}
