package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets another process do what {@link Outside} and {@link Faults} do, with JSON under {@code /_sim/}. */
final class Control implements HttpHandler {

    private static final ObjectNode DONE = Json.object("done", true);

    private final StripeSimulator simulator;
    private final World world;
    private final Outside outside;
    private final Faults faults;
    private final List<Route> routes;

    Control(StripeSimulator simulator, World world) {
        this.simulator = simulator;
        this.world = world;
        outside = simulator.outside();
        faults = simulator.faults();
        routes = Stream.of(people(), money(), seller(), machine()).flatMap(List::stream).toList();
    }

    private List<Route> people() {
        return List.of(
                Route.post("/_sim/sessions/{id}/pay", "outcome", request -> done(() -> outside.pay(request.id(), payment(request.params())))),
                Route.post("/_sim/sessions/{id}/code", "code",
                        request -> done(() -> outside.enterCode(request.id(), request.params().required("code")))),
                Route.post("/_sim/sessions/{id}/settle", "succeeds", request -> done(() -> outside.settle(request.id(), flag(request, "succeeds")))),
                Route.post("/_sim/sessions/{id}/expire", "", request -> done(() -> outside.expire(request.id()))),
                Route.post("/_sim/customers/{id}/card", "works", request -> done(() -> outside.card(request.id(), flag(request, "works")))),
                Route.post("/_sim/customers/{id}/subscribe", "price",
                        request -> id(outside.subscribe(request.id(), request.params().required("price")))),
                Route.post("/_sim/customers/{id}/delete", "", request -> done(() -> outside.deleteCustomer(request.id()))),
                Route.post("/_sim/invoices/{id}/pay", "", request -> done(() -> outside.payInvoice(request.id()))),
                Route.post("/_sim/invoices/{id}/write_off", "", request -> done(() -> outside.writeOff(request.id()))),
                Route.post("/_sim/subscriptions/{id}/cancel", "at_period_end", request -> done(() -> cancel(request))),
                Route.post("/_sim/subscriptions/{id}/resume", "", request -> done(() -> outside.resume(request.id()))),
                Route.post("/_sim/subscriptions/{id}/price", "price",
                        request -> done(() -> outside.changePrice(request.id(), request.params().required("price")))));
    }

    private List<Route> money() {
        return List.of(
                Route.post("/_sim/refunds", "of amount", request -> id(refund(request.params()))),
                Route.post("/_sim/refunds/{id}/fail", "", request -> done(() -> outside.failRefund(request.id()))),
                Route.post("/_sim/disputes", "of amount inquiry", request -> id(dispute(request.params()))),
                Route.post("/_sim/disputes/{id}/review", "", request -> done(() -> outside.reviewDispute(request.id()))),
                Route.post("/_sim/disputes/{id}/close", "won", request -> done(() -> outside.closeDispute(request.id(), flag(request, "won")))));
    }

    private List<Route> seller() {
        return List.of(
                Route.post("/_sim/prices", "id amount currency name", request -> done(() -> simulator.addPrice(request.params().required("id"),
                        request.params().requiredNumber("amount"), request.params().required("currency"), request.params().required("name")))),
                Route.post("/_sim/coupons", "id percent_off amount_off currency duration duration_in_months max_redemptions redeem_by name",
                        request -> id(outside.coupon(request.params().all()))),
                Route.post("/_sim/coupons/{id}/delete", "", request -> done(() -> outside.deleteCoupon(request.id()))),
                Route.post("/_sim/promotion_codes", "promotion[type] promotion[coupon] code max_redemptions expires_at",
                        request -> id(outside.promotionCode(request.params().all()))),
                Route.post("/_sim/promotion_codes/{id}/deactivate", "", request -> done(() -> outside.deactivateCode(request.id()))));
    }

    private List<Route> machine() {
        return List.of(
                Route.get("/_sim/objects/{id}", request -> Json.read(simulator.json(request.id()))),
                Route.get("/_sim/clock", request -> clock()),
                Route.post("/_sim/clock", "advance to", request -> advance(request.params())),
                Route.get("/_sim/events", request -> Json.object("data",
                        simulator.pendingEvents().stream().map(event -> Json.read(event.body())).toList())),
                Route.post("/_sim/events/target", "url secrets[]", request -> done(() -> target(request.params()))),
                Route.post("/_sim/events/hold", "", request -> done(simulator::holdEvents)),
                Route.post("/_sim/events/deliver", "url again seed shuffled most_copies lost_percent threads", request -> deliver(request.params())),
                Route.get("/_sim/faults", request -> counts()),
                Route.post("/_sim/faults", "answer_next[times] answer_next[status] answer_next[path] garbage_next time_out_after_effect "
                        + "break_after_effect hang slow",
                        request -> done(() -> fault(request.params()))),
                Route.delete("/_sim/faults", "", request -> done(faults::clear)));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = Http.body(exchange);
        try {
            Http.send(exchange, new Answer(200, answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                    Params.of(Json.read(body.isBlank() ? "{}" : body)))));
        } catch (Refusal refusal) {
            Http.send(exchange, refusal.answer());
        } catch (IllegalStateException impossible) {
            Http.send(exchange, new Answer(409, Json.object("error", impossible.getMessage())));
        } catch (RuntimeException wrong) {
            Http.send(exchange, new Answer(400, Json.object("error", wrong.toString())));
        }
    }

    private ObjectNode answer(String method, String path, Params params) {
        for (Route route : routes) {
            Optional<String> id = route.match(method, path);
            if (id.isPresent()) {
                params.onlyOf(route.params());
                return (ObjectNode) route.handler().apply(new Request(id.get(), params));
            }
        }
        throw Refusal.unknownAddress(method, path);
    }

    private static ObjectNode done(Runnable work) {
        work.run();
        return DONE;
    }

    private static JsonNode id(String id) {
        return Json.object("id", id);
    }

    private static boolean flag(Request request, String name) {
        request.params().required(name);
        return request.params().flag(name).orElseThrow();
    }

    private static Outside.Payment payment(Params params) {
        return switch (params.word("outcome", "succeeds", "declined", "later").orElse("succeeds")) {
            case "declined" -> Outside.Payment.IS_DECLINED;
            case "later" -> Outside.Payment.ARRIVES_LATER;
            default -> Outside.Payment.SUCCEEDS;
        };
    }

    private void cancel(Request request) {
        if (request.params().flag("at_period_end").orElse(false)) {
            outside.cancelAtPeriodEnd(request.id());
        } else {
            outside.cancelNow(request.id());
        }
    }

    private String refund(Params params) {
        String of = params.required("of");
        return params.number("amount").map(amount -> outside.refund(of, amount)).orElseGet(() -> outside.refund(of));
    }

    private String dispute(Params params) {
        String of = params.required("of");
        if (params.flag("inquiry").orElse(false)) {
            return outside.inquire(of);
        }
        return params.number("amount").map(amount -> outside.dispute(of, amount)).orElseGet(() -> outside.dispute(of));
    }

    private ObjectNode clock() {
        return Json.object("now", simulator.clock().instant().toString());
    }

    private ObjectNode advance(Params params) {
        params.text("to").map(Instant::parse).ifPresent(simulator::advanceTo);
        params.text("advance").map(Duration::parse).ifPresent(simulator::advance);
        return clock();
    }

    private void target(Params params) {
        List<String> secrets = params.texts("secrets");
        if (!secrets.isEmpty()) {
            simulator.secrets(secrets.toArray(String[]::new));
        }
        simulator.deliverTo(URI.create(params.required("url")));
    }

    private ObjectNode deliver(Params params) {
        DeliveryPlan plan = new DeliveryPlan(params.number("seed").orElse(0L), params.flag("shuffled").orElse(false),
                params.number("most_copies").orElse(1L).intValue(), params.number("lost_percent").orElse(0L) / 100.0,
                params.number("threads").orElse(1L).intValue());
        URI webhook = URI.create(params.required("url"));
        DeliveryReport report = params.flag("again").orElse(false) ? simulator.deliverAgain(webhook, plan) : simulator.deliver(webhook, plan);
        return Json.object("events", report.events(), "lost", report.lost(), "sent", report.sent(), "refused", report.refused());
    }

    private ObjectNode counts() {
        return Json.object("requests", Map.copyOf(faults.requests()), "effects", faults.effects(), "most_at_once", faults.mostAtOnce());
    }

    private void fault(Params params) {
        if (params.has("answer_next")) {
            Params next = params.in("answer_next");
            faults.answerNext(next.number("times").orElse(1L).intValue(), (int) next.requiredNumber("status"), next.text("path").orElse("/v1/"));
        }
        params.number("garbage_next").ifPresent(times -> faults.garbageNext(times.intValue()));
        params.number("time_out_after_effect").ifPresent(times -> faults.timeOutAfterEffect(times.intValue()));
        params.number("break_after_effect").ifPresent(times -> faults.breakAfterEffect(times.intValue()));
        params.text("hang").map(Duration::parse).ifPresent(faults::hang);
        params.text("slow").map(Duration::parse).ifPresent(faults::slow);
    }
}
