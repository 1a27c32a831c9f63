package io.tastemaker.adapters.billing.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for {@code api.stripe.com}: keeps state, has a clock of its own, makes and signs events, and fails when it is told to. The SDK is
 * pointed at it by {@link #base()}.
 *
 * <p>It cannot prove Stripe. What it assumes of it, to be tried on a test account before a release:
 *
 * <ol>
 *   <li>A draft invoice of a new period is finished and charged at once, unless {@link #draftFor} says otherwise; at Stripe that takes about
 *       an hour.
 *   <li>Idempotency keys are kept for exactly 24 hours and count for POST only; what began to be executed is replayed, a declined card and a
 *       500 too, and what was refused with 400, 404, 409, 429 or 503 leaves the key free.
 *   <li>A period is a calendar month in UTC, counted from the first day of the subscription or from the end of its trial, and a day that a
 *       month does not have is its last.
 *   <li>A trial is so many times 24 hours; its first invoice has one line of 0 and is paid at once, its session needs no payment, and {@code
 *       trial_will_end} comes three days before the end, or at once if the trial is shorter.
 *   <li>When a trial ends, the first real invoice has the reason {@code subscription_cycle}; without a card on file it fails, or the
 *       subscription is canceled if its trial settings say so.
 *   <li>Checkout creates a subscription only when its first payment has succeeded or is on its way, and says so with one {@code
 *       customer.subscription.created} that shows {@code active} or {@code trialing}.
 *   <li>A declined card on the page leaves the session open; the payment intent of a session in payment mode is made at the first attempt
 *       and is used again.
 *   <li>A subscription whose first payment is on its way is active, its session complete and unpaid; should the payment fail, it is past due
 *       like any other.
 *   <li>A session whose total is 0 has no payment intent and the payment status {@code no_payment_required}.
 *   <li>A total above 0 and below 50 minor units cannot be charged, in any currency.
 *   <li>A percentage is rounded half up on the subtotal; one coupon or one code at most applies to a session.
 *   <li>A coupon with the duration {@code once} is spent by the first invoice that it makes smaller, so not by that of a trial; one that
 *       repeats lasts so many calendar months from the start.
 *   <li>Codes and coupons are counted when a session is completed, and a session whose code was used up meanwhile cannot be paid any more; a
 *       code alone is active only while its coupon is valid.
 *   <li>Proration is by the second and rounded half up; what is given back is the unused part of what was billed last, its discount too, and
 *       only percentages are taken off what is new.
 *   <li>A change of price in the portal is settled at once, like {@code always_invoice} with {@code allow_incomplete}.
 *   <li>A negative total becomes credit of the customer, which the next invoices use first; during a trial a change of price makes no
 *       invoice.
 *   <li>A renewal that fails is tried again 1, 3, 5 and 7 days after its invoice was created; then the subscription is canceled, or left
 *       unpaid after {@link #leaveUnpaid}, its invoice stays open and is not tried again.
 *   <li>An invoice that somebody pays makes a subscription that was past due active, once no other invoice of it is open.
 *   <li>A first invoice that failed expires with its subscription after 23 hours, and a change that waits for its payment is dropped after
 *       23 hours, its invoice void.
 *   <li>An update makes one {@code customer.subscription.updated}, before the events of the invoice that it leads to; the order of other
 *       events is that in which things happen here, which Stripe does not promise.
 *   <li>Events are snapshots that never change, are listed for 30 days, and count as successfully delivered once one copy was answered with
 *       2xx.
 *   <li>Events that Stripe has but nobody here waits for are not made, such as {@code invoice.updated}, {@code invoice.upcoming}, {@code
 *       invoice_payment.paid} and {@code charge.updated}.
 *   <li>A refund succeeds at once and may still fail later; a charge that is disputed cannot be refunded, and stays disputed when the
 *       dispute is won.
 *   <li>A dispute takes its money at once and gives it back only when it is won; a question of the bank takes none, does not mark the charge
 *       and ends as {@code warning_closed}.
 *   <li>Metadata of a payment intent is copied to its charges when they are made, and metadata of a subscription to each of its invoices.
 *   <li>Deleting a customer cancels all subscriptions at once, and deleting a coupon leaves discounts that were given in force.
 *   <li>A request of another version than that of the SDK is refused, while Stripe would answer in the shape of that version.
 * </ol>
 */
public final class StripeSimulator implements AutoCloseable {

    /** The key that is accepted unless another is given. */
    public static final String KEY = "sk_test_simulated";
    /** The secret with which events are signed unless others are given. */
    public static final String SECRET = "whsec_simulated";

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final World world;
    private final Faults faults = new Faults();
    private final Signatures signatures;
    private final Courier courier;
    private final Outside outside;

    private StripeSimulator(Builder settings) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", settings.port), 256);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        world = new World(settings.seed, settings.agenda(), base());
        signatures = new Signatures(settings.ownClockSigns ? world.store.agenda() : settings.signingClock, settings.secrets);
        courier = new Courier(signatures, world.store, world.events);
        outside = new Outside(world);
        serve(settings.key);
    }

    private void serve(String key) {
        server.createContext("/v1/", new Api(key, world.store, faults, world.routes(), world.expansion()));
        server.createContext("/_sim/", new Control(this, world));
        server.createContext("/", new Pages(world, outside));
        server.setExecutor(threads);
        server.start();
    }

    /** On any port, at a fixed moment, with the default key and secret. */
    public static StripeSimulator started() {
        return builder().start();
    }

    /** To be set up otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where the API is, and the pages, without a slash at the end. */
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The time here. */
    public InstantSource clock() {
        return world.store.agenda();
    }

    /** Lets time pass, with all that happens meanwhile, each at its moment. */
    public void advance(Duration time) {
        world.store.locked(() -> world.store.agenda().advanceTo(world.store.now().plus(time)));
    }

    /** The same, until a moment. */
    public void advanceTo(Instant moment) {
        world.store.locked(() -> world.store.agenda().advanceTo(moment));
    }

    /** Makes a monthly price known under an id. */
    public void addPrice(String id, long unitAmountMinor, String currency, String productName) {
        world.store.locked(() -> world.catalog.monthly(id, unitAmountMinor, currency, productName));
    }

    /** What people and banks do. */
    public Outside outside() {
        return outside;
    }

    /** What goes wrong, and what was counted. */
    public Faults faults() {
        return faults;
    }

    /** An object as it is now, as JSON. */
    public String json(String id) {
        return world.store.locked(() -> Json.write(world.store.find(id).orElseThrow(() -> new IllegalArgumentException("There is no " + id))));
    }

    /** The ids of all objects of a kind, such as {@code subscription} or {@code checkout.session}, the oldest first. */
    public List<String> ids(String object) {
        return world.store.locked(() -> List.of(Kind.values()).stream().filter(kind -> kind.object().equals(object))
                .flatMap(kind -> world.store.all(kind).stream()).map(one -> one.path("id").asText()).toList());
    }

    /** Events say from now on that they are of another version of the API. */
    public void eventsOfVersion(String version) {
        world.store.locked(() -> world.events.version(version));
    }

    /** After the last attempt to collect, subscriptions are left unpaid instead of canceled. */
    public void leaveUnpaid() {
        world.store.locked(() -> world.dunning.last(Dunning.Last.LEAVES_UNPAID));
    }

    /** Invoices of a new month are drafts for so long before they are paid; at Stripe that is an hour. */
    public void draftFor(Duration time) {
        world.store.locked(() -> world.cycles.drafts(time));
    }

    /** All events so far, the oldest first. */
    public List<SimulatedEvent> events() {
        return world.store.locked(world.events::all);
    }

    /** The events that nobody has taken, the oldest first. */
    public List<SimulatedEvent> pendingEvents() {
        return world.store.locked(world.events::pending);
    }

    /** Takes them, to deliver them by hand; they count as delivered unless they are {@linkplain #lose lost}. */
    public List<SimulatedEvent> takeEvents() {
        return world.store.locked(() -> {
            List<SimulatedEvent> taken = world.events.takePending();
            taken.forEach(event -> world.events.fate(event.id(), EventLog.Fate.DELIVERED));
            return taken;
        });
    }

    /** An event that was taken did not arrive. */
    public void lose(SimulatedEvent event) {
        world.store.locked(() -> world.events.fate(event.id(), EventLog.Fate.LOST));
    }

    /** An event as it is sent, signed now. */
    public SignedEvent signed(SimulatedEvent event) {
        return new SignedEvent(event.body(), signatures.header(event.body()));
    }

    /** Any text as if it were an event, signed now. */
    public SignedEvent signed(String body) {
        return new SignedEvent(body, signatures.header(body));
    }

    /** Signs with these from now on, with each of them. */
    public void secrets(String... secrets) {
        signatures.secrets(List.of(secrets));
    }

    /** Sends what is pending, and from now on each event as it happens, in the background. */
    public void deliverTo(URI webhook) {
        world.store.locked(() -> world.events.courier(event -> courier.post(webhook, event)));
    }

    /** Events pile up again. */
    public void holdEvents() {
        world.store.locked(world.events::pileUp);
    }

    /** Waits until all that happened so far has been sent, if events are sent in the background. */
    public void awaitDelivery(Duration longest) {
        courier.await(longest);
    }

    /** Sends what is pending by a plan, and waits until that is done. */
    public DeliveryReport deliver(URI webhook, DeliveryPlan plan) {
        List<SimulatedEvent> taken = world.store.locked(world.events::takePending);
        return courier.deliver(webhook, taken, plan);
    }

    /** Sends all that ever happened once more, by a plan, and waits until that is done. */
    public DeliveryReport deliverAgain(URI webhook, DeliveryPlan plan) {
        return courier.deliver(webhook, events(), plan);
    }

    @Override
    public void close() {
        faults.release();
        courier.close();
        server.stop(0);
        threads.shutdownNow();
    }

    /** How a simulator is set up. */
    public static final class Builder {

        private int port;
        private long seed = 1;
        private String key = KEY;
        private Instant start = Instant.parse("2026-01-15T12:00:00Z");
        private boolean ticks;
        private InstantSource signingClock = InstantSource.system();
        private boolean ownClockSigns;
        private List<String> secrets = List.of(SECRET);

        private Builder() {}

        /** 0, as by default, is any that is free. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Of the ids. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /** The API key that is accepted. */
        public Builder key(String accepted) {
            key = accepted;
            return this;
        }

        /** The time is this and stands still until it is advanced. */
        public Builder at(Instant moment) {
            start = moment;
            ticks = false;
            return this;
        }

        /** The time is this now and goes on by itself; it can be advanced too. */
        public Builder from(Instant moment) {
            start = moment;
            ticks = true;
            return this;
        }

        /** The clock of signatures, which is the real one by default, as that of the receiver may be. */
        public Builder signingClock(InstantSource clock) {
            signingClock = clock;
            return this;
        }

        /** Signatures follow the simulator's own time, for a program whose time is moved along with it. */
        public Builder signingByOwnClock() {
            ownClockSigns = true;
            return this;
        }

        /** Events are signed with each of these. */
        public Builder secrets(String... all) {
            secrets = List.of(all);
            return this;
        }

        private Agenda agenda() {
            return ticks ? new Agenda(start, InstantSource.system()) : new Agenda(start);
        }

        /** Serves from now on. */
        public StripeSimulator start() {
            return new StripeSimulator(this);
        }
    }
}
