package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns a JSON tree into a record and collects every fault on the way. Nothing is converted: a number is not a string, and 1.9 is no
 * whole number. A record's own constructor may refuse a combination of values with an {@link IllegalArgumentException}, whose message is
 * then the fault.
 */
final class Binder {

    /** Vocabularies look at no more: their longest words are addresses of e-mail. */
    private static final int LONGEST_WORD = 254;

    static final Pattern CANONICAL_UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Whose faults: those of the body, or those of parameters. */
    enum Part {
        BODY(ProblemCode.INVALID_FIELD, ProblemCode.UNKNOWN_FIELD),
        PARAMETERS(ProblemCode.INVALID_PARAMETER, ProblemCode.UNKNOWN_PARAMETER);

        private final ProblemCode invalid;
        private final ProblemCode unknown;

        Part(ProblemCode invalid, ProblemCode unknown) {
            this.invalid = invalid;
            this.unknown = unknown;
        }
    }

    private final Part part;
    private final List<Fault> faults;
    private final Function<String, String> root;

    /**
     * A binder.
     *
     * @param part whose faults these are
     * @param faults where they are collected
     * @param root how the name of an outermost member becomes a pointer
     */
    Binder(Part part, List<Fault> faults, Function<String, String> root) {
        this.part = part;
        this.faults = faults;
        this.root = root;
    }

    static Optional<Object> body(Shape.Members shape, JsonNode document, List<Fault> faults) {
        return new Binder(Part.BODY, faults, name -> "#/" + StrictJson.escape(name)).record(shape, document, "#", true);
    }

    Optional<Object> record(Shape.Members shape, JsonNode node, String pointer, boolean outermost) {
        if (!node.isObject()) {
            return invalid(pointer, "must be an object");
        }
        int before = faults.size();
        Function<String, String> pointers = outermost ? root : name -> pointer + "/" + StrictJson.escape(name);
        refuseUnknown(shape, node, pointers);
        Object[] values = new Object[shape.members().size()];
        for (int i = 0; i < values.length; i++) {
            Shape.Member member = shape.members().get(i);
            values[i] = member(member, node.get(member.name()), pointers.apply(member.name()));
        }
        return faults.size() > before ? Optional.empty() : construct(shape.type(), values, pointer);
    }

    private void refuseUnknown(Shape.Members shape, JsonNode node, Function<String, String> pointers) {
        List<String> known = shape.members().stream().map(Shape.Member::name).toList();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String allowed = known.isEmpty() ? "nothing" : known.stream().sorted().collect(Collectors.joining(", "));
                faults.add(new Fault(part.unknown, pointers.apply(printable(name)), "unknown; allowed: " + allowed));
            }
        });
    }

    private Object member(Shape.Member member, JsonNode node, String pointer) {
        boolean absent = node == null;
        boolean empty = absent || node.isNull();
        if (member.notYet() && !empty) {
            faults.add(new Fault(ProblemCode.NOT_AVAILABLE_YET, pointer, "has no data in this version"));
            return Optional.empty();
        }
        return switch (member.presence()) {
            case REQUIRED -> {
                if (empty) {
                    yield invalid(pointer, absent ? "is required" : "must not be null");
                }
                yield value(member.shape(), node, pointer).orElse(null);
            }
            case OPTIONAL -> {
                if (member.fallback().isPresent()) {
                    JsonNode given = empty ? Parameters.node(member.shape(), member.fallback().get()) : node;
                    yield value(member.shape(), given, pointer).orElse(null);
                }
                yield empty ? Optional.empty() : value(member.shape(), node, pointer);
            }
            case PATCH, KEPT -> {
                if (absent) {
                    yield new Field.Absent<>();
                }
                if (empty && member.presence() == Shape.Presence.KEPT) {
                    yield invalid(pointer, "must not be null");
                }
                yield empty ? new Field.Cleared<>() : new Field.Given<>(value(member.shape(), node, pointer).orElse(null));
            }
        };
    }

    private Optional<Object> value(Shape shape, JsonNode node, String pointer) {
        return switch (shape) {
            case Shape.Text text -> text(text, node, pointer);
            case Shape.Open(Vocabulary vocabulary) -> {
                boolean known = node.isTextual() && node.textValue().length() <= LONGEST_WORD && vocabulary.accepts(node.textValue());
                yield known ? Optional.of(node.textValue()) : invalid(pointer, "must be " + vocabulary.says());
            }
            case Shape.Whole whole -> whole(whole, node, pointer);
            case Shape.Decimal decimal -> decimal(decimal, node, pointer);
            case Shape.Flag() -> node.isBoolean() ? Optional.of(node.booleanValue()) : invalid(pointer, "must be true or false");
            case Shape.Id() -> {
                boolean canonical = node.isTextual() && CANONICAL_UUID.matcher(node.textValue()).matches();
                yield canonical ? Optional.of(UUID.fromString(node.textValue())) : invalid(pointer, "must be a UUID in lower case");
            }
            case Shape.Day() -> time(node, pointer, "must be a date such as 2026-10-01", Binder::day);
            case Shape.Moment() -> time(node, pointer, "must be a time such as 2026-10-01T09:30:00.000Z", Binder::moment);
            case Shape.Many many -> many(many, node, pointer);
            case Shape.Dictionary dictionary -> dictionary(dictionary, node, pointer);
            case Shape.Members members -> record(members, node, pointer, false);
            case Shape.Free() -> Optional.of(PlainJson.plain(node));
        };
    }

    private Optional<Object> text(Shape.Text shape, JsonNode node, String pointer) {
        if (!node.isTextual()) {
            return invalid(pointer, shape.words().isEmpty() ? "must be a string" : oneOf(shape));
        }
        String text = node.textValue();
        if (!shape.words().isEmpty()) {
            return shape.words().contains(text) ? Optional.of(text) : invalid(pointer, oneOf(shape));
        }
        int length = text.codePointCount(0, text.length());
        if (length < shape.min() || length > shape.max()) {
            return invalid(pointer, "must have " + shape.min() + " to " + shape.max() + " characters");
        }
        if (shape.min() > 0 && text.isBlank()) {
            return invalid(pointer, "must not be blank");
        }
        if (shape.form().isPresent() && !shape.form().get().pattern().matcher(text).matches()) {
            return invalid(pointer, "must be " + shape.form().get().says());
        }
        return Optional.of(text);
    }

    private static String oneOf(Shape.Text shape) {
        return "must be one of " + String.join(", ", shape.words());
    }

    private Optional<Object> whole(Shape.Whole shape, JsonNode node, String pointer) {
        String bounds = shape.min() == Long.MIN_VALUE || shape.min() == Integer.MIN_VALUE
                ? "must be a whole number"
                : "must be " + shape.min() + ".." + shape.max();
        // A whole number is written as one: 1.0 and 1e3 are decimals.
        if (!node.isBigDecimal() || node.decimalValue().scale() != 0) {
            return invalid(pointer, node.isBigDecimal() ? bounds + ", a whole number" : "must be a whole number");
        }
        BigDecimal number = node.decimalValue();
        boolean inside = number.compareTo(BigDecimal.valueOf(shape.min())) >= 0 && number.compareTo(BigDecimal.valueOf(shape.max())) <= 0;
        if (!inside) {
            return invalid(pointer, bounds);
        }
        return Optional.of(shape.wide() ? (Object) number.longValueExact() : (Object) number.intValueExact());
    }

    private Optional<Object> decimal(Shape.Decimal shape, JsonNode node, String pointer) {
        if (!node.isBigDecimal()) {
            return invalid(pointer, "must be a number");
        }
        BigDecimal number = node.decimalValue();
        boolean low = shape.min().map(min -> number.compareTo(min) < 0).orElse(false);
        boolean high = shape.max().map(max -> number.compareTo(max) > 0).orElse(false);
        if (low || high) {
            return invalid(pointer, "must be " + shape.min().map(BigDecimal::toPlainString).orElse("")
                    + ".." + shape.max().map(BigDecimal::toPlainString).orElse(""));
        }
        if (number.stripTrailingZeros().scale() > shape.decimals()) {
            return invalid(pointer, "must have at most " + shape.decimals() + " decimals");
        }
        return Optional.of(PlainJson.canonical(number));
    }

    private Optional<Object> time(JsonNode node, String pointer, String says, Function<String, Object> parse) {
        if (!node.isTextual()) {
            return invalid(pointer, says);
        }
        try {
            return Optional.of(parse.apply(node.textValue()));
        } catch (DateTimeException unreadable) {
            return invalid(pointer, says);
        }
    }

    private static Object day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("outside the calendar of ISO 8601");
        }
        return day;
    }

    private static Object moment(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        if (moment.getYear() < 1 || moment.getYear() > 9998) {
            throw new DateTimeException("outside the calendar of ISO 8601");
        }
        return Instant.from(moment);
    }

    private Optional<Object> many(Shape.Many shape, JsonNode node, String pointer) {
        if (!node.isArray()) {
            return invalid(pointer, "must be an array");
        }
        if (node.size() < shape.min() || node.size() > shape.max()) {
            return invalid(pointer, "must have " + shape.min() + " to " + shape.max() + " entries");
        }
        List<Object> entries = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            JsonNode entry = node.get(i);
            Optional<Object> bound = entry.isNull()
                    ? invalid(pointer + "/" + i, "must not be null")
                    : value(shape.entry(), entry, pointer + "/" + i);
            bound.ifPresent(entries::add);
        }
        return Optional.of(List.copyOf(entries));
    }

    private Optional<Object> dictionary(Shape.Dictionary shape, JsonNode node, String pointer) {
        if (!node.isObject()) {
            return invalid(pointer, "must be an object");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String place = pointer + "/" + StrictJson.escape(printable(entry.getKey()));
            value(shape.value(), entry.getValue(), place).ifPresent(value -> entries.put(entry.getKey(), value));
        }
        return Optional.of(entries);
    }

    private Optional<Object> construct(Class<?> type, Object[] values, String pointer) {
        try {
            return Optional.of(constructor(type).newInstance(values));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException combination) {
                return invalid(pointer, combination.getMessage());
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName() + " cannot be constructed", impossible);
        }
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    /** Names come from the caller: keep them short and free of control characters before they go back. */
    private static String printable(String name) {
        String clean = name.codePoints()
                .filter(c -> !Character.isISOControl(c) && !(c >= 0xD800 && c <= 0xDFFF))
                .limit(100)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean;
    }

    private <T> Optional<T> invalid(String pointer, String detail) {
        faults.add(new Fault(part.invalid, pointer, detail));
        return Optional.empty();
    }
}
