package io.tastemaker.adapters.integrations.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.adapters.integrations.content.DecodoSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Decodo, as far as profiles of Instagram go: over real HTTP, with accounts that the test shows or, when it shows none, one for every
 * handle; and with every mischief that the test asks for.
 */
public final class StandInCreatorSource implements AutoCloseable {

    public static final String KEY = "U1RBTkQ6SU4=";

    private static final JsonMapper JSON = new JsonMapper();

    private final InstantSource clock;
    private final StandInWire wire;
    private final Map<String, StandInAccount> accounts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Deque<Mischief> next = new ArrayDeque<>();
    private Optional<Mischief> always = Optional.empty();
    private Optional<String> saying = Optional.empty();
    private volatile UnaryOperator<ObjectNode> twist = UnaryOperator.identity();
    private volatile String retryAfter = "120";

    /** On a free port. */
    public StandInCreatorSource(InstantSource clock) {
        this(clock, 0);
    }

    public StandInCreatorSource(InstantSource clock, int port) {
        this.clock = clock;
        wire = new StandInWire(port, this::answer);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + wire.port());
    }

    /** As it would be set up. */
    public DecodoSettings settings() {
        return new DecodoSettings(KEY, Optional.of(base()));
    }

    /** From now on it has this account, and others only if they are shown as well. */
    public StandInCreatorSource shows(StandInAccount account) {
        accounts.put(account.handle(), account);
        return this;
    }

    /** From now on accounts are changed like this before they are shown. */
    public StandInCreatorSource twisted(UnaryOperator<ObjectNode> how) {
        twist = how;
        return this;
    }

    /** The next questions are answered like this, in that order, before all else. */
    public synchronized StandInCreatorSource first(Mischief... mischief) {
        next.addAll(List.of(mischief));
        return this;
    }

    /** From now on everything is answered like this. */
    public synchronized StandInCreatorSource always(Mischief mischief) {
        always = Optional.of(mischief);
        return this;
    }

    /** From now on everything is answered with this text, under the status 200. */
    public synchronized StandInCreatorSource says(String text) {
        saying = Optional.of(text);
        return this;
    }

    /** From now on it behaves. */
    public synchronized StandInCreatorSource behaves() {
        next.clear();
        always = Optional.empty();
        saying = Optional.empty();
        twist = UnaryOperator.identity();
        return this;
    }

    /** What {@code Retry-After} says from now on. */
    public StandInCreatorSource retryAfter(String time) {
        retryAfter = time;
        return this;
    }

    /** What it was asked for, in that order; also what it did not answer. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** How many it is talking to just now. */
    public int busy() {
        return wire.busy();
    }

    private synchronized Optional<Mischief> mischief() {
        return Optional.ofNullable(next.poll()).or(() -> always);
    }

    private synchronized Optional<String> saying() {
        return saying;
    }

    private void answer(StandInWire.Question question, StandInWire.Line line) throws IOException, InterruptedException {
        if (!question.method().equals("POST") || !question.path().equals("/v2/scrape")) {
            say(line, 404, Envelopes.message("failed", "no such route"));
            return;
        }
        JsonNode wish = JSON.readTree(question.body());
        String handle = wish.path("query").asText().toLowerCase(Locale.ROOT);
        asked.add(handle);
        if (!("Basic " + KEY).equals(question.headers().get("authorization"))) {
            say(line, 401, Envelopes.message("failed", "unknown key"));
        } else if (!wish.path("target").asText().equals("instagram_graphql_profile") || handle.isBlank()) {
            say(line, 400, Envelopes.message("failed", "unknown target or no query"));
        } else {
            answer(handle, line);
        }
    }

    private void answer(String handle, StandInWire.Line line) throws IOException, InterruptedException {
        Optional<Mischief> mischief = mischief();
        Optional<String> text = saying();
        if (mischief.isPresent()) {
            new Spoiler(find(handle).orElseGet(() -> StandInAccount.of(handle, 1000)), retryAfter).spoil(mischief.get(), line);
        } else if (text.isPresent()) {
            say(line, 200, text.get());
        } else {
            say(line, 200, find(handle).map(account -> Envelopes.of(handle, twist.apply(account.user())))
                    .orElseGet(() -> Envelopes.status(handle, 404)));
        }
    }

    private static void say(StandInWire.Line line, int status, String text) throws IOException {
        line.answer(status, "application/json", text.getBytes(UTF_8));
    }

    private Optional<StandInAccount> find(String handle) {
        return accounts.isEmpty() ? StandInAccounts.find(handle, clock.instant()) : Optional.ofNullable(accounts.get(handle));
    }

    /** The stand-in as a process, with an account for every handle: the argument is the port. It ends with its standard input. */
    public static void main(String... args) throws IOException {
        try (StandInCreatorSource source = new StandInCreatorSource(InstantSource.system(), Integer.parseInt(args[0]))) {
            System.out.println("stand-in ready " + source.base() + ", the key is " + KEY);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
