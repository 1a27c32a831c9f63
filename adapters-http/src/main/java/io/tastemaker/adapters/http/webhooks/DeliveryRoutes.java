package io.tastemaker.adapters.http.webhooks;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.webhooks.ListDeliveries;
import io.tastemaker.application.webhooks.Redeliver;
import io.tastemaker.application.webhooks.ShowDelivery;
import io.tastemaker.application.webhooks.WebhookUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.webhooks.Attempt;
import io.tastemaker.domain.webhooks.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was sent to endpoints within the last 30 days. */
public final class DeliveryRoutes {

    record DeliveriesPath(@About("The endpoint") UUID endpointId) {}

    record DeliveryPath(
            @About("The endpoint") UUID endpointId,
            @About("The delivery: the id of the event, as in Webhook-Id") UUID deliveryId) {}

    record DeliveryQuery(
            @About("Only these states, with commas")
            Optional<List<@OneOf({"pending", "delivered", "dead"}) String>> state,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record EventSubjectJson(String type, String id) {}

    record DeliveryJson(
            @About("The id of the event, as in Webhook-Id") UUID id,
            @About("What happened") String type,
            @About("When it happened") Instant createdAt,
            @About("To what") EventSubjectJson subject,
            @About("Ids and states, by name") Map<String, String> data,
            @About("pending, delivered or dead") String state,
            @About("How often it was tried") int attempts,
            @About("When it is tried next, at the earliest") Optional<Instant> nextAttemptAt,
            @About("When it was taken or given up") Optional<Instant> settledAt) {

        static DeliveryJson of(Delivery delivery) {
            return new DeliveryJson(delivery.id(), delivery.event().kind().code(), delivery.toldAt(),
                    new EventSubjectJson(delivery.event().subject().type(), delivery.event().subject().id()), delivery.event().data(),
                    delivery.state().code(), delivery.attempts(), delivery.nextAt(), delivery.settledAt());
        }
    }

    record AttemptJson(
            @About("From 1; one that is missing was interrupted") int number,
            Instant at,
            long durationMs,
            @About("What was answered") Optional<Integer> status,
            @About("Why there was no answer") Optional<String> fault) {

        static AttemptJson of(Attempt attempt) {
            return new AttemptJson(attempt.number(), attempt.at(), attempt.duration().toMillis(), attempt.status(), attempt.fault());
        }
    }

    record DeliveryWithLogJson(DeliveryJson delivery, @About("The first attempt first") List<AttemptJson> log) {}

    private final WebhookUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public DeliveryRoutes(WebhookUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access admin = Access.needs(Permission.WRITE_WEBHOOKS);
        String all = "/webhook-endpoints/{endpoint_id}/deliveries";
        return List.of(
                Route.of(Method.GET, all, admin).says("webhooks", "List what was sent to a webhook endpoint")
                        .about("The newest first, of the last 30 days.").path(DeliveriesPath.class).query(DeliveryQuery.class)
                        .lists(DeliveryJson.class, "The deliveries").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.GET, all + "/{delivery_id}", admin).says("webhooks", "Show how something was sent to a webhook endpoint")
                        .path(DeliveryPath.class).answers(200, DeliveryWithLogJson.class, "The delivery and its attempts")
                        .problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.POST, all + "/{delivery_id}/redeliver", admin).says("webhooks", "Send something to a webhook endpoint again")
                        .about("Under the same id, with all its attempts.").path(DeliveryPath.class)
                        .answers(202, DeliveryJson.class, "It is on its way")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable().handle(this::redeliver));
    }

    private Reply list(Call call) {
        DeliveryQuery query = call.query(DeliveryQuery.class);
        Set<Delivery.State> states = query.state().orElse(List.of()).stream()
                .map(code -> Coded.find(Delivery.State.class, code).orElseThrow()).collect(Collectors.toUnmodifiableSet());
        String filter = states.stream().map(Delivery.State::code).sorted().collect(Collectors.joining(","));
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), filter));
        EndpointId endpoint = new EndpointId(call.path(DeliveriesPath.class).endpointId());
        return call.page(useCases.listDeliveries().handle(new ListDeliveries.Query(call.actor(), endpoint, states, page)), filter,
                DeliveryJson::of);
    }

    private Reply show(Call call) {
        DeliveryPath path = call.path(DeliveryPath.class);
        ShowDelivery.Shown shown = useCases.showDelivery().handle(
                new ShowDelivery.Query(call.actor(), new EndpointId(path.endpointId()), path.deliveryId()));
        return Answer.ok(new DeliveryWithLogJson(DeliveryJson.of(shown.delivery()), shown.attempts().stream().map(AttemptJson::of).toList()));
    }

    private Reply redeliver(Call call) {
        DeliveryPath path = call.path(DeliveryPath.class);
        Redeliver.Command command = new Redeliver.Command(call.actor(), new EndpointId(path.endpointId()), path.deliveryId());
        return switch (useCases.redeliver().handle(command)) {
            case Redeliver.Outcome.Sent(Delivery delivery) -> Answer.json(202, DeliveryJson.of(delivery));
            case Redeliver.Outcome.Pending() -> Problem.conflict("It is on its way, or waits for its next attempt.", "pending", List.of());
            case Redeliver.Outcome.NotEnabled() -> EndpointRoutes.notEnabled();
        };
    }
}
