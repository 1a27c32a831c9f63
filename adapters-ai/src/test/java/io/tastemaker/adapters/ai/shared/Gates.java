package io.tastemaker.adapters.ai.shared;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.domain.content.FallbackReason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A gate in front of the stand-in, and a question whose answer is a number. */
final class Gates {

    static final Duration LONG = Duration.ofSeconds(30);
    static final StandInReply GOOD = StandInReply.json(200, "{\"value\":7}");
    static final StandInReply DOWN = StandInReply.json(500, "{}");

    private Gates() {}

    /** As patient as for real, but with short pauses. */
    static GateLimits limits() {
        return new GateLimits(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(60), 4, Duration.ofMillis(1),
                Duration.ofSeconds(120), 3, 8, 1024 * 1024);
    }

    static GateLimits limits(int attempts) {
        GateLimits usual = limits();
        return new GateLimits(usual.connect(), usual.attempt(), usual.call(), attempts, usual.pause(), usual.open(), usual.probes(),
                usual.atOnce(), usual.mostBytes());
    }

    static Endpoint endpoint(StandInModels models) {
        return new Endpoint(models.base(), Optional.of("sk-stand-in"), "number");
    }

    static Reply<Integer> ask(ModelGate gate, StandInModels models, Duration within) {
        return gate.pass(within, call -> call.ask(models.base().resolve("/number"), Json.object().put("give", "number"), Gates::value));
    }

    private static Optional<Integer> value(JsonNode answer) {
        return Optional.of(answer.path("value")).filter(JsonNode::isInt).map(JsonNode::intValue);
    }

    static Reply<Integer> given() {
        return new Reply.Given<>(7);
    }

    static Reply<Integer> missed(FallbackReason reason) {
        return Reply.missed(reason);
    }

    static Reply<Integer> missed(FallbackReason reason, int status) {
        return new Reply.Missed<>(reason, OptionalInt.of(status));
    }
}
