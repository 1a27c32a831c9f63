package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes the route table as an OpenAPI 3.1 document. */
final class OpenApi {

    private static final String KEY = "apiKey";
    private static final String TOKEN = "accessToken";

    private final Schemas schemas = new Schemas();
    private final Map<String, Object> paths = new LinkedHashMap<>();

    private OpenApi() {}

    static Map<String, Object> document(List<Route> routes, String version) {
        OpenApi api = new OpenApi();
        for (Route route : routes) {
            api.add(route);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.1");
        document.put("info", Map.of(
                "title", "Tastemaker",
                "version", version,
                "description", "Find creators, rank them for a campaign with a score that explains itself, and run the campaign.",
                "license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("tags", routes.stream().map(Route::tag).distinct().map(tag -> Map.of("name", tag)).toList());
        document.put("paths", api.paths);
        document.put("components", Map.of(
                "securitySchemes", Map.of(
                        KEY, Map.of("type", "apiKey", "in", "header", "name", "X-Api-Key"),
                        TOKEN, Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT")),
                "schemas", api.schemas.named()));
        return document;
    }

    private void add(Route route) {
        @SuppressWarnings("unchecked")
        Map<String, Object> item = (Map<String, Object>) paths.computeIfAbsent(route.path(), path -> new LinkedHashMap<String, Object>());
        item.put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(route));
        operation.put("tags", List.of(route.tag()));
        operation.put("summary", route.summary());
        String about = about(route);
        if (!about.isEmpty()) {
            operation.put("description", about);
        }
        operation.put("security", switch (route.access()) {
            case Access.Open() -> List.of();
            case Access.Recognised() -> List.of(Map.of(), Map.of(TOKEN, List.of()), Map.of(KEY, List.of()));
            case Access.Needs(var permission) when isForPeople(permission) -> List.of(Map.of(TOKEN, List.of()));
            case Access.Needs needs -> List.of(Map.of(TOKEN, List.of()), Map.of(KEY, List.of()));
        });
        if (route.access() instanceof Access.Needs(var permission)) {
            operation.put("x-permission", permission.name().toLowerCase(Locale.ROOT));
            permission.role().ifPresent(role -> operation.put("x-required-role", role.code()));
            permission.scope().ifPresent(scope -> operation.put("x-required-scope", scope.code()));
        }
        if (route.charges()) {
            operation.put("x-action", route.actions().stream().map(Action::code).toList());
        }
        route.rateClass().ifPresent(kind -> operation.put("x-rate-class", kind.code()));
        List<Object> parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        route.bodyShape().ifPresent(body -> operation.put("requestBody", Map.of(
                "required", route.needsBody(), "content", route.reads().stream().collect(Collectors.toMap(
                        type -> type, type -> Map.of("schema", schemas.reference(body)))))));
        route.uploadShape().ifPresent(options -> operation.put("requestBody", upload(options)));
        if (route.signatureHeader().isPresent()) {
            operation.put("requestBody", Map.of("required", true, "description", "Read as it comes, since its bytes are signed",
                    "content", Map.of(Answer.JSON, Map.of("schema", Map.of("type", "object")))));
        }
        operation.put("responses", responses(route));
        return operation;
    }

    /** What a team's role may do and no scope allows. */
    private static boolean isForPeople(Permission permission) {
        return permission.role().isPresent() && permission.scope().isEmpty();
    }

    static String about(Route route) {
        List<String> sentences = new ArrayList<>();
        if (!route.about().isEmpty()) {
            sentences.add(route.about());
        }
        if (route.access() instanceof Access.Needs(var permission)) {
            permission.role().ifPresentOrElse(
                    role -> sentences.add("Needs at least the role " + role.code()
                            + permission.scope().map(scope -> "; an API key needs the scope " + scope.code()).orElse("; not for API keys") + "."),
                    () -> sentences.add("For operators only."));
        }
        if (route.charges()) {
            sentences.add("May charge " + route.actions().stream().map(Action::code).collect(Collectors.joining(" or "))
                    + " as /pricing says; dry_run tells what it would cost.");
        }
        return String.join(" ", sentences);
    }

    private List<Object> parameters(Route route) {
        List<Object> parameters = new ArrayList<>();
        route.pathShape().ifPresent(shape -> shape.members().forEach(member -> parameters.add(parameter("path", member, true))));
        route.queryShape().ifPresent(shape -> shape.members().forEach(
                member -> parameters.add(parameter("query", member, member.presence() == Shape.Presence.REQUIRED))));
        if (route.idempotency().isTaken()) {
            parameters.add(header("Idempotency-Key", route.idempotency().isNeeded(),
                    "1 to 255 visible ASCII characters; the same key and command again get the first answer again"));
        }
        if (route.charges()) {
            parameters.add(header(Credits.MAX, false, "The most credits it may cost; above that the answer is price_above_max"));
        }
        if (route.guard() != Route.Guard.NONE) {
            parameters.add(header("If-Match", route.guard() == Route.Guard.REQUIRED, "The ETag that was read"));
        }
        if (isConditional(route)) {
            parameters.add(header("If-None-Match", false, "The ETag that is known; answered 304 while it is the latest"));
        }
        route.signatureHeader().ifPresent(name -> parameters.add(header(name, true, "Signs the bytes of the body")));
        if (route.streamsEvents()) {
            parameters.add(header("Last-Event-ID", false, "Where a broken stream is taken up again"));
        }
        return parameters;
    }

    private Map<String, Object> parameter(String in, Shape.Member member, boolean required) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", member.name());
        parameter.put("in", in);
        parameter.put("required", required);
        if (!member.about().isEmpty()) {
            parameter.put("description", member.about());
        }
        if (member.shape() instanceof Shape.Many) {
            parameter.put("style", "form");
            parameter.put("explode", false);
        }
        parameter.put("schema", schemas.of(member));
        return parameter;
    }

    private static Map<String, Object> header(String name, boolean required, String about) {
        return Map.of("name", name, "in", "header", "required", required, "description", about, "schema", Map.of("type", "string"));
    }

    private Map<String, Object> upload(Shape.Members options) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("file", Map.of(
                "type", "string", "contentMediaType", "application/octet-stream", "description", "The file, streamed to disk"));
        parts.put("options", schemas.reference(options));
        Map<String, Object> schema = Map.of(
                "type", "object", "properties", parts, "required", List.of("file"), "additionalProperties", false);
        return Map.of("required", true, "content", Map.of(Multipart.MEDIA_TYPE, Map.of(
                "schema", schema, "encoding", Map.of("options", Map.of("contentType", Answer.JSON)))));
    }

    private Map<String, Object> responses(Route route) {
        Map<String, Object> responses = new TreeMap<>();
        route.results().stream().collect(Collectors.groupingBy(Route.Result::status))
                .forEach((status, results) -> responses.put(String.valueOf(status), response(route, status, results)));
        Map<Integer, List<ProblemCode>> byStatus = route.problems().stream()
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        if (isConditional(route)) {
            responses.put("304", Map.of("description", "Unchanged since If-None-Match", "headers", ResponseHeaders.of(route, 304)));
        }
        byStatus.forEach((status, codes) -> responses.put(String.valueOf(status), Map.of(
                "headers", ResponseHeaders.of(route, codes),
                "description", codes.stream().map(code -> "`" + code.code() + "`: " + code.title()).collect(Collectors.joining("; ")),
                "content", Map.of(Problems.MEDIA_TYPE, Map.of("schema", schemas.problem())))));
        return responses;
    }

    /** What a status brings; when that is one of several things, the schema says so. */
    private Map<String, Object> response(Route route, int status, List<Route.Result> results) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", results.stream().map(Route.Result::about).collect(Collectors.joining("; ")));
        response.put("headers", ResponseHeaders.of(route, status));
        Map<String, Object> content = new LinkedHashMap<>();
        results.stream().collect(Collectors.groupingBy(Route.Result::contentType, LinkedHashMap::new, Collectors.toList()))
                .forEach((type, answers) -> schema(type, answers).ifPresent(schema -> content.put(type, Map.of("schema", schema))));
        if (!content.isEmpty()) {
            response.put("content", content);
        }
        return response;
    }

    private Optional<Object> schema(String contentType, List<Route.Result> answers) {
        List<Object> bodies = answers.stream().flatMap(answer -> answer.body().stream()).<Object>map(schemas::reference).toList();
        if (bodies.isEmpty()) {
            return contentType.equals(Answer.JSON) ? Optional.empty() : Optional.of(Map.of("type", "string"));
        }
        return Optional.of(bodies.size() == 1 ? bodies.getFirst() : Map.of("oneOf", bodies));
    }

    private static boolean isConditional(Route route) {
        return route.versioned() && route.method() == Route.Method.GET;
    }

    private static String operationId(Route route) {
        String path = route.path().replace(Route.BASE, "").replaceAll("[^a-zA-Z0-9]+", "_").replaceAll("^_|_$", "");
        return route.method().name().toLowerCase(Locale.ROOT) + "_" + path;
    }
}
