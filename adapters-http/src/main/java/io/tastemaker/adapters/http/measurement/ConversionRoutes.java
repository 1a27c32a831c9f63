package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.SignedBody;
import io.tastemaker.adapters.http.shared.SignedJson;
import io.tastemaker.application.measurement.CheckConversionCall;
import io.tastemaker.application.measurement.MakeConversionSecret;
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.application.measurement.TakeConversion;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.Conversion;
import io.tastemaker.domain.shared.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where shops tell of orders, and what they sign their calls with. */
public final class ConversionRoutes {

    /** The header that signs a call. */
    static final String SIGNATURE = "Conversion-Signature";

    record ConversionSecretJson(
            @About("The secret; it is shown this once") String secret,
            @About("Until when calls signed with the one before are believed; null when there was none") Optional<Instant> previousUntil) {
        /** Keeps the secret to itself. */
        @Override
        public String toString() {
            return "ConversionSecretJson[" + previousUntil + "]";
        }
    }

    record ConversionJson(
            @About("The shop's id of the order; the same one counts once") @Length(max = 100) String orderId,
            @About("What it brought in") MoneyJson amount,
            @About("The code of the tracked link through which it came") Optional<@Length(max = 40) String> link,
            @About("What the buyer typed, in any case") Optional<@Length(max = 40) String> promoCode,
            @About("When it was made; without it, when the call was signed") Optional<Instant> occurredAt) {
        /** Names neither the order nor the codes. */
        @Override
        public String toString() {
            return "ConversionJson[]";
        }
    }

    record ConversionCountedJson(@About("Whether it was told before; it counts once") boolean duplicate) {}

    private final MeasurementUseCases useCases;
    private final SignedJson<ConversionJson> orders = SignedJson.of(ConversionJson.class);

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ConversionRoutes(MeasurementUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/campaigns/{campaign_id}/conversion-secret", Access.needs(Permission.WRITE_CAMPAIGNS))
                        .says("campaign measurement", "Make a secret for the shop")
                        .about("The shop signs with it what it tells of orders. The one before is believed for 24 hours yet.")
                        .path(CampaignPath.class).answers(201, ConversionSecretJson.class, "The secret")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable()
                        .handle(this::makeSecret),
                Route.of(Method.POST, "/conversions", Access.open()).says("campaign measurement", "Tell of an order")
                        .about("For shops. The body is JSON: order_id, amount {amount, currency}, link (the code of a tracked link) or promo_code or both, "
                                + "and occurred_at if it was not just now. " + SIGNATURE + " is c=<campaign id>,t=<seconds since 1970>,v1=<hex>, where v1 "
                                + "is HMAC-SHA256 with the campaign's secret over the seconds, a dot, and the bytes of the body; t may be 300 seconds off. "
                                + "The same order counts once. An order in another currency than the campaign's budget is listed apart.")
                        .signedBody(SIGNATURE).answers(200, ConversionCountedJson.class, "It counts")
                        .problems(ProblemCode.MALFORMED_JSON, ProblemCode.INVALID_FIELD, ProblemCode.UNKNOWN_FIELD, ProblemCode.INVALID_REQUEST,
                                ProblemCode.ALREADY_EXISTS, ProblemCode.STATE_CONFLICT, ProblemCode.UNAVAILABLE)
                        .handle(this::take));
    }

    private Reply makeSecret(Call call) {
        MakeConversionSecret.Command command = new MakeConversionSecret.Command(call.actor(), call.path(CampaignPath.class).id());
        return switch (useCases.makeConversionSecret().handle(command)) {
            case MakeConversionSecret.Outcome.Made(String secret, Optional<Instant> previousUntil) ->
                Answer.created("/campaigns/" + command.campaign() + "/conversion-secret", new ConversionSecretJson(secret, previousUntil));
            case MakeConversionSecret.Outcome.Closed(Campaign.Status status) -> InputFaults.closed(status);
        };
    }

    private Reply take(Call call) {
        SignedBody sent = call.signedBody();
        return switch (useCases.checkConversionCall().handle(new CheckConversionCall.Query(Anonymous.CALLER, sent.signature(), sent.bytes()))) {
            case CheckConversionCall.Outcome.Doubtful(String reason) ->
                Problem.of(ProblemCode.SIGNATURE_INVALID, "The call is not believed: " + reason + ". Nothing was stored.");
            case CheckConversionCall.Outcome.Genuine(Actor shop, CampaignId campaign, Instant signedAt) ->
                take(shop, campaign, signedAt, orders.read(sent));
        };
    }

    private Reply take(Actor shop, CampaignId campaign, Instant signedAt, ConversionJson order) {
        TakeConversion.Command command = new TakeConversion.Command(shop, campaign, order.orderId(), order.amount().money(), order.link(),
                order.promoCode(), order.occurredAt().orElse(signedAt));
        return switch (useCases.takeConversion().handle(command)) {
            case TakeConversion.Outcome.Counted(Conversion counted) -> Answer.ok(new ConversionCountedJson(false));
            case TakeConversion.Outcome.Repeated(Conversion repeated) -> Answer.ok(new ConversionCountedJson(true));
            case TakeConversion.Outcome.Contradicted() ->
                Problem.of(ProblemCode.ALREADY_EXISTS, "Another order was told under this order_id; the first one counts.");
            case TakeConversion.Outcome.CodeNotGood() ->
                Problem.conflict("The promo code was not good when the order was made. Nothing was stored.", "not_good", List.of());
            case TakeConversion.Outcome.Faulty(List<TakeConversion.Fault> faults) -> Problem.of(faults.stream()
                    .map(fault -> new Fault(ProblemCode.INVALID_FIELD, "#/" + fault.field(), fault.detail()))
                    .toList());
            case TakeConversion.Outcome.Closed(Campaign.Status status) -> InputFaults.closed(status);
        };
    }
}
