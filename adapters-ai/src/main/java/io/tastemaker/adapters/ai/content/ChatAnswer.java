package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.ai.shared.Json;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at what a chat answered as at anything that strangers had a hand in: what is not exactly as it was asked for is left out, and nothing
 * is guessed in its place.
 */
final class ChatAnswer {

    private static final Set<String> SENTIMENT_FIELDS = Set.of(ChatQuestion.MOOD, ChatQuestion.SCORE, ChatQuestion.CONFIDENCE);
    private static final Set<String> LIKELY_FIELDS = Set.of(ChatQuestion.CODE, ChatQuestion.CONFIDENCE);

    private static final Pattern FRAME = Pattern.compile("(?is)\\s*```(?:json)?(.*)```\\s*");

    private ChatAnswer() {}

    /** Findings by the numbers of their texts; empty when nothing of the answer can be used. */
    static Optional<Map<Integer, Findings>> findings(JsonNode answer, Batch batch) {
        return Optional.of(answer.path("choices").path(0).path("message").path("content")).filter(JsonNode::isTextual)
                .map(JsonNode::textValue).map(ChatAnswer::unframed).flatMap(Json::read)
                .map(said -> found(said.path(ChatQuestion.ITEMS), batch)).filter(found -> !found.isEmpty());
    }

    /** An endpoint that does not know response formats leaves it to the model how it writes JSON, and many frame it. */
    private static String unframed(String said) {
        Matcher framed = FRAME.matcher(said);
        return framed.matches() ? framed.group(1) : said;
    }

    /** Of a text that is spoken of twice nobody knows which was meant. */
    private static Map<Integer, Findings> found(JsonNode items, Batch batch) {
        Map<Integer, Findings> found = new HashMap<>();
        Set<Integer> asked = new HashSet<>(batch.worded());
        Set<Integer> seen = new HashSet<>();
        for (JsonNode item : items.isArray() ? items : Json.object()) {
            JsonNode ref = item.path(ChatQuestion.REF);
            if (!ref.isIntegralNumber() || !ref.canConvertToInt() || !asked.contains(ref.intValue())) {
                continue;
            }
            found.remove(ref.intValue());
            if (seen.add(ref.intValue())) {
                findings(item, batch.tasks()).ifPresent(findings -> found.put(ref.intValue(), findings));
            }
        }
        return found;
    }

    private static Optional<Findings> findings(JsonNode item, Set<Task> tasks) {
        Set<String> fields = new HashSet<>(Set.of(ChatQuestion.REF));
        tasks.forEach(task -> fields.add(task.code()));
        if (!fields.containsAll(names(item))) {
            return Optional.empty();
        }
        Findings findings = new Findings(
                field(item, Task.SENTIMENT, tasks).flatMap(ChatAnswer::sentiment),
                field(item, Task.LANGUAGE, tasks).flatMap(said -> likely(said, Languages::of)).flatMap(Guesses::ofLanguages),
                field(item, Task.CATEGORY, tasks).flatMap(said -> likely(said, code -> Coded.find(Category.class, code)))
                        .flatMap(Guesses::of));
        return Optional.of(findings).filter(any -> !any.equals(Findings.NOTHING));
    }

    private static Optional<JsonNode> field(JsonNode item, Task task, Set<Task> tasks) {
        return Optional.of(task).filter(tasks::contains).map(asked -> item.path(asked.code()));
    }

    /** A mood and a score that contradict each other are no finding. */
    private static Optional<Sentiment> sentiment(JsonNode said) {
        if (!names(said).equals(SENTIMENT_FIELDS)) {
            return Optional.empty();
        }
        return Coded.find(Mood.class, said.path(ChatQuestion.MOOD).asText())
                .flatMap(mood -> Numbers.between(mood == Mood.POSITIVE ? 0 : -1, mood == Mood.NEGATIVE ? 0 : 1, said.path(ChatQuestion.SCORE))
                        .flatMap(score -> Numbers.share(said.path(ChatQuestion.CONFIDENCE))
                                .map(confidence -> new Sentiment(mood, score, confidence))));
    }

    /** Empty when one of them cannot be used: the others were weighed against it. */
    private static <T> Optional<List<Likely<T>>> likely(JsonNode said, Function<String, Optional<T>> word) {
        if (!said.isArray()) {
            return Optional.empty();
        }
        List<Likely<T>> all = new ArrayList<>();
        for (JsonNode each : said) {
            Optional<Likely<T>> likely = Optional.of(each).filter(node -> names(node).equals(LIKELY_FIELDS))
                    .flatMap(node -> word.apply(node.path(ChatQuestion.CODE).asText()))
                    .flatMap(value -> Numbers.share(each.path(ChatQuestion.CONFIDENCE)).map(share -> new Likely<>(value, share)));
            if (likely.isEmpty()) {
                return Optional.empty();
            }
            all.add(likely.get());
        }
        return Optional.of(all);
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
