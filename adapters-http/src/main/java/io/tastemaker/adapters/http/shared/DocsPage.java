package io.tastemaker.adapters.http.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference as one HTML page. */
final class DocsPage {

    private DocsPage() {}

    static String html(List<Route> routes, String version) {
        Map<String, List<Route>> byTag = routes.stream().collect(Collectors.groupingBy(Route::tag, LinkedHashMap::new, Collectors.toList()));
        StringBuilder html = new StringBuilder("""
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tastemaker API</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/docs/style.css"></head><body>
                """);
        html.append("<nav><h1>Tastemaker</h1><p>Version ").append(text(version)).append("</p><ul>");
        byTag.forEach((tag, group) -> {
            html.append("<li><b>").append(text(tag)).append("</b><ul>");
            group.forEach(route -> html.append("<li><a href=\"#").append(anchor(route)).append("\">").append(text(route.summary())).append("</a></li>"));
            html.append("</ul></li>");
        });
        html.append("<li><a href=\"#problems\"><b>problems</b></a></li></ul></nav><main>");
        html.append("""
                <h2>Tastemaker API</h2>
                <p>Every call carries <code>X-Api-Key: tmk_…</code>. The same table as an OpenAPI 3.1 document: <a href="/openapi.json">/openapi.json</a>.
                Bodies are JSON in UTF-8 with snake_case names, read strictly: nothing is converted, and all faults of a request are answered together.</p>
                """);
        byTag.forEach((tag, group) -> {
            html.append("<h2>").append(text(tag)).append("</h2>");
            group.forEach(route -> section(html, route));
        });
        html.append("<h2 id=\"problems\">Problems</h2><table><tr><th>Status</th><th>Code</th><th>Meaning</th></tr>");
        for (ProblemCode code : ProblemCode.values()) {
            html.append("<tr><td>").append(code.status()).append("</td><td><code id=\"problem-").append(code.code()).append("\">").append(code.code())
                    .append("</code></td><td>").append(text(code.explanation())).append("</td></tr>");
        }
        return html.append("</table></main></body></html>").toString();
    }

    private static void section(StringBuilder html, Route route) {
        html.append("<section id=\"").append(anchor(route)).append("\"><h3>").append(text(route.summary())).append("</h3><p class=\"call\"><b class=\"")
                .append(route.method()).append("\">").append(route.method()).append("</b> <code>").append(text(route.path())).append("</code></p><p>")
                .append(text(OpenApi.about(route))).append("</p>");
        route.pathShape().ifPresent(shape -> members(html, "Path", shape));
        route.queryShape().ifPresent(shape -> members(html, "Query", shape));
        if (route.idempotency() != Route.Idempotency.NONE) {
            html.append("<p><code>Idempotency-Key</code> is ").append(route.idempotency() == Route.Idempotency.REQUIRED ? "needed" : "accepted").append(".</p>");
        }
        if (route.needsVersion()) {
            html.append("<p><code>If-Match</code> with the ETag you read is needed.</p>");
        }
        route.bodyShape().ifPresent(shape -> members(html, "Body", shape));
        route.uploadShape().ifPresent(shape -> members(html, "Parts: file, and options with", shape));
        for (Route.Result result : route.results()) {
            html.append("<p class=\"answer\"><b>").append(result.status()).append("</b> ").append(text(result.about())).append("</p>");
            result.body().ifPresent(shape -> members(html, "Answer", shape));
        }
        html.append("<p class=\"problems\">Problems: ").append(route.problems().stream()
                .map(code -> "<a href=\"#problem-" + code.code() + "\">" + code.code() + "</a>").collect(Collectors.joining(", "))).append("</p></section>");
    }

    private static void members(StringBuilder html, String title, Shape.Members shape) {
        if (shape.members().isEmpty()) {
            return;
        }
        html.append("<table><caption>").append(text(title)).append("</caption>");
        rows(html, "", shape);
        html.append("</table>");
    }

    private static void rows(StringBuilder html, String prefix, Shape.Members shape) {
        for (Shape.Member member : shape.members()) {
            String name = prefix + member.name();
            String need = switch (member.presence()) {
                case REQUIRED -> "";
                case OPTIONAL -> member.fallback().map(value -> "default " + value).orElse("optional");
                case PATCH -> "absent: unchanged, null: cleared";
            };
            html.append("<tr><td><code>").append(text(name)).append("</code></td><td>").append(text(says(member.shape()))).append("</td><td>")
                    .append(text(need)).append("</td><td>").append(text(member.notYet() ? "Not available yet." : member.about())).append("</td></tr>");
            if (member.shape() instanceof Shape.Members inner) {
                rows(html, name + ".", inner);
            } else if (member.shape() instanceof Shape.Many(Shape.Members entry, int min, int max)) {
                rows(html, name + "[].", entry);
            }
        }
    }

    private static String says(Shape shape) {
        return switch (shape) {
            case Shape.Text text when !text.words().isEmpty() -> text.words().size() > 12 ? "a word of its dictionary" : String.join(" | ", text.words());
            case Shape.Text text -> text.max() == Shape.MOST_CHARACTERS ? "string" : "string, " + text.min() + " to " + text.max() + " characters";
            case Shape.Open(Vocabulary vocabulary) -> vocabulary.says();
            case Shape.Whole whole when whole.min() > Integer.MIN_VALUE -> "whole number from " + whole.min() + (whole.max() < Integer.MAX_VALUE ? " to " + whole.max() : "");
            case Shape.Whole whole -> "whole number";
            case Shape.Decimal decimal -> "number" + decimal.min().map(min -> " from " + min).orElse("") + decimal.max().map(max -> " to " + max).orElse("");
            case Shape.Flag() -> "true or false";
            case Shape.Id() -> "UUID";
            case Shape.Day() -> "date";
            case Shape.Moment() -> "time";
            case Shape.Many(Shape entry, int min, int max) -> "list of " + says(entry) + (max < Shape.MOST_ENTRIES ? ", at most " + max : "");
            case Shape.Dictionary(Shape value) -> "object of " + says(value);
            case Shape.Members members -> "object";
            case Shape.Free() -> "any JSON";
        };
    }

    private static String anchor(Route route) {
        return (route.method() + route.path()).replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
