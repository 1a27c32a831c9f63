package io.tastemaker.adapters.billing.simulator;

import java.util.List;
import java.util.stream.Stream;

/** Everything that there is on the side of Stripe, wired. */
final class World {

    final Store store;
    final EventLog events;
    final Catalog catalog;
    final Customers customers;
    final Coupons coupons;
    final PromotionCodes codes;
    final Payments payments;
    final Refunds refunds;
    final Disputes disputes;
    final Invoices invoices;
    final Subscriptions subscriptions;
    final Dunning dunning;
    final Cycles cycles;
    final Changes changes;
    final Sessions sessions;
    final Till till;
    private final Portal portal;

    World(long seed, Agenda agenda, String base) {
        Ids ids = new Ids(seed);
        events = new EventLog(ids, Api.VERSION);
        store = new Store(ids, agenda, events);
        catalog = new Catalog(store);
        customers = new Customers(store);
        coupons = new Coupons(store);
        codes = new PromotionCodes(store, coupons);
        Discounts discounts = new Discounts(store, coupons, codes);
        payments = new Payments(store);
        refunds = new Refunds(store);
        disputes = new Disputes(store);
        invoices = new Invoices(store, customers, payments, base);
        subscriptions = new Subscriptions(store, invoices);
        dunning = new Dunning(store, customers, invoices, subscriptions);
        cycles = new Cycles(store, customers, discounts, invoices, subscriptions, dunning);
        changes = new Changes(store, customers, discounts, invoices, subscriptions, dunning, cycles);
        sessions = new Sessions(store, catalog, discounts, base);
        till = new Till(store, customers, discounts, payments, invoices, dunning, cycles, sessions);
        portal = new Portal(store, base);
    }

    List<Route> routes() {
        Route deletion = Route.delete("/v1/customers/{id}", "", request -> {
            subscriptions.cancelAllOf(customers.living(request.id()).path("id").asText());
            return customers.delete(customers.living(request.id()));
        });
        return Stream.of(List.of(deletion), catalog.routes(), customers.routes(), coupons.routes(), codes.routes(), sessions.routes(),
                subscriptions.routes(), changes.routes(), invoices.routes(), dunning.routes(), payments.routes(), refunds.routes(),
                disputes.routes(), portal.routes(), new EventRoutes(store, events).routes()).flatMap(List::stream).toList();
    }

    Expansion expansion() {
        return new Expansion(store, sessions);
    }
}
