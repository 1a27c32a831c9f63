package io.tastemaker.adapters.ai.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A server that stands in for models: for chats below {@link #chat()} and for classifiers below {@link #classifiers()}. It answers plausibly
 * until it is told otherwise, by its methods or from outside by {@code /control/fail}, {@code /control/hang} and {@code /control/heal};
 * {@code /control/asked} tells how many questions came.
 */
public final class StandInModels implements AutoCloseable {

    private static final String CONTROL = "/control/";
    private static final StandInReply FAILURE = StandInReply.json(500, "{\"error\":{\"message\":\"the stand-in was told to fail\"}}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final Deque<StandInReply> replies = new ArrayDeque<>();
    private final Map<String, Deque<StandInReply>> byPath = new ConcurrentHashMap<>();
    private Function<Asked, StandInReply> byQuestion = PlausibleModels::to;

    /** On any free port. */
    public StandInModels() {
        this(0);
    }

    /** On a port. */
    public StandInModels(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        Asked question = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), body, headers);
        busy.incrementAndGet();
        try (exchange) {
            (question.path().startsWith(CONTROL) ? control(question.path().substring(CONTROL.length())) : next(question)).to(exchange);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            busy.decrementAndGet();
        }
    }

    private StandInReply control(String order) {
        switch (order) {
            case "fail" -> fail();
            case "hang" -> hang();
            case "heal" -> heal();
            case "asked" -> { }
            default -> {
                return StandInReply.json(404, "{}");
            }
        }
        return StandInReply.json(200, StandInJson.object().put("asked", asked.size()).toString());
    }

    private synchronized StandInReply next(Asked question) {
        asked.add(question);
        Deque<StandInReply> scripted = byPath.getOrDefault(question.path(), replies);
        if (scripted.isEmpty()) {
            return byQuestion.apply(question);
        }
        return scripted.size() > 1 ? scripted.poll() : scripted.element();
    }

    /** From now on it answers this, in this order, and the last for ever. */
    public synchronized StandInModels answers(StandInReply... all) {
        replies.clear();
        replies.addAll(List.of(all));
        return this;
    }

    /** From now on it answers this at one path, in this order, and the last for ever. */
    public synchronized StandInModels answersAt(String path, StandInReply... all) {
        byPath.put(path, new ArrayDeque<>(List.of(all)));
        return this;
    }

    /** From now on it answers by what it is asked. */
    public synchronized StandInModels answersBy(Function<Asked, StandInReply> answer) {
        heal();
        byQuestion = answer;
        return this;
    }

    /** From now on it is plausible again, wherever it is asked. */
    public synchronized StandInModels heal() {
        replies.clear();
        byPath.clear();
        byQuestion = PlausibleModels::to;
        return this;
    }

    /** From now on it answers with a fault of its own. */
    public StandInModels fail() {
        return answers(FAILURE);
    }

    /** From now on it says nothing. */
    public StandInModels hang() {
        return answers(StandInReply.silence());
    }

    /** An answer as it would give one to this question if it were well. */
    public static StandInReply plausible(Asked question) {
        return PlausibleModels.to(question);
    }

    /** What was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How many questions are being answered just now. */
    public int busy() {
        return busy.get();
    }

    /** Where it is. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The base of its chats. */
    public URI chat() {
        return base().resolve("/v1");
    }

    /** The base of its classifiers, whatever they are called; one with {@code language} in its name tells languages, the others moods. */
    public URI classifiers() {
        return base().resolve("/models");
    }

    static ObjectNode completion(String content) {
        ObjectNode completion = StandInJson.object().put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1)
                .put("model", "stand-in");
        completion.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop")
                .putObject("message").put("role", "assistant").put("content", content);
        completion.putObject("usage").put("prompt_tokens", 1).put("completion_tokens", 1).put("total_tokens", 2);
        return completion;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
