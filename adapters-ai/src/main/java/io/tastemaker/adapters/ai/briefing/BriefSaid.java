package io.tastemaker.adapters.ai.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.ai.shared.Json;
import io.tastemaker.application.briefing.out.BriefInterpreter.Question;
import io.tastemaker.domain.briefing.BriefChange;
import io.tastemaker.domain.briefing.BriefChange.Way;
import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.briefing.BriefReader;
import io.tastemaker.domain.briefing.BriefReading;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks at what a chat made of a message as at anything that strangers had a hand in. An answer of another form is none; a change that quotes
 * no words of the message, or that a draft cannot bear, is left out and named.
 */
final class BriefSaid {

    private static final int MOST_CHANGES = 60;
    private static final Set<String> CHANGE = Set.of(BriefQuestion.FIELD, BriefQuestion.WAY, BriefQuestion.VALUES, BriefQuestion.QUOTE);
    private static final Pattern FRAME = Pattern.compile("(?is)\\s*```(?:json)?(.*)```\\s*");
    private static final Pattern MARKUP = Pattern.compile("<\\s*[a-zA-Z/!][^>]*>");

    private BriefSaid() {}

    /** Empty when nothing of the answer can be used. */
    static Optional<BriefReading> reading(JsonNode answer, Question question) {
        return Optional.of(answer.path("choices").path(0).path("message").path("content")).filter(JsonNode::isTextual)
                .map(JsonNode::textValue).map(BriefSaid::unframed).flatMap(Json::read)
                .filter(said -> names(said).equals(Set.of(BriefQuestion.CHANGES)))
                .map(said -> said.path(BriefQuestion.CHANGES))
                .filter(changes -> changes.isArray() && changes.size() <= MOST_CHANGES && isFormed(changes))
                .map(changes -> reading(changes, question, BriefSaid::change));
    }

    private static boolean isFormed(JsonNode changes) {
        for (JsonNode change : changes) {
            boolean formed = names(change).equals(CHANGE) && BriefQuestion.FIELDS.contains(change.path(BriefQuestion.FIELD).asText())
                    && BriefQuestion.WAYS.contains(change.path(BriefQuestion.WAY).asText()) && change.path(BriefQuestion.VALUES).isArray()
                    && change.path(BriefQuestion.QUOTE).isTextual();
            for (JsonNode value : change.path(BriefQuestion.VALUES)) {
                formed &= value.isTextual();
            }
            if (!formed) {
                return false;
            }
        }
        return true;
    }

    private static BriefReading reading(JsonNode said, Question question, Function<JsonNode, BriefChange> reader) {
        List<BriefChange> changes = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        BriefDraft draft = question.draft();
        for (JsonNode node : said) {
            String field = node.path(BriefQuestion.FIELD).asText();
            if (!BriefReader.says(question.text(), node.path(BriefQuestion.QUOTE).asText())) {
                remarks.add("The model changed the " + field.replace('_', ' ') + " without words of the message that say so, so I left it out.");
                continue;
            }
            try {
                BriefChange change = reader.apply(node);
                draft = draft.with(change);
                changes.add(change);
            } catch (IllegalArgumentException | DateTimeException unusable) {
                remarks.add("What the model said about the " + field.replace('_', ' ') + " cannot be used, so I left it out.");
            }
        }
        return new BriefReading(changes, remarks);
    }

    private static BriefChange change(JsonNode node) {
        String field = node.path(BriefQuestion.FIELD).asText();
        List<String> values = new ArrayList<>();
        node.path(BriefQuestion.VALUES).forEach(value -> values.add(value.textValue().strip()));
        BriefTopic topic = field.endsWith("_on") ? BriefTopic.DATES : BriefTopic.valueOf(field.toUpperCase(Locale.ROOT));
        return switch (node.path(BriefQuestion.WAY).asText()) {
            case "clear" -> new BriefChange.Cleared(topic);
            case "any" -> new BriefChange.Indifferent(topic);
            case "add" -> set(topic, Way.ADD, values);
            case "remove" -> set(topic, Way.REMOVE, values);
            default -> value(field, topic, values);
        };
    }

    private static BriefChange value(String field, BriefTopic topic, List<String> values) {
        return switch (topic) {
            case NAME, GOAL, PRODUCT, AUDIENCE -> new BriefChange.Said(topic, plain(only(values)));
            case WEBSITE -> new BriefChange.Website(only(values));
            case PLATFORMS, PLACES, CATEGORIES -> set(topic, Way.REPLACE, values);
            case FOLLOWERS -> followers(values);
            case BUDGET -> {
                if (values.size() != 2) {
                    throw new IllegalArgumentException("a budget is an amount and a currency");
                }
                yield new BriefChange.Budget(Money.of(values.get(0), values.get(1)));
            }
            case DATES -> field.equals("starts_on") ? new BriefChange.Starts(LocalDate.parse(only(values)))
                    : new BriefChange.Ends(LocalDate.parse(only(values)));
        };
    }

    private static BriefChange set(BriefTopic topic, Way way, List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value");
        }
        return switch (topic) {
            case PLATFORMS -> new BriefChange.Platforms(way, words(Platform.class, values));
            case CATEGORIES -> new BriefChange.Categories(way, words(Category.class, values));
            case PLACES -> new BriefChange.Places(way, values.stream().map(code -> Place.find(code)
                    .orElseThrow(() -> new IllegalArgumentException("no place"))).collect(Collectors.toSet()));
            case NAME, GOAL, PRODUCT, WEBSITE, AUDIENCE, FOLLOWERS, BUDGET, DATES -> throw new IllegalArgumentException("no set");
        };
    }

    private static BriefChange followers(List<String> values) {
        if (values.size() != 2) {
            throw new IllegalArgumentException("a range has two ends");
        }
        List<Optional<Long>> ends = values.stream().map(text -> text.isEmpty() ? Optional.<Long>empty() : Optional.of(Long.valueOf(text))).toList();
        return new BriefChange.Followers(new Range<>(ends.get(0), ends.get(1)), true);
    }

    private static <E extends Enum<E> & Coded> Set<E> words(Class<E> vocabulary, List<String> codes) {
        return codes.stream().map(code -> Coded.find(vocabulary, code).orElseThrow(() -> new IllegalArgumentException("no word")))
                .collect(Collectors.toSet());
    }

    private static String only(List<String> values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException("one value is wanted");
        }
        return values.getFirst();
    }

    private static String plain(String text) {
        if (MARKUP.matcher(text).find()) {
            throw new IllegalArgumentException("markup is no text");
        }
        return BriefReader.clean(text);
    }

    private static String unframed(String said) {
        Matcher framed = FRAME.matcher(said);
        return framed.matches() ? framed.group(1) : said;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
