package io.tastemaker.adapters.integrations.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tastemaker.domain.creators.CleanText;
import io.tastemaker.domain.creators.CountText;
import io.tastemaker.domain.creators.DecimalMark;
import io.tastemaker.domain.creators.NumberText;
import io.tastemaker.domain.identity.EmailAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes values out of JSON in which anything may stand anywhere. What is missing or null is empty; what is there and cannot be read is
 * empty too, and named.
 */
final class Values {

    private static final int LONGEST_ADDRESS = 2000;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:https?://)?[^\\s/?#@:.]+(?:\\.[^\\s/?#@:.]+)+(?::\\d{1,5})?(?:[/?#]\\S*)?");
    private static final String OFFSET_WITHOUT_COLON = "(?<=[+-]\\d{2})(?=\\d{2}$)";
    /** No platform is older. */
    private static final Instant FIRST_POSTS = Instant.parse("2003-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Faults faults;
    private final Instant now;

    Values(Faults faults, Instant now) {
        this.faults = faults;
        this.now = now;
    }

    /** An object, or one without members. */
    JsonNode object(JsonNode node, String what) {
        if (!isAbsent(node) && !node.isObject()) {
            faults.add(what, "it is no object");
        }
        return node.isObject() ? node : MissingNode.getInstance();
    }

    /** A list, or an empty one. */
    Iterable<JsonNode> list(JsonNode node, String what) {
        if (!isAbsent(node) && !node.isArray()) {
            faults.add(what, "it is no list");
        }
        return node.isArray() ? node : List.of();
    }

    Optional<Long> count(JsonNode node, String what, long most) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        return switch (CountText.of(number(node), 0, most)) {
            case CountText.Count count -> Optional.of(count.value());
            case CountText.Missing missing -> Optional.empty();
            case CountText.Unreadable unreadable -> fault(what, unreadable.reason());
            case CountText.OutOfRange absurd -> fault(what, absurd.reason());
        };
    }

    private static NumberText number(JsonNode node) {
        if (node.isTextual()) {
            return NumberText.read(node.textValue(), DecimalMark.WHOLE);
        }
        boolean isFinite = node.isIntegralNumber() || node.isNumber() && Double.isFinite(node.doubleValue());
        return isFinite ? new NumberText.Amount(node.decimalValue(), false, false) : new NumberText.Unreadable("it is no number");
    }

    /** A text on one line. */
    Optional<String> text(JsonNode node, String what, int longest) {
        return written(node, what, longest).map(text -> CleanText.of(text).value()).filter(text -> !text.isEmpty());
    }

    /** A text that keeps its lines, without empty ones at the ends. */
    Optional<String> lines(JsonNode node, String what, int longest) {
        return written(node, what, longest)
                .map(text -> text.lines().map(line -> CleanText.of(line).value()).collect(Collectors.joining("\n")).strip())
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> written(JsonNode node, String what, int longest) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            return fault(what, "it is no text");
        }
        String text = node.textValue();
        if (text.length() <= longest) {
            return Optional.of(text);
        }
        faults.add(what, "it is cut to " + longest + " characters");
        return Optional.of(text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest));
    }

    /** A name made of certain signs, such as an id, which some write as a number. */
    Optional<String> name(JsonNode node, String what, Pattern shape) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        String text = node.isTextual() || node.isIntegralNumber() ? node.asText().strip() : "";
        return shape.matcher(text).matches() ? Optional.of(text) : fault(what, "it has not the form of one");
    }

    Optional<Boolean> yesNo(JsonNode node, String what) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        return node.isBoolean() ? Optional.of(node.booleanValue()) : fault(what, "it is neither true nor false");
    }

    /** Seconds since 1970, or a date and time with its offset. */
    Optional<Instant> moment(JsonNode node, String what) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        Optional<Instant> moment = node.isTextual() && node.textValue().indexOf('T') > 0 ? written(node.textValue()) : seconds(node);
        if (moment.isEmpty()) {
            return fault(what, "it is no time");
        }
        boolean isPlausible = !moment.get().isBefore(FIRST_POSTS) && !moment.get().isAfter(now.plus(CLOCKS_DIFFER));
        return isPlausible ? moment : fault(what, "it is before 2003 or has not come yet");
    }

    private static Optional<Instant> seconds(JsonNode node) {
        String text = node.isTextual() || node.isIntegralNumber() ? node.asText().strip() : "";
        return text.matches("-?\\d{1,11}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<Instant> written(String text) {
        try {
            return text.length() > 40 ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text.strip().replaceFirst(OFFSET_WITHOUT_COLON, ":")).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** An address of the web, its scheme where it is written. */
    Optional<String> address(JsonNode node, String what) {
        Optional<String> text = text(node, what, LONGEST_ADDRESS + 1);
        if (text.isPresent() && (text.get().length() > LONGEST_ADDRESS || !ADDRESS.matcher(text.get()).matches())) {
            return fault(what, "it is no address of the web");
        }
        return text;
    }

    Optional<String> email(JsonNode node, String what) {
        Optional<String> text = text(node, what, LONGEST_ADDRESS);
        Optional<String> email = text.flatMap(EmailAddress::read).map(EmailAddress::value);
        return text.isPresent() && email.isEmpty() ? fault(what, "it is no e-mail address") : email;
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private <T> Optional<T> fault(String what, String why) {
        faults.add(what, why);
        return Optional.empty();
    }
}
