package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tastemaker.domain.access.Permission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test of all routes may know of one: what it takes, where a value can stand, and the smallest input it accepts.
 * It stands in this package because the table shows its shapes to nobody else.
 */
public final class RouteOutline {

    /** Where a value stands. */
    public enum Part {
        PATH,
        QUERY,
        BODY
    }

    /** What a value may be. */
    public enum Kind {
        /** A UUID. */
        ID,
        /** Text of a form of its own. */
        FORMED,
        /** Any text. */
        TEXT,
        /** Any JSON. */
        FREE,
        /** A word of a closed list, a number, a day: it names nothing. */
        PLAIN
    }

    /** One place of a route where a value can stand; {@code *} is the first entry of a list. */
    public record Place(Part part, List<String> steps, Kind kind, boolean required, boolean notYet) {

        /** The name of the member, that of the list for an entry. */
        public String name() {
            return steps.reversed().stream().filter(step -> !step.equals("*")).findFirst().orElseThrow();
        }

        @Override
        public String toString() {
            return switch (part) {
                case PATH -> "{" + name() + "}";
                case QUERY -> "?" + name();
                case BODY -> "#/" + String.join("/", steps);
            };
        }
    }

    private final Route route;

    private RouteOutline(Route route) {
        this.route = route;
    }

    /** All routes of a server. */
    public static List<RouteOutline> of(HttpApi http) {
        return http.routes().stream().map(RouteOutline::new).toList();
    }

    public String method() {
        return route.method().name();
    }

    public String path() {
        return route.path();
    }

    /** What it needs; empty for a route that is open to anybody. */
    public Optional<Permission> permission() {
        return route.access() instanceof Access.Needs(var permission) ? Optional.of(permission) : Optional.empty();
    }

    public boolean takesBody() {
        return route.bodyShape().isPresent();
    }

    public boolean takesFile() {
        return route.uploadShape().isPresent();
    }

    public boolean takesKey() {
        return route.idempotency().isTaken();
    }

    public boolean needsKey() {
        return route.idempotency().isNeeded();
    }

    public boolean heedsVersion() {
        return route.guard() != Route.Guard.NONE;
    }

    public boolean needsVersion() {
        return route.guard() == Route.Guard.REQUIRED;
    }

    public boolean streams() {
        return route.streamsEvents();
    }

    /** The codes of the problems that it answers. */
    public Set<String> problems() {
        return route.problems().stream().map(ProblemCode::code).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return route.toString();
    }

    /** Every place where a value can stand. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        route.pathShape().ifPresent(shape -> walk(Part.PATH, shape, List.of(), true, false, places));
        route.queryShape().ifPresent(shape -> walk(Part.QUERY, shape, List.of(), true, false, places));
        body().ifPresent(shape -> walk(Part.BODY, shape, List.of(), true, false, places));
        return places;
    }

    /** The objects of the body, as steps from its root, each with the names of its members. */
    public Map<List<String>, Set<String>> objects() {
        Map<List<String>, Set<String>> objects = new LinkedHashMap<>();
        body().ifPresent(shape -> objects(shape, List.of(), objects));
        return objects;
    }

    /**
     * The smallest body that is accepted, and what is to stand in some places besides.
     *
     * @param words finds a value for a text or id by its name
     * @param given places of the body and their values
     * @param extra an unknown member: the steps of its object and its name
     */
    public ObjectNode body(
            Function<String, Optional<String>> words, Map<Place, String> given, Optional<Map.Entry<List<String>, String>> extra) {
        Shape.Members shape = body().orElseThrow();
        ObjectNode body = (ObjectNode) smallest(shape, "", words);
        given.forEach((place, value) -> {
            if (place.part() == Part.BODY) {
                put(shape, body, place.steps(), words, TextNode.valueOf(value));
            }
        });
        extra.ifPresent(unknown -> {
            List<String> steps = new ArrayList<>(unknown.getKey());
            steps.add(unknown.getValue());
            put(shape, body, steps, words, TextNode.valueOf("x"));
        });
        return body;
    }

    private Optional<Shape.Members> body() {
        return route.bodyShape().or(route::uploadShape);
    }

    private static void walk(Part part, Shape shape, List<String> steps, boolean required, boolean notYet, List<Place> places) {
        switch (shape) {
            case Shape.Members members -> members.members().forEach(member -> walk(part, member.shape(), and(steps, member.name()),
                    required && member.presence() == Shape.Presence.REQUIRED, member.notYet(), places));
            case Shape.Many(Shape entry, int min, int max) -> walk(part, entry, and(steps, "*"), required && min > 0, notYet, places);
            case Shape.Id() -> places.add(new Place(part, steps, Kind.ID, required, notYet));
            case Shape.Free() -> places.add(new Place(part, steps, Kind.FREE, required, notYet));
            case Shape.Text text when text.words().isEmpty() && text.form().isPresent() ->
                places.add(new Place(part, steps, Kind.FORMED, required, notYet));
            case Shape.Text text when text.words().isEmpty() -> places.add(new Place(part, steps, Kind.TEXT, required, notYet));
            case Shape.Text words -> places.add(new Place(part, steps, Kind.PLAIN, required, notYet));
            case Shape.Open open -> places.add(new Place(part, steps, Kind.PLAIN, required, notYet));
            case Shape.Whole whole -> places.add(new Place(part, steps, Kind.PLAIN, required, notYet));
            case Shape.Decimal decimal -> places.add(new Place(part, steps, Kind.PLAIN, required, notYet));
            case Shape.Flag flag -> places.add(new Place(part, steps, Kind.PLAIN, required, notYet));
            case Shape.Day day -> places.add(new Place(part, steps, Kind.PLAIN, required, notYet));
            case Shape.Moment moment -> places.add(new Place(part, steps, Kind.PLAIN, required, notYet));
            case Shape.Dictionary dictionary -> places.add(new Place(part, steps, Kind.PLAIN, required, notYet));
        }
    }

    private static void objects(Shape shape, List<String> steps, Map<List<String>, Set<String>> objects) {
        switch (shape) {
            case Shape.Members members -> {
                objects.put(steps, members.members().stream().map(Shape.Member::name).collect(Collectors.toSet()));
                members.members().forEach(member -> objects(member.shape(), and(steps, member.name()), objects));
            }
            case Shape.Many(Shape entry, int min, int max) -> objects(entry, and(steps, "*"), objects);
            default -> { }
        }
    }

    private static List<String> and(List<String> steps, String step) {
        return Stream.concat(steps.stream(), Stream.of(step)).toList();
    }

    private void put(Shape shape, JsonNode node, List<String> steps, Function<String, Optional<String>> words, JsonNode value) {
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        switch (shape) {
            case Shape.Members members -> {
                Optional<Shape> inner = members.members().stream().filter(member -> member.name().equals(step)).findFirst()
                        .map(Shape.Member::shape);
                ObjectNode object = (ObjectNode) node;
                if (rest.isEmpty()) {
                    object.set(step, inner.isPresent() && inner.get() instanceof Shape.Whole
                            ? JsonNodeFactory.instance.numberNode(Long.parseLong(value.asText())) : value);
                } else {
                    if (!object.has(step)) {
                        object.set(step, inner.orElseThrow() instanceof Shape.Many
                                ? JsonNodeFactory.instance.arrayNode() : smallest(inner.orElseThrow(), step, words));
                    }
                    put(inner.orElseThrow(), object.get(step), rest, words, value);
                }
            }
            case Shape.Many(Shape entry, int min, int max) -> {
                ArrayNode array = (ArrayNode) node;
                if (rest.isEmpty()) {
                    array.removeAll();
                    array.add(value);
                } else {
                    if (array.isEmpty()) {
                        array.add(smallest(entry, step, words));
                    }
                    put(entry, array.get(0), rest, words, value);
                }
            }
            default -> throw new IllegalArgumentException(this + " has nothing below " + step);
        }
    }

    private JsonNode smallest(Shape shape, String name, Function<String, Optional<String>> words) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (shape) {
            case Shape.Members members -> {
                ObjectNode object = json.objectNode();
                members.members().stream().filter(member -> member.presence() == Shape.Presence.REQUIRED)
                        .forEach(member -> object.set(member.name(), smallest(member.shape(), member.name(), words)));
                yield object;
            }
            case Shape.Many(Shape entry, int min, int max) -> {
                ArrayNode array = json.arrayNode();
                for (int i = 0; i < min; i++) {
                    array.add(smallest(entry, name, words));
                }
                yield array;
            }
            case Shape.Text text -> TextNode.valueOf(text.words().isEmpty() ? text(text, name, words) : text.words().getFirst());
            case Shape.Open(Vocabulary vocabulary) -> TextNode.valueOf(known(vocabulary.name(), words));
            case Shape.Whole(long min, long max, boolean wide) -> json.numberNode(Math.clamp(1L, min, max));
            case Shape.Decimal(var min, var max, int decimals) -> json.numberNode(min.or(() -> max).orElse(BigDecimal.ONE));
            case Shape.Flag flag -> json.booleanNode(false);
            case Shape.Id id -> TextNode.valueOf(known(name, words));
            case Shape.Day day -> TextNode.valueOf("2026-10-01");
            case Shape.Moment moment -> TextNode.valueOf("2026-10-01T00:00:00.000Z");
            case Shape.Dictionary dictionary -> json.objectNode();
            case Shape.Free free -> json.objectNode();
        };
    }

    private String text(Shape.Text text, String name, Function<String, Optional<String>> words) {
        return text.form().isPresent() ? known(name, words) : words.apply(name).orElse("x".repeat(Math.max(1, text.min())));
    }

    private String known(String name, Function<String, Optional<String>> words) {
        return words.apply(name).orElseThrow(() -> new AssertionError(
                "The isolation sweep does not know what to send as \"" + name + "\" to " + this + ": add it to IsolationKinds."));
    }

    /** The names of the members of every answer, as {@code TypeJson: member, member.inner, list[].inner}, one line a type. */
    public static Map<String, Set<String>> answerFields(List<RouteOutline> routes) {
        Map<String, Set<String>> fields = new TreeMap<>();
        for (RouteOutline outline : routes) {
            outline.route.results().stream().flatMap(result -> result.body().stream()).forEach(body -> fields(body, fields));
        }
        return fields;
    }

    private static void fields(Shape shape, Map<String, Set<String>> fields) {
        switch (shape) {
            case Shape.Members members -> {
                Set<String> names = fields.computeIfAbsent(members.type().getSimpleName(), type -> new TreeSet<>());
                members.members().forEach(member -> {
                    names.add(member.name() + ending(member.shape()));
                    fields(member.shape(), fields);
                });
            }
            case Shape.Many(Shape entry, int min, int max) -> fields(entry, fields);
            case Shape.Dictionary(Shape value) -> fields(value, fields);
            default -> { }
        }
    }

    private static String ending(Shape shape) {
        return switch (shape) {
            case Shape.Members members -> ": " + members.type().getSimpleName();
            case Shape.Many(Shape.Members entry, int min, int max) -> "[]: " + entry.type().getSimpleName();
            case Shape.Many many -> "[]";
            case Shape.Dictionary(Shape.Members value) -> "{}: " + value.type().getSimpleName();
            case Shape.Dictionary dictionary -> "{}";
            case Shape.Free free -> ": any JSON";
            default -> "";
        };
    }

    /** The members of an answer that the route did not declare. */
    public List<String> undeclared(int status, JsonNode answer) {
        return route.results().stream().filter(result -> result.status() == status).flatMap(result -> result.body().stream())
                .findFirst().map(body -> undeclared(body, answer, "")).orElse(List.of());
    }

    private static List<String> undeclared(Shape shape, JsonNode node, String at) {
        return switch (shape) {
            case Shape.Members members when node.isObject() -> node.properties().stream().flatMap(entry -> members.members().stream()
                    .filter(member -> member.name().equals(entry.getKey())).findFirst()
                    .map(member -> undeclared(member.shape(), entry.getValue(), at + "/" + entry.getKey()))
                    .orElse(List.of(at + "/" + entry.getKey())).stream()).toList();
            case Shape.Many(Shape entry, int min, int max) when node.isArray() -> {
                List<String> found = new ArrayList<>();
                node.forEach(one -> found.addAll(undeclared(entry, one, at + "/*")));
                yield found;
            }
            default -> List.of();
        };
    }
}
