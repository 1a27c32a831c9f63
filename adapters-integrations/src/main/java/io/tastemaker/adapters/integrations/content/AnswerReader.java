package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.application.content.out.CreatorSource.Profile;
import io.tastemaker.domain.creators.Handle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what Decodo answers: an envelope, or what would lie in one. Whatever the bytes are, it says what they came to and never throws. */
final class AnswerReader {

    /** What an answer came to. */
    sealed interface Read {
        /** A profile. */
        record Told(Profile profile) implements Read {}

        /** The envelope says that the page could not be had, with a status as HTTP has them. */
        record Status(int code) implements Read {}

        /** An answer in form, but without the profile; it may be there when asked again. */
        record Nothing(String why, boolean mayPass) implements Read {}

        /** No answer in form. */
        record Garbage(String why) implements Read {}
    }

    /** Numbers that are none occur where a Python program writes them. Few tokens, because each may become an object of a hundred bytes. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).maxTokenCount(500_000).maxNumberLength(100)
                            .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What tasks say of themselves when they did not get to an end. */
    private static final Set<String> UNFINISHED = Set.of("pending", "faulted", "failed", "fail", "error");

    private AnswerReader() {}

    static Read read(byte[] bytes, Handle asked, Instant now) {
        return parse(bytes).filter(JsonNode::isObject).map(root -> unwrap(root, asked, now))
                .orElseGet(() -> new Read.Garbage("the answer is no JSON object"));
    }

    private static Read unwrap(JsonNode root, Handle asked, Instant now) {
        JsonNode result = root.path("results").path(0);
        JsonNode content = unpacked(result.isObject() ? result : root.path("data").has("content") ? root.path("data") : root);
        Optional<Integer> bad = Stream.of(result, root.path("data"), root, content).map(place -> place.path("status_code"))
                .flatMap(code -> status(code).stream()).findFirst();
        if (bad.isPresent()) {
            return new Read.Status(bad.get());
        }
        return Shape.of(content).map(shape -> told(shape, asked, now)).orElseGet(() -> without(root, content));
    }

    /** What lies in an envelope, be it written as a text; or what is none. */
    private static JsonNode unpacked(JsonNode envelope) {
        JsonNode content = envelope.path("content");
        if (content.isTextual()) {
            return parse(content.textValue().getBytes(StandardCharsets.UTF_8)).orElse(content);
        }
        return envelope.has("content") ? content : envelope;
    }

    /** Codes of 12,000 and more are a parser's; what it did find counts, whichever it is. */
    private static Optional<Integer> status(JsonNode code) {
        String text = code.isIntegralNumber() || code.isTextual() ? code.asText() : "";
        return text.matches("[3-9]\\d\\d") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Read told(Shape shape, Handle asked, Instant now) {
        ProfileDraft draft = new ProfileDraft(asked.platform(), now);
        if (!draft.isOf(asked, shape.handle())) {
            return new Read.Nothing("it is the profile of another account", false);
        }
        shape.tell(draft);
        return draft.isEmpty() ? new Read.Nothing("nothing of the profile can be read", false) : new Read.Told(draft.profile(asked));
    }

    private static Read without(JsonNode root, JsonNode content) {
        if (content.isTextual() && !content.textValue().isBlank()) {
            return new Read.Garbage("the content is no JSON");
        }
        boolean isUnfinished = Stream.of(root, content).anyMatch(place -> UNFINISHED.contains(place.path("status").asText("")));
        boolean isEmpty = Values.isAbsent(content) || content.isEmpty();
        return new Read.Nothing(isUnfinished ? "it did not get to an end" : "there is no profile in the answer", isUnfinished || isEmpty);
    }

    private static Optional<JsonNode> parse(byte[] bytes) {
        try {
            return Optional.of(JSON.readTree(bytes));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}
