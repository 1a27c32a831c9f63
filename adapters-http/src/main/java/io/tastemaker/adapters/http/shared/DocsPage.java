package io.tastemaker.adapters.http.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference as one HTML page. */
final class DocsPage {

    private static final String HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tastemaker API</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/docs/style.css"></head><body>
            """;
    private static final String INTRODUCTION = """
            <h2>Tastemaker API</h2>
            <p>Every call carries <code>X-Api-Key: tmk_…</code>. The same table as an OpenAPI 3.1 document:
            <a href="/openapi.json">/openapi.json</a>. Bodies are JSON in UTF-8 with snake_case names, read strictly: nothing is converted,
            and all faults of a request are answered together.</p>
            """;

    private final StringBuilder html = new StringBuilder(HEAD);

    private DocsPage() {}

    static String html(List<Route> routes, String version) {
        Map<String, List<Route>> byTag =
                routes.stream().collect(Collectors.groupingBy(Route::tag, LinkedHashMap::new, Collectors.toList()));
        DocsPage page = new DocsPage();
        page.contents(byTag, version);
        page.add("<main>", INTRODUCTION);
        byTag.forEach((tag, group) -> {
            page.add("<h2>", text(tag), "</h2>");
            group.forEach(page::section);
        });
        page.problems();
        return page.add("</main></body></html>").html.toString();
    }

    private void contents(Map<String, List<Route>> byTag, String version) {
        add("<nav><h1>Tastemaker</h1><p>Version ", text(version), "</p><ul>");
        byTag.forEach((tag, group) -> {
            add("<li><b>", text(tag), "</b><ul>");
            group.forEach(route -> add("<li><a href=\"#", anchor(route), "\">", text(route.summary()), "</a></li>"));
            add("</ul></li>");
        });
        add("<li><a href=\"#problems\"><b>problems</b></a></li></ul></nav>");
    }

    private void section(Route route) {
        String method = route.method().name();
        add("<section id=\"", anchor(route), "\"><h3>", text(route.summary()), "</h3>");
        add("<p class=\"call\"><b class=\"", method, "\">", method, "</b> <code>", text(route.path()), "</code></p>");
        add("<p>", text(OpenApi.about(route)), "</p>");
        route.pathShape().ifPresent(shape -> members("Path", shape));
        route.queryShape().ifPresent(shape -> members("Query", shape));
        switch (route.idempotency()) {
            case NONE -> { }
            case ACCEPTED -> add("<p><code>Idempotency-Key</code> is accepted.</p>");
            case REQUIRED, KEPT_BY_HANDLER -> add("<p><code>Idempotency-Key</code> is needed.</p>");
        }
        if (route.charges()) {
            add("<p><code>X-Credits-Max</code> is heeded: it may cost so many credits and no more.</p>");
        }
        switch (route.guard()) {
            case NONE -> { }
            case ACCEPTED -> add("<p><code>If-Match</code> with the ETag you read is heeded when it is sent.</p>");
            case REQUIRED -> add("<p><code>If-Match</code> with the ETag you read is needed.</p>");
        }
        route.bodyShape().ifPresent(shape -> members("Body", shape));
        route.uploadShape().ifPresent(shape -> members("Parts: file, and options with", shape));
        route.signatureHeader().ifPresent(name ->
                add("<p><code>", text(name), "</code> signs the bytes of the body, which are read as they come.</p>"));
        for (Route.Result result : route.results()) {
            add("<p class=\"answer\"><b>", String.valueOf(result.status()), "</b> ", text(result.about()), "</p>");
            result.body().ifPresent(shape -> members("Answer", shape));
        }
        add("<p class=\"problems\">Problems: ", route.problems().stream().map(DocsPage::link).collect(Collectors.joining(", ")));
        add("</p></section>");
    }

    private static String link(ProblemCode code) {
        return "<a href=\"#problem-" + code.code() + "\">" + code.code() + "</a>";
    }

    private void members(String title, Shape.Members shape) {
        if (!shape.members().isEmpty()) {
            add("<table><caption>", text(title), "</caption>");
            rows("", shape);
            add("</table>");
        }
    }

    private void rows(String prefix, Shape.Members shape) {
        for (Shape.Member member : shape.members()) {
            String name = prefix + member.name();
            String about = member.notYet() ? "Not available yet." : member.about();
            add("<tr><td><code>", text(name), "</code></td><td>", text(says(member.shape())), "</td><td>", text(need(member)));
            add("</td><td>", text(about), "</td></tr>");
            if (member.shape() instanceof Shape.Members inner) {
                rows(name + ".", inner);
            } else if (member.shape() instanceof Shape.Many(Shape.Members entry, int min, int max)) {
                rows(name + "[].", entry);
            }
        }
    }

    private static String need(Shape.Member member) {
        return switch (member.presence()) {
            case REQUIRED -> "";
            case OPTIONAL -> member.fallback().map(value -> "default " + value).orElse("optional");
            case PATCH -> "absent: unchanged, null: cleared";
            case KEPT -> "absent: unchanged";
        };
    }

    private void problems() {
        add("<h2 id=\"problems\">Problems</h2><table><tr><th>Status</th><th>Code</th><th>Meaning</th></tr>");
        for (ProblemCode code : ProblemCode.values()) {
            add("<tr><td>", String.valueOf(code.status()), "</td><td><code id=\"problem-", code.code(), "\">", code.code());
            add("</code></td><td>", text(code.explanation()), "</td></tr>");
        }
        add("</table>");
    }

    private static String says(Shape shape) {
        return switch (shape) {
            case Shape.Text text when text.words().size() > 12 -> "a word of its dictionary";
            case Shape.Text text when !text.words().isEmpty() -> String.join(" | ", text.words());
            case Shape.Text text when text.max() == Shape.MOST_CHARACTERS -> "string";
            case Shape.Text text -> "string, " + text.min() + " to " + text.max() + " characters";
            case Shape.Open(Vocabulary vocabulary) -> vocabulary.says();
            case Shape.Whole whole -> "whole number" + from(whole.min() > Integer.MIN_VALUE ? whole.min() : null)
                    + to(whole.max() < Integer.MAX_VALUE ? whole.max() : null);
            case Shape.Decimal decimal -> "number" + from(decimal.min().orElse(null)) + to(decimal.max().orElse(null));
            case Shape.Flag() -> "true or false";
            case Shape.Id() -> "UUID";
            case Shape.Day() -> "date";
            case Shape.Moment() -> "time";
            case Shape.Many(Shape entry, int min, int max) ->
                "list of " + says(entry) + (max < Shape.MOST_ENTRIES ? ", at most " + max : "");
            case Shape.Dictionary(Shape value) -> "object of " + says(value);
            case Shape.Members members -> "object";
            case Shape.Free() -> "any JSON";
        };
    }

    private static String from(Number least) {
        return least == null ? "" : " from " + least;
    }

    private static String to(Number most) {
        return most == null ? "" : " to " + most;
    }

    private static String anchor(Route route) {
        return (route.method() + route.path()).replaceAll("[^A-Za-z0-9]+", "-");
    }

    private DocsPage add(String... pieces) {
        for (String piece : pieces) {
            html.append(piece);
        }
        return this;
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
