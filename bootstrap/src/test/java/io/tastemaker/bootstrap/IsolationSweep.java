package io.tastemaker.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.http.shared.RouteOutline;
import io.tastemaker.adapters.http.shared.RouteOutline.Kind;
import io.tastemaker.adapters.http.shared.RouteOutline.Part;
import io.tastemaker.adapters.http.shared.RouteOutline.Place;
import io.tastemaker.bootstrap.IsolationClient.Answer;
import io.tastemaker.bootstrap.IsolationWorld.Caller;
import io.tastemaker.bootstrap.IsolationWorld.Planted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tries every place of every route with what another team has. An answer to a real id of another team must be the answer to an id that
 * nobody has, byte by byte, once the id that was sent and what only says when or in what order is taken out of both.
 */
final class IsolationSweep {

    /**
     * What differs between two tries of a route because the team itself has more by then: each makes one more version of a proposal and two more
     * messages of a chat, and of its own creators a search finds some that an earlier try called like another's, and none that are called like
     * nobody's. Everywhere else these numbers are compared.
     */
    private static final Map<String, Set<String>> COUNTED_UP = Map.of(
            "POST /api/v1/proposals/{proposal_id}/versions", Set.of("number"),
            "POST /api/v1/chats/{chat_id}/messages", Set.of("number", "message_count", "version"),
            "POST /api/v1/exports", Set.of("chosen"));

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ANY_ID = Pattern.compile(UUID + "|" + IsolationWorld.ID_OF_PROVIDER);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern RANKING = Pattern.compile("rk_[0-9a-f]{32}");
    private static final Pattern KEY = Pattern.compile(
            "tmk_[0-9a-f]{32}_[\\w-]{43}|tcs_[\\w-]{43}|whsec_[\\w+/]{43}=|(?<=/t/|\"code\":\")[\\w-]{12}(?=\")");
    /** What is left of a quota is less after each try. */
    private static final Pattern LEFT = Pattern.compile("\"left\":\\d+");
    private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"[^\"]+\"");
    private static final String SOME_LIST = "Profile;Followers\nsomebody;1000\n";

    /** Answers that are given before anything is looked up, or for lack of any memory of it: they tell nothing. */
    private static final Set<String> KEEPS_SILENT = Set.of("if_match_missing", "ranking_expired");

    /** What is sent besides the smallest input of a route. */
    private record Try(Caller caller, Map<Place, String> given, Map<String, String> headers) {}

    private final IsolationWorld world;
    private final Planted victim;
    private final Planted attacker;
    private final SplittableRandom random = new SplittableRandom(20_261_121L);
    private final List<String> leaks = new ArrayList<>();
    private final Map<String, Integer> tries = new TreeMap<>();
    private final Set<String> refused = new TreeSet<>();

    IsolationSweep(IsolationWorld world, Planted victim, Planted attacker) {
        this.world = world;
        this.victim = victim;
        this.attacker = attacker;
    }

    /** What was found, a line each; none when the teams are kept apart. */
    List<String> leaks() {
        return leaks;
    }

    /** The routes that nobody of a team may call. */
    Set<String> refused() {
        return refused;
    }

    /** How often each route was tried. */
    Map<String, Integer> tries() {
        return tries;
    }

    /** Reads first, then what changes things, then what removes them, children before their parents. */
    static List<RouteOutline> inOrder(List<RouteOutline> routes) {
        return routes.stream()
                .sorted(Comparator.comparingInt(IsolationSweep::turn).thenComparing(route -> -route.path().length()))
                .toList();
    }

    private static int turn(RouteOutline route) {
        return switch (route.method()) {
            case "GET" -> 0;
            case "DELETE" -> 2;
            default -> 1;
        };
    }

    /** Tries all routes as another team. */
    void sweep() {
        Map<String, String> before = world.rowsOf(victim);
        for (RouteOutline route : inOrder(world.routes())) {
            tries.put(route.toString(), 0);
            for (Map<Place, String> bait : baits(route)) {
                for (Map<String, String> version : versions(route, bait)) {
                    compare(route, bait, version);
                }
            }
            Map<String, String> after = world.rowsOf(victim);
            if (!after.equals(before)) {
                leaks.add(route + " changed rows of another team: " + difference(before, after));
                before = after;
            }
        }
    }

    /** A place at a time; and, where a path has several, all of them at once. */
    private List<Map<Place, String>> baits(RouteOutline route) {
        List<Map<Place, String>> all = new ArrayList<>();
        Map<Place, String> wholePath = new LinkedHashMap<>();
        for (Place place : route.places()) {
            Optional<String> kind = IsolationKinds.of(route, place);
            if (kind.isEmpty() && (place.kind() == Kind.PLAIN || place.kind() == Kind.FORMED || place.part() == Part.BODY)) {
                continue;
            }
            if (place.name().equals("cursor")) {
                continue;
            }
            String bait = kind.map(known -> victim.own(route, place).orElseThrow()).orElse(victim.secret());
            all.add(Map.of(place, bait));
            if (place.part() == Part.PATH) {
                wholePath.put(place, bait);
            }
        }
        if (wholePath.size() > 1) {
            all.add(wholePath);
        }
        if (wholePath.isEmpty()) {
            all.add(Map.of());
        }
        return all;
    }

    private List<Map<String, String>> versions(RouteOutline route, Map<Place, String> bait) {
        if (!route.heedsVersion()) {
            return List.of(Map.of());
        }
        boolean ownPath = bait.keySet().stream().noneMatch(place -> place.part() == Part.PATH);
        return List.of(Map.of("If-Match", ownPath ? currentVersion(route) : "\"1\""), Map.of("If-Match", "\"999\""), Map.of());
    }

    private String currentVersion(RouteOutline route) {
        boolean readable = world.routes().stream().anyMatch(other -> other.method().equals("GET") && other.path().equals(route.path()));
        return readable
                ? world.client().send(attacker.callerOf(route), "GET", path(route, attacker, Map.of())).headers().getOrDefault("etag", "\"1\"")
                : "\"1\"";
    }

    private void compare(RouteOutline route, Map<Place, String> bait, Map<String, String> headers) {
        Caller caller = attacker.callerOf(route);
        Answer before = judged(route, new Try(caller, nobodys(bait), headers));
        Answer foreign = judged(route, new Try(caller, bait, headers));
        Answer after = judged(route, new Try(caller, nobodys(bait), headers));
        if (!bait.isEmpty() && !foreign.equals(before) && !foreign.equals(after)) {
            leaks.add(route + " " + bait + headers + " tells another team's thing from none:\n    " + foreign + "\n    " + after);
        }
        boolean named = bait.keySet().stream().anyMatch(place -> place.part() == Part.PATH && IsolationKinds.of(route, place).isPresent());
        if (!caller.may(route)) {
            refused.add(route.toString());
            if (foreign.status() != 403) {
                leaks.add(route + " answers " + foreign.status() + " to who may not call it");
            }
        } else if (named && route.permission().isPresent() && foreign.status() != 404
                && !KEEPS_SILENT.contains(IsolationClient.tree(foreign).path("code").asText())) {
            leaks.add(route + " " + bait + headers + " answers " + foreign.status() + " instead of 404");
        }
    }

    /** Sends a try as the other team and looks into the answer; gives it without what was sent. */
    private Answer judged(RouteOutline route, Try attempt) {
        Answer answer = send(route, attempt.caller(), attacker, attempt.given(), attempt.headers());
        tries.merge(route.toString(), 1, Integer::sum);
        return judged(route, answer, attempt.given());
    }

    private Answer judged(RouteOutline route, Answer answer, Map<Place, String> given) {
        if (answer.status() >= 500) {
            leaks.add(route + " " + given + " failed: " + answer);
        }
        Answer plain = without(given, answer);
        String shown = plain.headers() + plain.body();
        if (shown.toLowerCase(Locale.ROOT).contains(victim.secret().toLowerCase(Locale.ROOT))) {
            leaks.add(route + " " + given + " shows a text of another team: " + answer);
        }
        Matcher ids = ANY_ID.matcher(shown);
        while (ids.find()) {
            if (victim.others().contains(ids.group())) {
                leaks.add(route + " " + given + " shows the id " + ids.group() + " of another team: " + answer);
            }
        }
        List<String> undeclared = route.undeclared(answer.status(), IsolationClient.tree(answer));
        if (!undeclared.isEmpty()) {
            leaks.add(route + " answers members that it did not declare: " + undeclared);
        }
        return stripped(route, plain);
    }

    private static Answer without(Map<Place, String> given, Answer answer) {
        Answer plain = answer;
        for (String sent : given.values()) {
            plain = replaced(plain, Pattern.compile(Pattern.quote(sent), Pattern.CASE_INSENSITIVE), "‹sent›");
        }
        return plain;
    }

    private Answer stripped(RouteOutline route, Answer answer) {
        Answer timeless = replaced(replaced(answer, TIME, "‹time›"), CURSOR, "\"next_cursor\":\"‹cursor›\"");
        Answer unnumbered = replaced(timeless, LEFT, "\"left\":0");
        for (String counted : COUNTED_UP.getOrDefault(route.toString(), Set.of())) {
            unnumbered = replaced(unnumbered, Pattern.compile("\"" + counted + "\":\\d+"), "\"" + counted + "\":0");
        }
        return replaced(replaced(replaced(unnumbered, RANKING, "‹ranking›"), KEY, "‹key›"), ANY_ID, "‹id›");
    }

    private static Answer replaced(Answer answer, Pattern pattern, String by) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().forEach((name, value) -> headers.put(name, pattern.matcher(value).replaceAll(by)));
        headers.remove("content-length");
        return new Answer(answer.status(), headers, pattern.matcher(answer.body()).replaceAll(by));
    }

    /** The same places with values of the same form that nobody has. */
    private Map<Place, String> nobodys(Map<Place, String> bait) {
        Map<Place, String> values = new LinkedHashMap<>();
        bait.forEach((place, value) -> values.put(place, nobodys(value)));
        return values;
    }

    private String nobodys(String value) {
        int kept = UUID.matcher(value).matches() ? 19 : value.startsWith("rk_") ? 3 : 0;
        StringBuilder other = new StringBuilder(value.substring(0, kept));
        boolean hex = kept > 0;
        for (char letter : value.substring(kept).toCharArray()) {
            if (Character.isDigit(letter) || hex && letter >= 'a' && letter <= 'f') {
                other.append("0123456789".charAt(random.nextInt(10)));
            } else if (letter >= 'a' && letter <= 'z') {
                other.append((char) ('a' + random.nextInt(26)));
            } else if (letter >= 'A' && letter <= 'Z') {
                other.append((char) ('A' + random.nextInt(26)));
            } else {
                other.append(letter);
            }
        }
        return other.toString();
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream().filter(table -> !after.get(table).equals(before.get(table)))
                .map(table -> table + "\n      was " + before.get(table) + "\n      is  " + after.get(table))
                .collect(Collectors.joining("\n    "));
    }

    /** Presents the cursors that another team was given, on the attacker's own lists and on the other team's. */
    void cursors() {
        for (RouteOutline route : inOrder(world.routes())) {
            for (Place place : route.places()) {
                if (place.name().equals("cursor") && victim.callerOf(route).may(route)) {
                    cursor(route, place);
                }
            }
        }
    }

    private void cursor(RouteOutline route, Place place) {
        Place limit = route.places().stream().filter(other -> other.part() == place.part() && other.name().equals("limit")).findFirst()
                .orElseThrow(() -> new AssertionError(route + " takes a cursor and no limit"));
        JsonNode page = IsolationClient.tree(send(route, victim.callerOf(route), victim, Map.of(limit, "1"), Map.of()));
        if (!page.path("next_cursor").isTextual()) {
            throw new AssertionError(
                    "Of what " + route + " lists there is too little for a second page: plant two in IsolationPlanting. " + page);
        }
        Map<Place, String> stolen = Map.of(limit, "1", place, page.path("next_cursor").asText());
        Caller caller = attacker.callerOf(route);
        Answer foreign = send(route, caller, attacker, stolen, Map.of());
        Map<Place, String> nonsense = Map.of(limit, "1", place, nobodys(page.path("next_cursor").asText()));
        Answer garbled = send(route, caller, attacker, nonsense, Map.of());
        tries.merge(route.toString(), 2, Integer::sum);
        boolean refused = IsolationClient.tree(foreign).path("code").asText().equals("invalid_cursor");
        if (foreign.status() != 400 || !refused || !foreign.equals(garbled)) {
            leaks.add(route + " takes the cursor of another team: " + foreign + "\n    " + garbled);
        }
        Map<Place, String> paths = new HashMap<>();
        route.places().stream().filter(other -> other.part() == Part.PATH)
                .forEach(other -> IsolationKinds.of(route, other).ifPresent(kind -> paths.put(other, victim.own(route, other).orElseThrow())));
        if (!paths.isEmpty()) {
            Map<Place, String> real = new HashMap<>(stolen);
            real.putAll(paths);
            Map<Place, String> nobody = new HashMap<>(stolen);
            nobody.putAll(nobodys(paths));
            Answer onVictim = judged(route, new Try(caller, real, Map.of()));
            Answer onNobody = judged(route, new Try(caller, nobody, Map.of()));
            if (!onVictim.equals(onNobody) || onVictim.status() < 400) {
                leaks.add(route + " takes a cursor of another team on its list:\n    " + onVictim + "\n    " + onNobody);
            }
        }
    }

    /** Uses the idempotency keys that another team used, for the same requests. */
    void keys() {
        for (RouteOutline route : world.routes()) {
            if (!route.takesKey()) {
                continue;
            }
            Map<String, String> used = Map.of("Idempotency-Key", "used-by-the-other");
            Caller owner = victim.callerOf(route);
            Caller caller = attacker.callerOf(route);
            send(route, owner, victim, Map.of(), used);
            send(route, owner, victim, Map.of(), Map.of("Idempotency-Key", world.freshKey()));
            Answer before = judged(route, new Try(caller, Map.of(), Map.of("Idempotency-Key", world.freshKey())));
            Answer foreign = judged(route, new Try(caller, Map.of(), used));
            Answer after = judged(route, new Try(caller, Map.of(), Map.of("Idempotency-Key", world.freshKey())));
            if (foreign.headers().containsKey("idempotent-replayed") || !foreign.equals(before) && !foreign.equals(after)) {
                leaks.add(route + " knows the idempotency key of another team:\n    " + foreign + "\n    " + after);
            }
        }
    }

    /** Sends the smallest input of a route with what is given besides; what is not given is the team's own. */
    Answer send(RouteOutline route, Caller caller, Planted own, Map<Place, String> given, Map<String, String> headers) {
        String path = path(route, own, given);
        Map<String, String> all = new TreeMap<>(headers);
        if (route.needsKey()) {
            all.putIfAbsent("Idempotency-Key", world.freshKey());
        }
        Map<Place, String> members = new LinkedHashMap<>(IsolationKinds.besides(route));
        if (given.keySet().stream().noneMatch(place -> place.part() == Part.BODY)) {
            IsolationKinds.filled(route).forEach(place -> members.put(place, own.own(route, place).orElseThrow()));
        }
        members.putAll(given);
        if (route.takesFile()) {
            String options = route.body(own::own, members, Optional.empty()).toString();
            return world.client().upload(caller, path, all, options, "list.csv", SOME_LIST);
        }
        String json = route.takesBody() ? route.body(own::own, members, Optional.empty()).toString() : "";
        return world.client().send(caller, route.method(), path, all, json);
    }

    static String path(RouteOutline route, Planted own, Map<Place, String> given) {
        String path = route.path();
        List<String> query = new ArrayList<>();
        for (Place place : route.places()) {
            Optional<String> value = Optional.ofNullable(given.get(place)).or(() -> switch (place.part()) {
                case PATH -> place.kind() == Kind.PLAIN ? Optional.of(IsolationKinds.word(place)) : own.own(route, place);
                case QUERY -> place.required() ? own.own(route, place) : Optional.empty();
                case BODY -> Optional.empty();
            });
            if (place.part() == Part.PATH) {
                path = path.replace("{" + place.name() + "}", encoded(value.orElseThrow(() -> new AssertionError(
                        "The isolation sweep does not know what stands in " + place + " of " + route + ": add it to IsolationKinds."))));
            } else if (place.part() == Part.QUERY && value.isPresent()) {
                query.add(place.name() + "=" + encoded(value.get()));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
