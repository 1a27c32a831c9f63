package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parameters of a form or a query, whose names nest: {@code line_items[0][price_data][unit_amount]}. */
final class Params {

    private static final Pattern INDEX = Pattern.compile("\\[\\d*]");
    private static final Pattern METADATA = Pattern.compile("(metadata]?)\\[[^\\[\\]]+]$");

    private final String at;
    private final Map<String, String> values;

    private Params(String at, Map<String, String> values) {
        this.at = at;
        this.values = values;
    }

    static Params of(String... forms) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String form : forms) {
            for (String pair : form.isEmpty() ? new String[0] : form.split("&")) {
                String[] parts = pair.split("=", 2);
                values.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return new Params("", values);
    }

    /** The same of JSON. */
    static Params of(ObjectNode json) {
        Map<String, String> values = new LinkedHashMap<>();
        json.properties().forEach(member -> flatten(member.getKey(), member.getValue(), values));
        return new Params("", values);
    }

    private static void flatten(String name, JsonNode value, Map<String, String> into) {
        if (value.isObject()) {
            value.properties().forEach(member -> flatten(name + "[" + member.getKey() + "]", member.getValue(), into));
        } else if (value.isArray()) {
            for (int at = 0; at < value.size(); at++) {
                flatten(name + "[" + at + "]", value.get(at), into);
            }
        } else {
            into.put(name, value.asText());
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException failure) {
            throw Refusal.invalid("The request is no form: " + failure.getMessage());
        }
    }

    /** A name that nobody knows is a mistake of the caller. */
    void onlyOf(Set<String> known) {
        for (String name : values.keySet()) {
            String pattern = METADATA.matcher(INDEX.matcher(name).replaceAll("[]")).replaceAll("$1[*]");
            if (!known.contains(pattern)) {
                throw Refusal.invalid("parameter_unknown", name, "Received unknown parameter: " + name);
            }
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Refusal.invalid("parameter_missing", named(name), "Missing required param: " + named(name) + "."));
    }

    Optional<Long> number(String name) {
        try {
            return text(name).map(Long::valueOf);
        } catch (NumberFormatException failure) {
            throw Refusal.invalid("parameter_invalid_integer", named(name), "Invalid integer: " + values.get(name));
        }
    }

    long requiredNumber(String name) {
        required(name);
        return number(name).orElseThrow();
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.invalid("parameter_invalid_boolean", named(name), "Invalid boolean: " + value);
        });
    }

    /** One of some words. */
    Optional<String> word(String name, String... words) {
        Optional<String> word = text(name);
        if (word.isPresent() && !List.of(words).contains(word.get())) {
            throw Refusal.invalid("parameter_invalid_enum", named(name),
                    "Invalid " + named(name) + ": must be one of " + String.join(", ", words));
        }
        return word;
    }

    boolean has(String name) {
        return values.keySet().stream().anyMatch(key -> key.equals(name) || key.startsWith(name + "["));
    }

    /** What is nested in a name, such as {@code line_items[0]}. */
    Params in(String name) {
        Map<String, String> nested = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + "[")) {
                String rest = key.substring(name.length() + 1);
                int end = rest.indexOf(']');
                nested.put(rest.substring(0, end) + rest.substring(end + 1), value);
            }
        });
        return new Params(named(name), nested);
    }

    /** The nested ones of a list, in the order of their numbers. */
    List<Params> each(String name) {
        List<Params> each = new ArrayList<>();
        while (has(name + "[" + each.size() + "]")) {
            each.add(in(name + "[" + each.size() + "]"));
        }
        return each;
    }

    /** The plain values of a list. */
    List<String> texts(String name) {
        return values.entrySet().stream().filter(entry -> entry.getKey().startsWith(name + "[")).map(Map.Entry::getValue).toList();
    }

    /** All that is here, for instance of metadata. */
    Map<String, String> all() {
        return Map.copyOf(values);
    }

    /** The name as the caller wrote it. */
    String named(String name) {
        if (at.isEmpty()) {
            return name;
        }
        int bracket = name.indexOf('[');
        return bracket < 0 ? at + "[" + name + "]" : at + "[" + name.substring(0, bracket) + "]" + name.substring(bracket);
    }
}
