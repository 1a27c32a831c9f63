package io.tastemaker.application.webhooks.out;

import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Attempt;
import io.tastemaker.domain.webhooks.Delivery;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Endpoints in memory, what is sent to them, and who tells what is sent. */
public final class InMemoryWebhooks implements Endpoints, Deliveries, Feeds, Events {

    private static final int MOST_AT_ONCE = 4;

    private record Listener(Endpoint endpoint, byte[] secret, Optional<byte[]> oldSecret, Instant quietUntil) {

        Listener with(Endpoint changed) {
            return new Listener(changed, secret, oldSecret, changed.streak().equals(Endpoint.Streak.NONE) ? Instant.MIN : quietUntil);
        }

        Listener awake() {
            return new Listener(endpoint, secret, oldSecret, Instant.MIN);
        }

        boolean hears(Event event) {
            boolean wanted = endpoint.aim().kinds().isEmpty() || endpoint.aim().kinds().contains(event.kind());
            boolean low = event.kind() != Event.Kind.WALLET_LOW || endpoint.aim().walletLowBelow().stream()
                    .anyMatch(below -> Long.toString(below).equals(event.data().get("threshold")));
            return endpoint.isEnabled() && wanted && low;
        }
    }

    private record Key(EndpointId endpoint, UUID id) {}

    private record Row(TeamId team, Delivery delivery, Instant begunAt, int tries, long leaseToken, Instant dueAt, Instant leaseUntil) {

        Instant since() {
            return dueAt.isAfter(leaseUntil) ? dueAt : leaseUntil;
        }

        boolean isPending() {
            return delivery.state() == Delivery.State.PENDING;
        }

        Key key() {
            return new Key(delivery.endpoint(), delivery.id());
        }
    }

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<EndpointId, Listener> endpoints;
    private final InMemoryTransactions.Table<Key, Row> rows;
    private final InMemoryTransactions.Table<Key, List<Attempt>> logs;
    private final InMemoryTransactions.Table<TeamId, WalletPlace> places;
    private final Ids ids;
    private final InstantSource clock;

    /** Without ids from outside. */
    public InMemoryWebhooks(InMemoryTransactions transactions, InstantSource clock) {
        this(transactions, new InMemoryIds(), clock);
    }

    public InMemoryWebhooks(InMemoryTransactions transactions, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = transactions.table();
        this.rows = transactions.table();
        this.logs = transactions.table();
        this.places = transactions.table();
        this.ids = ids;
        this.clock = clock;
    }

    // -- endpoints

    @Override
    public int countToAdd() {
        return (int) own().count();
    }

    @Override
    public void add(Endpoint endpoint, byte[] sealedSecret) {
        if (!endpoint.team().equals(transactions.team())) {
            throw new IllegalArgumentException("an endpoint of another team");
        }
        endpoints.put(endpoint.id(), new Listener(endpoint, sealedSecret.clone(), Optional.empty(), Instant.MIN));
    }

    @Override
    public Optional<Endpoint> find(EndpointId id) {
        return listener(id).map(Listener::endpoint);
    }

    @Override
    public Page<Endpoint> list(PageRequest page) {
        return Newest.first(own().map(Listener::endpoint), page, Endpoint::createdAt, endpoint -> endpoint.id().value());
    }

    @Override
    public boolean replace(Endpoint endpoint) {
        return change(endpoint, old -> old.with(withStreakOf(endpoint, old)));
    }

    /** Failures are counted beside the versions, so what is replaced clears them or leaves them. */
    private static Endpoint withStreakOf(Endpoint changed, Listener old) {
        Endpoint.Streak streak = changed.streak().equals(Endpoint.Streak.NONE) ? changed.streak() : old.endpoint().streak();
        return counted(changed, streak);
    }

    @Override
    public boolean rotate(Endpoint endpoint, byte[] sealedSecret) {
        return change(endpoint, old -> new Listener(counted(endpoint, old.endpoint().streak()), sealedSecret.clone(),
                endpoint.oldSecretUntil().map(until -> old.secret()), old.quietUntil()));
    }

    private boolean change(Endpoint endpoint, UnaryOperator<Listener> change) {
        Optional<Listener> before = listener(endpoint.id()).filter(old -> old.endpoint().version() == endpoint.version() - 1);
        before.ifPresent(old -> endpoints.put(endpoint.id(), change.apply(old)));
        return before.isPresent();
    }

    @Override
    public void remove(EndpointId id) {
        listener(id).ifPresent(gone -> {
            endpoints.remove(id);
            rows.rows().map(Row::key).filter(key -> key.endpoint().equals(id)).forEach(key -> {
                rows.remove(key);
                logs.remove(key);
            });
        });
    }

    // -- deliveries of a team

    @Override
    public Page<Delivery> list(EndpointId endpoint, Set<Delivery.State> states, PageRequest page) {
        TeamId team = transactions.team();
        return Newest.first(rows.rows().filter(row -> row.team().equals(team)).map(Row::delivery)
                        .filter(delivery -> delivery.endpoint().equals(endpoint))
                        .filter(delivery -> states.isEmpty() || states.contains(delivery.state())),
                page, Delivery::toldAt, Delivery::id);
    }

    @Override
    public Optional<Delivery> find(EndpointId endpoint, UUID id) {
        return row(endpoint, id).map(Row::delivery);
    }

    @Override
    public List<Attempt> attempts(EndpointId endpoint, UUID id) {
        return row(endpoint, id).flatMap(row -> logs.get(row.key())).orElse(List.of());
    }

    @Override
    public boolean sendAgain(EndpointId endpoint, UUID id, Instant now) {
        Optional<Row> settled = row(endpoint, id).filter(row -> !row.isPending());
        settled.ifPresent(row -> {
            Delivery old = row.delivery();
            Delivery again = new Delivery(old.endpoint(), old.id(), old.event(), old.toldAt(), Delivery.State.PENDING, old.attempts(),
                    Optional.of(now), Optional.empty());
            rows.put(row.key(), new Row(row.team(), again, now, 0, row.leaseToken(), now, Instant.MIN));
            awake(endpoint);
        });
        return settled.isPresent();
    }

    @Override
    public void tell(EndpointId endpoint, UUID id, Event event, Instant now) {
        put(transactions.team(), endpoint, id, event, now);
        awake(endpoint);
    }

    private void awake(EndpointId endpoint) {
        listener(endpoint).ifPresent(listener -> endpoints.put(endpoint, listener.awake()));
    }

    // -- deliveries of all teams

    @Override
    public List<Claim> claim(Instant now, Duration lease, int most) {
        return transactions.alone(() -> {
            Map<EndpointId, Integer> room = new HashMap<>();
            Map<EndpointId, Integer> place = new HashMap<>();
            List<Map.Entry<Integer, Row>> due = new ArrayList<>();
            rows.rows().filter(row -> row.isPending() && !row.since().isAfter(now))
                    .sorted(Comparator.comparing(Row::since).thenComparing(row -> row.delivery().id().toString()))
                    .forEach(row -> {
                        EndpointId endpoint = row.delivery().endpoint();
                        int left = room.computeIfAbsent(endpoint, id -> room(id, now));
                        int next = place.merge(endpoint, 1, Integer::sum);
                        if (next <= left) {
                            due.add(Map.entry(next, row));
                        }
                    });
            return due.stream().sorted(Comparator.comparing((Map.Entry<Integer, Row> entry) -> entry.getKey())
                            .thenComparing(entry -> entry.getValue().since()))
                    .limit(most).map(entry -> claim(entry.getValue(), now, lease)).toList();
        });
    }

    private int room(EndpointId id, Instant now) {
        Listener listener = endpoints.get(id).orElseThrow();
        if (!listener.endpoint().isEnabled() || listener.quietUntil().isAfter(now)) {
            return 0;
        }
        int most = listener.endpoint().streak().failures() >= Endpoint.Streak.SUSPECT ? 1 : MOST_AT_ONCE;
        return most - (int) rows.rows().filter(row -> row.delivery().endpoint().equals(id) && row.isPending() && row.leaseUntil().isAfter(now))
                .count();
    }

    private Claim claim(Row row, Instant now, Duration lease) {
        Delivery old = row.delivery();
        Listener listener = endpoints.get(old.endpoint()).orElseThrow();
        Row taken = new Row(row.team(), attempted(old), row.begunAt(), row.tries() + 1, row.leaseToken() + 1, row.dueAt(), now.plus(lease));
        rows.put(row.key(), taken);
        Stream<byte[]> former = listener.oldSecret().filter(secret -> listener.endpoint().oldSecretUntil().filter(now::isBefore).isPresent())
                .stream();
        return new Claim(row.team(), old.endpoint(), old.id(), taken.leaseToken(), taken.delivery().attempts(), taken.tries(), row.begunAt(),
                listener.endpoint().aim().url(), Stream.concat(Stream.of(listener.secret()), former).toList(),
                listener.endpoint().streak().failures(), old.event(), old.toldAt());
    }

    private static Delivery attempted(Delivery old) {
        return new Delivery(old.endpoint(), old.id(), old.event(), old.toldAt(), old.state(), old.attempts() + 1, old.nextAt(), old.settledAt());
    }

    @Override
    public Optional<Endpoint.Streak> settle(Claim claim, Attempt attempt, Fate fate) {
        return transactions.alone(() -> {
            Key key = new Key(claim.endpoint(), claim.id());
            Optional<Row> held = rows.get(key).filter(row -> row.isPending() && row.leaseToken() == claim.leaseToken());
            if (held.isEmpty()) {
                return Optional.empty();
            }
            Row row = held.get();
            Instant end = attempt.at().plus(attempt.duration());
            rows.put(key, switch (fate) {
                case Fate.Delivered delivered -> settled(row, Delivery.State.DELIVERED, end);
                case Fate.Dead dead -> settled(row, Delivery.State.DEAD, end);
                case Fate.Again again -> postponed(row, again.at());
            });
            List<Attempt> log = new ArrayList<>(logs.get(key).orElse(List.of()));
            log.add(attempt);
            logs.put(key, List.copyOf(log));
            return Optional.of(switch (fate) {
                case Fate.Delivered delivered -> count(claim, Endpoint.Streak.NONE, Instant.MIN);
                case Fate.Again again -> count(claim, failed(claim, attempt), again.quietUntil());
                case Fate.Dead dead -> count(claim, failed(claim, attempt), dead.quietUntil());
            });
        });
    }

    private static Row settled(Row row, Delivery.State state, Instant end) {
        Delivery old = row.delivery();
        Delivery delivery = new Delivery(old.endpoint(), old.id(), old.event(), old.toldAt(), state, old.attempts(), Optional.empty(),
                Optional.of(end));
        return new Row(row.team(), delivery, row.begunAt(), row.tries(), row.leaseToken(), row.dueAt(), Instant.MIN);
    }

    private static Row postponed(Row row, Instant at) {
        Delivery old = row.delivery();
        Delivery delivery = new Delivery(old.endpoint(), old.id(), old.event(), old.toldAt(), old.state(), old.attempts(), Optional.of(at),
                Optional.empty());
        return new Row(row.team(), delivery, row.begunAt(), row.tries(), row.leaseToken() + 1, at, Instant.MIN);
    }

    private Endpoint.Streak failed(Claim claim, Attempt attempt) {
        Endpoint.Streak before = endpoints.get(claim.endpoint()).orElseThrow().endpoint().streak();
        return new Endpoint.Streak(before.failures() + 1, before.since().or(() -> Optional.of(attempt.at())));
    }

    private Endpoint.Streak count(Claim claim, Endpoint.Streak streak, Instant quietUntil) {
        Listener old = endpoints.get(claim.endpoint()).orElseThrow();
        Instant quiet = streak.failures() == 0 || quietUntil.isAfter(old.quietUntil()) ? quietUntil : old.quietUntil();
        endpoints.put(claim.endpoint(), new Listener(counted(old.endpoint(), streak), old.secret(), old.oldSecret(), quiet));
        return streak;
    }

    private static Endpoint counted(Endpoint endpoint, Endpoint.Streak streak) {
        return new Endpoint(endpoint.id(), endpoint.team(), endpoint.version(), endpoint.aim(), endpoint.state(), streak,
                endpoint.oldSecretUntil(), endpoint.createdAt());
    }

    @Override
    public int forget(Instant before) {
        return transactions.alone(() -> {
            Map<UUID, List<Row>> events = rows.rows().filter(row -> row.delivery().toldAt().isBefore(before))
                    .collect(Collectors.groupingBy(row -> row.delivery().id()));
            List<List<Row>> old = events.values().stream()
                    .filter(sent -> sent.stream().noneMatch(row -> row.isPending() && !row.begunAt().isBefore(before))).toList();
            old.forEach(sent -> sent.forEach(row -> {
                rows.remove(row.key());
                logs.remove(row.key());
            }));
            return old.size();
        });
    }

    @Override
    public Queue queue(Instant now) {
        return transactions.alone(() -> {
            List<Row> pending = rows.rows().filter(Row::isPending)
                    .filter(row -> endpoints.get(row.delivery().endpoint()).orElseThrow().endpoint().isEnabled()).toList();
            Optional<Instant> oldest = pending.stream()
                    .filter(row -> !endpoints.get(row.delivery().endpoint()).orElseThrow().quietUntil().isAfter(now))
                    .map(Row::since).filter(since -> !since.isAfter(now)).min(Comparator.naturalOrder());
            long disabled = endpoints.rows().map(listener -> listener.endpoint().state()).filter(state ->
                    state instanceof Endpoint.State.Disabled off && off.reason() != Endpoint.Reason.BY_TEAM).count();
            return new Queue(pending.size(), oldest, disabled);
        });
    }

    // -- what is told

    @Override
    public void tell(Event event) {
        fanOut(transactions.team(), ids.next(), event, clock.instant());
    }

    @Override
    public void begin(WalletPlace place) {
        if (!place.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a wallet of another team");
        }
        if (places.get(place.team()).isEmpty()) {
            places.put(place.team(), place);
        }
    }

    @Override
    public void end() {
        places.remove(transactions.team());
    }

    @Override
    public List<WalletFeed> wallets() {
        return transactions.alone(() -> places.rows().map(place -> new WalletFeed(place, endpoints.rows().map(Listener::endpoint)
                .filter(endpoint -> endpoint.team().equals(place.team()) && endpoint.isEnabled())
                .flatMap(endpoint -> endpoint.aim().walletLowBelow().stream().boxed()).collect(Collectors.toSet()))).toList());
    }

    @Override
    public boolean tell(WalletPlace from, WalletPlace to, List<Event> events, Instant now) {
        return transactions.alone(() -> {
            boolean still = places.get(from.team()).filter(place -> place.version() == from.version()).isPresent();
            if (still) {
                places.put(from.team(), to);
                events.forEach(event -> fanOut(from.team(), ids.next(), event, now));
            }
            return still;
        });
    }

    @Override
    public void tell(TeamId team, UUID id, Event event, Instant at) {
        transactions.alone(() -> {
            if (rows.rows().noneMatch(row -> row.delivery().id().equals(id))) {
                fanOut(team, id, event, at);
            }
            return id;
        });
    }

    private void fanOut(TeamId team, UUID id, Event event, Instant at) {
        endpoints.rows().filter(listener -> listener.endpoint().team().equals(team) && listener.hears(event))
                .forEach(listener -> put(team, listener.endpoint().id(), id, event, at));
    }

    private void put(TeamId team, EndpointId endpoint, UUID id, Event event, Instant at) {
        Delivery delivery = new Delivery(endpoint, id, event, at, Delivery.State.PENDING, 0, Optional.of(at), Optional.empty());
        rows.put(new Key(endpoint, id), new Row(team, delivery, at, 0, 0, at, Instant.MIN));
    }

    private Stream<Listener> own() {
        TeamId team = transactions.team();
        return endpoints.rows().filter(listener -> listener.endpoint().team().equals(team));
    }

    private Optional<Listener> listener(EndpointId id) {
        return own().filter(listener -> listener.endpoint().id().equals(id)).findFirst();
    }

    private Optional<Row> row(EndpointId endpoint, UUID id) {
        TeamId team = transactions.team();
        return rows.get(new Key(endpoint, id)).filter(row -> row.team().equals(team));
    }
}
