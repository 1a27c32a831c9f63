package io.tastemaker.adapters.http.webhooks;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.webhooks.ChangeEndpoint;
import io.tastemaker.application.webhooks.CreateEndpoint;
import io.tastemaker.application.webhooks.ListEndpoints;
import io.tastemaker.application.webhooks.PingEndpoint;
import io.tastemaker.application.webhooks.RemoveEndpoint;
import io.tastemaker.application.webhooks.RotateEndpointSecret;
import io.tastemaker.application.webhooks.ShowEndpoint;
import io.tastemaker.application.webhooks.WebhookUseCases;
import io.tastemaker.application.webhooks.out.Courier;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where events of the team are sent. Only people manage that: no key has events sent elsewhere. */
public final class EndpointRoutes {

    record EndpointPath(@About("The endpoint") UUID endpointId) {
        EndpointId id() {
            return new EndpointId(endpointId);
        }
    }

    record NewEndpointJson(
            @About("Where events are sent: HTTPS, port 443 or 8443, to the public internet") @Length(max = Endpoint.LONGEST_URL) String url,
            @About("What it is for") @Default("") @Length(min = 0, max = Endpoint.LONGEST_DESCRIPTION) String description,
            @About("What it listens to; without it, or empty, everything") Optional<@Entries(max = 100) List<@Word(Vocabulary.EVENT) String>> kinds,
            @About("It is told wallet.low whenever the free credits fall below this; without it, never")
            Optional<@Between(min = "1", max = "1000000000") Long> walletLowBelow) {
        @Override
        public String toString() {
            return "NewEndpointJson[]";
        }
    }

    record EndpointPatchJson(
            @About("Where events are sent") @Kept Field<@Length(max = Endpoint.LONGEST_URL) String> url,
            @About("What it is for") @Kept Field<@Length(min = 0, max = Endpoint.LONGEST_DESCRIPTION) String> description,
            @About("What it listens to; empty for everything") @Kept Field<@Entries(max = 100) List<@Word(Vocabulary.EVENT) String>> kinds,
            @About("It is told wallet.low whenever the free credits fall below this; null for never")
            Field<@Between(min = "1", max = "1000000000") Long> walletLowBelow,
            @About("Whether anything is sent; true ends the count of failures") @Kept Field<Boolean> enabled) {
        @Override
        public String toString() {
            return "EndpointPatchJson[]";
        }
    }

    record SecretRotationJson(
            @About("How many hours the old secret signs too, up to 7 days") @Default("24") @Between(min = "0", max = "168") int overlapHours) {}

    record EndpointJson(
            UUID id,
            @About("As in the ETag") long version,
            @About("Where events are sent") String url,
            String description,
            @About("What it listens to; empty for everything") List<String> kinds,
            Optional<Long> walletLowBelow,
            @About("enabled or disabled") String state,
            @About("by_team, failing or gone") Optional<String> disabledReason,
            Optional<Instant> disabledAt,
            @About("How often it failed since it last took something") int failures,
            Optional<Instant> failingSince,
            @About("Until when the secret before the last rotation signs too") Optional<Instant> oldSecretUntil,
            Instant createdAt) {

        static EndpointJson of(Endpoint endpoint) {
            OptionalLong below = endpoint.aim().walletLowBelow();
            Optional<Endpoint.State.Disabled> disabled = switch (endpoint.state()) {
                case Endpoint.State.Enabled enabled -> Optional.empty();
                case Endpoint.State.Disabled off -> Optional.of(off);
            };
            return new EndpointJson(endpoint.id().value(), endpoint.version(), endpoint.aim().url(), endpoint.aim().description(),
                    endpoint.aim().kinds().stream().map(Event.Kind::code).sorted().toList(),
                    below.isPresent() ? Optional.of(below.getAsLong()) : Optional.empty(), disabled.isPresent() ? "disabled" : "enabled",
                    disabled.map(off -> off.reason().code()), disabled.map(Endpoint.State.Disabled::at), endpoint.streak().failures(),
                    endpoint.streak().since(), endpoint.oldSecretUntil(), endpoint.createdAt());
        }

        @Override
        public String toString() {
            return "EndpointJson[" + id + "]";
        }
    }

    record EndpointWithSecretJson(@About("What signs its events, shown this once") String secret, EndpointJson endpoint) {
        @Override
        public String toString() {
            return "EndpointWithSecretJson[]";
        }
    }

    private static final String ALL = "the newest first";

    private final WebhookUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public EndpointRoutes(WebhookUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access admin = Access.needs(Permission.WRITE_WEBHOOKS);
        String one = "/webhook-endpoints/{endpoint_id}";
        return List.of(
                Route.of(Method.GET, "/webhook-endpoints", admin).says("webhooks", "List webhook endpoints").about("The newest first.")
                        .query(PageQuery.class).lists(EndpointJson.class, "The endpoints, without their secrets").handle(this::list),
                Route.of(Method.POST, "/webhook-endpoints", admin).says("webhooks", "Have events sent to an address")
                        .about("Its secret is shown this once, and again to the same Idempotency-Key for a day. A team has at most 20 endpoints. "
                                + "How events look and how their signatures are verified stands in docs/webhooks.md.")
                        .body(NewEndpointJson.class).answers(201, EndpointWithSecretJson.class, "The endpoint").versioned()
                        .problems(ProblemCode.STATE_CONFLICT).repeatable().handle(this::create),
                Route.of(Method.GET, one, admin).says("webhooks", "Show a webhook endpoint").path(EndpointPath.class)
                        .answers(200, EndpointJson.class, "The endpoint, without its secrets").versioned().problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                Route.of(Method.PATCH, one, admin).says("webhooks", "Change, enable or disable a webhook endpoint")
                        .about("While it is disabled, nothing that happens is kept for it.").path(EndpointPath.class)
                        .body(EndpointPatchJson.class).needsVersion().answers(200, EndpointJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND).handle(this::change),
                Route.of(Method.DELETE, one, admin).says("webhooks", "Remove a webhook endpoint")
                        .about("With the log of what was sent, and with what would have been.").path(EndpointPath.class).heedsVersion()
                        .answersNothing("It is gone").problems(ProblemCode.NOT_FOUND).handle(this::remove),
                Route.of(Method.POST, one + "/rotate-secret", admin).says("webhooks", "Give a webhook endpoint a new secret")
                        .about("For a while events carry a signature by each of the two.").path(EndpointPath.class)
                        .body(SecretRotationJson.class).answers(200, EndpointWithSecretJson.class, "The endpoint")
                        .problems(ProblemCode.NOT_FOUND).handle(this::rotate),
                Route.of(Method.POST, one + "/test", admin).says("webhooks", "Send a webhook endpoint a ping")
                        .about("An event webhook.ping, signed, tried and logged like any other.").path(EndpointPath.class)
                        .answers(202, DeliveryRoutes.DeliveryJson.class, "It is on its way")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable().handle(this::ping));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listEndpoints().handle(new ListEndpoints.Query(call.actor(), page)), ALL, EndpointJson::of);
    }

    private Reply create(Call call) {
        NewEndpointJson wanted = call.body(NewEndpointJson.class);
        Endpoint.Aim aim = new Endpoint.Aim(wanted.url(), wanted.description().strip(), kinds(wanted.kinds().orElse(List.of())),
                threshold(wanted.walletLowBelow()));
        return switch (useCases.createEndpoint().handle(new CreateEndpoint.Command(call.actor(), aim))) {
            case CreateEndpoint.Outcome.Created(Endpoint endpoint, String secret) ->
                Answer.created("/webhook-endpoints/" + endpoint.id(), new EndpointWithSecretJson(secret, EndpointJson.of(endpoint)))
                        .version(endpoint.version());
            case CreateEndpoint.Outcome.NotCallable(Courier.Objection objection) -> notCallable(objection);
            case CreateEndpoint.Outcome.TooMany(int most) ->
                Problem.conflict("A team has at most " + most + " webhook endpoints.", "too_many_endpoints", List.of());
        };
    }

    private Reply show(Call call) {
        return shown(endpoint(call));
    }

    private Reply change(Call call) {
        EndpointPatchJson patch = call.body(EndpointPatchJson.class);
        Endpoint endpoint = endpoint(call);
        Endpoint.Aim now = endpoint.aim();
        Optional<Long> below = now.walletLowBelow().isPresent() ? Optional.of(now.walletLowBelow().getAsLong()) : Optional.empty();
        Endpoint.Aim aim = new Endpoint.Aim(patch.url().over(Optional.of(now.url())).orElseThrow(),
                patch.description().map(String::strip).over(Optional.of(now.description())).orElseThrow(),
                patch.kinds().map(EndpointRoutes::kinds).over(Optional.of(now.kinds())).orElseThrow(),
                threshold(patch.walletLowBelow().over(below)));
        ChangeEndpoint.Command command = new ChangeEndpoint.Command(call.actor(), endpoint.id(), call.ifMatch().orElseThrow(), aim,
                patch.enabled().over(Optional.of(endpoint.isEnabled())).orElseThrow());
        return switch (useCases.changeEndpoint().handle(command)) {
            case ChangeEndpoint.Outcome.Changed(Endpoint changed) -> shown(changed);
            case ChangeEndpoint.Outcome.NotCallable(Courier.Objection objection) -> notCallable(objection);
        };
    }

    private Reply remove(Call call) {
        RemoveEndpoint.Command command = new RemoveEndpoint.Command(call.actor(), call.path(EndpointPath.class).id(), call.expectedVersion());
        return switch (useCases.removeEndpoint().handle(command)) {
            case RemoveEndpoint.Outcome.Removed() -> Answer.noContent();
        };
    }

    private Reply rotate(Call call) {
        Duration overlap = Duration.ofHours(call.body(SecretRotationJson.class).overlapHours());
        RotateEndpointSecret.Command command = new RotateEndpointSecret.Command(call.actor(), call.path(EndpointPath.class).id(), overlap);
        return switch (useCases.rotateEndpointSecret().handle(command)) {
            case RotateEndpointSecret.Outcome.Rotated(Endpoint endpoint, String secret) ->
                Answer.ok(new EndpointWithSecretJson(secret, EndpointJson.of(endpoint))).version(endpoint.version());
        };
    }

    private Reply ping(Call call) {
        EndpointId id = call.path(EndpointPath.class).id();
        return switch (useCases.pingEndpoint().handle(new PingEndpoint.Command(call.actor(), id))) {
            case PingEndpoint.Outcome.Sent(Delivery delivery) -> Answer.json(202, DeliveryRoutes.DeliveryJson.of(delivery))
                    .header("Location", Route.BASE + "/webhook-endpoints/" + id + "/deliveries/" + delivery.id());
            case PingEndpoint.Outcome.NotEnabled() -> notEnabled();
        };
    }

    static Problem notEnabled() {
        return Problem.conflict("Nothing is sent to an endpoint that is disabled; enable it first.", "disabled", List.of("enable"));
    }

    private Endpoint endpoint(Call call) {
        return useCases.showEndpoint().handle(new ShowEndpoint.Query(call.actor(), call.path(EndpointPath.class).id()));
    }

    private static Problem notCallable(Courier.Objection objection) {
        return Problem.invalid("#/url", switch (objection) {
            case NOT_A_URL -> "must be an absolute URL that can be read in one way only";
            case SCHEME -> "must begin with https://";
            case PORT -> "must be on port 443 or 8443";
            case USERINFO -> "must not carry a name or a password";
            case HOST -> "must name its host in full, or by an address in its common form";
            case ADDRESS -> "leads to an address that is not public";
        });
    }

    private static Set<Event.Kind> kinds(List<String> codes) {
        return codes.stream().map(code -> Coded.find(Event.Kind.class, code).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }

    private static OptionalLong threshold(Optional<Long> credits) {
        return credits.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static Answer shown(Endpoint endpoint) {
        return Answer.ok(EndpointJson.of(endpoint)).version(endpoint.version());
    }
}
