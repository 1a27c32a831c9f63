package io.tastemaker.adapters.http.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Describes shapes as JSON Schema, as OpenAPI 3.1 has it. */
final class Schemas {

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    Map<String, Object> named() {
        return named;
    }

    Map<String, Object> reference(Shape.Members shape) {
        String name = name(shape);
        Class<?> owner = owners.putIfAbsent(name, shape.type());
        if (owner != null && owner != shape.type()) {
            throw new IllegalArgumentException("two records are called " + name + ": " + owner.getName() + ", " + shape.type().getName());
        }
        if (owner == null) {
            named.put(name, Map.of());
            named.put(name, object(shape));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    Map<String, Object> problem() {
        named.computeIfAbsent("Problem", name -> problemDocument());
        return Map.of("$ref", "#/components/schemas/Problem");
    }

    private static Map<String, Object> problemDocument() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> fault = Map.of(
                "type", "object", "properties", Map.of("pointer", text, "detail", text), "required", List.of("pointer", "detail"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", Map.of("type", "string", "format", "uri-reference"));
        properties.put("title", text);
        properties.put("status", Map.of("type", "integer"));
        properties.put("code", Map.of("type", "string", "description", "Stable; program against it"));
        properties.put("detail", text);
        properties.put("instance", Map.of("type", "string", "format", "uri"));
        properties.put("errors", Map.of("type", "array", "items", fault));
        return Map.of("type", "object", "properties", properties,
                "required", List.of("type", "title", "status", "code", "detail", "instance"));
    }

    /** A list is described once per kind of entry. */
    private static String name(Shape.Members shape) {
        if (shape.type() == ListJson.class
                && shape.members().getFirst().shape() instanceof Shape.Many(Shape.Members entry, int min, int max)) {
            return name(entry) + "List";
        }
        return shape.type().getSimpleName().replaceFirst("Json$", "");
    }

    private Map<String, Object> object(Shape.Members shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Shape.Member member : shape.members()) {
            properties.put(member.name(), of(member));
            if (member.presence() == Shape.Presence.REQUIRED) {
                required.add(member.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    Map<String, Object> of(Shape.Member member) {
        Map<String, Object> schema = new LinkedHashMap<>(of(member.shape()));
        boolean nullable = switch (member.presence()) {
            case REQUIRED, KEPT -> false;
            case OPTIONAL -> member.fallback().isEmpty();
            case PATCH -> true;
        };
        if (nullable && schema.containsKey("$ref")) {
            schema = new LinkedHashMap<>(Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
        } else if (nullable && schema.containsKey("type")) {
            schema.put("type", List.of(schema.get("type"), "null"));
            if (schema.get("enum") instanceof List<?> words) {
                List<Object> wider = new ArrayList<>(words);
                wider.add(null);
                schema.put("enum", wider);
            }
        }
        String about = member.notYet() ? "Known, and without data in this version: answered not_available_yet" : member.about();
        if (!about.isEmpty()) {
            schema.put("description", about);
        }
        if (member.fallback().isPresent()) {
            schema.put("default", Parameters.node(member.shape(), member.fallback().get()));
        }
        return schema;
    }

    private Map<String, Object> of(Shape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (shape) {
            case Shape.Text text -> {
                schema.put("type", "string");
                if (!text.words().isEmpty()) {
                    schema.put("enum", text.words());
                } else {
                    if (text.min() > 0) {
                        schema.put("minLength", text.min());
                    }
                    schema.put("maxLength", text.max());
                    text.form().ifPresent(form -> schema.put("pattern", "^(?:" + form.pattern().pattern() + ")$"));
                }
            }
            case Shape.Open(Vocabulary vocabulary) -> {
                schema.put("type", "string");
                schema.put("description", vocabulary.says());
            }
            case Shape.Whole whole -> {
                schema.put("type", "integer");
                schema.put("format", whole.wide() ? "int64" : "int32");
                if (whole.min() > Integer.MIN_VALUE) {
                    schema.put("minimum", whole.min());
                }
                if (whole.max() < Integer.MAX_VALUE) {
                    schema.put("maximum", whole.max());
                }
            }
            case Shape.Decimal decimal -> {
                schema.put("type", "number");
                decimal.min().ifPresent(min -> schema.put("minimum", min));
                decimal.max().ifPresent(max -> schema.put("maximum", max));
            }
            case Shape.Flag() -> schema.put("type", "boolean");
            case Shape.Id() -> {
                schema.put("type", "string");
                schema.put("format", "uuid");
            }
            case Shape.Day() -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case Shape.Moment() -> {
                schema.put("type", "string");
                schema.put("format", "date-time");
            }
            case Shape.Many many -> {
                schema.put("type", "array");
                schema.put("items", of(many.entry()));
                if (many.min() > 0) {
                    schema.put("minItems", many.min());
                }
                schema.put("maxItems", many.max());
            }
            case Shape.Dictionary dictionary -> {
                schema.put("type", "object");
                schema.put("additionalProperties", of(dictionary.value()));
            }
            case Shape.Members members -> schema.putAll(reference(members));
            case Shape.Free() -> {
                // Any JSON: the empty schema says so.
            }
        }
        return schema;
    }
}
