package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.http.shared.RouteOutline;
import io.tastemaker.adapters.http.shared.RouteOutline.Part;
import io.tastemaker.adapters.http.shared.RouteOutline.Place;
import io.tastemaker.bootstrap.IsolationClient.Answer;
import io.tastemaker.bootstrap.IsolationWorld.Caller;
import io.tastemaker.bootstrap.IsolationWorld.Member;
import io.tastemaker.bootstrap.IsolationWorld.Planted;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every route of the table, and every place of it where something of a team can be named, tried as another team, as every role, and as
 * nobody. A route that the sweep does not know how to fill fails it: {@link IsolationKinds} says where to add what.
 */
class IsolationSweepTest {

    /** Names that nobody may set, whatever the route. */
    private static final List<String> READ_ONLY = List.of("role", "team_id", "teamId", "ownerId", "credits", "balance", "status", "price",
            "isAdmin", "created_at", "createdAt", "id");

    private static final String NOWHERE = "0195f000-0000-7000-8000-00000000dead";

    /** The routes that anybody may call; every other one needs a permission. */
    private static final List<String> OPEN = List.of(
            "GET /api/v1/health", "GET /health/live", "GET /health/ready",
            "GET /openapi.json", "GET /docs", "GET /docs/style.css",
            "GET /verify-email", "GET /confirm-email", "GET /reset-password", "GET /accept-invitation", "GET /oauth-callback/{provider}",
            "GET /billing-done", "GET /billing-canceled", "GET /billing-account", "POST /api/v1/webhooks/stripe", "GET /pages/page.css",
                "GET /pages/page.js", "GET /respond", "GET /pages/respond.js", "POST /api/v1/invitation-responses", "POST /api/v1/mail-suppressions",
                "POST /api/v1/proposal-responses", "POST /api/v1/proposal-mail-suppressions",
                "POST /api/v1/team-invitations/accept", "POST /api/v1/conversions", "GET /t/{code}",
            "POST /api/v1/auth/signup", "POST /api/v1/auth/verify-email", "POST /api/v1/auth/verify-email/resend", "POST /api/v1/auth/login",
            "POST /api/v1/auth/refresh", "POST /api/v1/auth/mfa/challenges/{challenge_id}/verify", "GET /api/v1/auth/providers",
            "POST /api/v1/auth/oauth/{provider}/start", "POST /api/v1/auth/oauth/{provider}/callback", "POST /api/v1/auth/password/forgot",
            "POST /api/v1/auth/password/reset", "POST /api/v1/auth/email/confirm",
            "GET /api/v1/pricing", "GET /api/v1/pricing/{action}", "GET /api/v1/billing/plans", "GET /api/v1/files/{signed}");

    private static final Set<String> SECRETS = Set.of("#/password", "#/current_password", "#/code");

    /** What a route lets a member do to itself, and asks more for when it is done to others. */
    private static final Set<String> SELF_SERVICE = Set.of("DELETE /api/v1/teams/{team_id}/members/{user_id}");

    private static IsolationWorld world;
    private static Planted victim;

    @BeforeAll
    static void open() {
        world = IsolationWorld.open();
        victim = world.plant("Lima");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void another_teams_thing_is_answered_like_one_that_does_not_exist_and_stays_as_it_is() {
        IsolationSweep sweep = new IsolationSweep(world, victim, world.plant("Rome"));
        sweep.sweep();

        assertThat(sweep.leaks()).isEmpty();
        assertThat(sweep.tries().keySet())
                .containsExactlyInAnyOrderElementsOf(world.routes().stream().map(RouteOutline::toString).toList());
        assertThat(sweep.tries().values()).allMatch(count -> count > 0);
        int all = sweep.tries().values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("isolation sweep: " + sweep.refused().size() + " routes are for operators only; " + sweep.tries().size()
                + " of " + world.routes().size() + " routes, " + all
                + " tries as another team");
    }

    /** What hangs on an account is the person's: a colleague finds it no better than a stranger does. */
    @Test
    void a_colleagues_own_thing_is_answered_like_one_that_does_not_exist() {
        Planted team = world.plant("Malmo");
        IsolationSweep sweep = new IsolationSweep(world, victim, team);
        int tries = 0;
        for (RouteOutline route : world.routes()) {
            for (Place place : route.places()) {
                if (route.permission().equals(Optional.of(Permission.OWN_ACCOUNT)) && place.part() == Part.PATH) {
                    Caller colleague = team.people().get(Role.ADMIN).caller();
                    String owners = team.own(route, place).orElseThrow();
                    Answer foreign = sweep.send(route, colleague, team, Map.of(), Map.of());
                    Answer none = sweep.send(route, colleague, team, Map.of(place, NOWHERE), Map.of());
                    assertThat(foreign.status()).as(route + ": " + foreign).isEqualTo(404);
                    assertThat(foreign.body().replace(owners, NOWHERE)).as(route.toString()).isEqualTo(none.body());
                    assertThat(foreign.headers()).as(route.toString()).isEqualTo(none.headers());
                    tries++;
                }
            }
        }
        assertThat(tries).isGreaterThan(3);
    }

    @Test
    void a_cursor_of_another_team_is_refused() {
        IsolationSweep sweep = new IsolationSweep(world, victim, world.plant("Kiel"));
        sweep.cursors();

        assertThat(sweep.leaks()).isEmpty();
        assertThat(sweep.tries()).hasSizeGreaterThan(5);
    }

    @Test
    void an_idempotency_key_of_another_team_is_a_new_one() {
        IsolationSweep sweep = new IsolationSweep(world, world.plant("Bonn"), world.plant("Nice"));
        sweep.keys();

        assertThat(sweep.leaks()).isEmpty();
        assertThat(sweep.tries()).hasSizeGreaterThan(4);
    }

    /** Who owns a thing does find it: otherwise the sweep would compare one nothing with another. */
    @Test
    void the_owner_finds_its_own_things_where_others_find_none() {
        Planted owner = world.plant("Oslo");
        IsolationSweep sweep = new IsolationSweep(world, victim, owner);
        List<String> lost = new ArrayList<>();
        for (RouteOutline route : IsolationSweep.inOrder(world.routes())) {
            Map<String, String> version = route.heedsVersion() ? Map.of("If-Match", "\"1\"") : Map.of();
            Caller caller = owner.callerOf(route);
            Answer answer = sweep.send(route, caller, owner, Map.of(), version);
            boolean refused = answer.status() == 400 && !asksForSecrets(answer);
            if (route.permission().isPresent() && caller.may(route) && (refused || answer.status() == 404 || answer.status() >= 500)) {
                lost.add(route + ": " + answer);
            }
        }
        assertThat(lost).isEmpty();
    }

    /** The thing was found, and who asks must prove more than the sweep can. */
    private static boolean asksForSecrets(Answer answer) {
        List<String> pointers = IsolationClient.tree(answer).path("errors").findValuesAsText("pointer");
        return !pointers.isEmpty() && SECRETS.containsAll(pointers);
    }

    @Test
    void without_a_valid_credential_every_route_that_needs_one_answers_401_and_the_same() {
        String real = victim.caller().credential();
        String knownKeyWrongSecret = real.substring(0, real.length() - 4) + "AAAA";
        List<Caller> strangers = List.of(Caller.NOBODY,
                new Caller("known key, wrong secret", "X-Api-Key", knownKeyWrongSecret, Optional.empty()),
                new Caller("unknown key", "X-Api-Key", "tmk_" + "0".repeat(22) + "_" + "A".repeat(43), Optional.empty()),
                new Caller("no key", "X-Api-Key", "x", Optional.empty()),
                new Caller("no token", "Authorization", "Bearer x", Optional.empty()));
        List<String> open = new ArrayList<>();
        for (RouteOutline route : world.routes()) {
            List<Answer> answers = strangers.stream().map(stranger -> askFor(route, stranger)).distinct().toList();
            if (route.permission().isPresent()) {
                assertThat(answers).as(route.toString()).hasSize(1).allMatch(answer -> answer.status() == 401);
            } else {
                open.add(route.method() + " " + route.path());
            }
        }
        assertThat(open).as("the routes that are open to anybody").containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void each_caller_is_let_in_or_refused_with_what_is_missing() {
        Planted own = world.plant("Riga");
        List<Caller> callers = new ArrayList<>();
        for (Role role : List.of(Role.MEMBER, Role.MANAGER)) {
            for (Scope scope : Scope.values()) {
                callers.add(world.key(own.id(), "narrow", role, EnumSet.of(scope)));
            }
            callers.add(world.key(own.id(), "wide", role, EnumSet.allOf(Scope.class)));
        }
        for (RouteOutline route : world.routes()) {
            Stream<Caller> people = own.people().values().stream().map(Member::caller);
            for (Caller caller : Stream.concat(callers.stream(), people).toList()) {
                Answer answer = askFor(route, caller);
                String said = route + " as " + caller.actor() + ": " + answer;
                if (caller.may(route)) {
                    assertThat(answer.status()).as(said).isNotEqualTo(401);
                    assertThat(isForbidden(answer) && !SELF_SERVICE.contains(route.toString())).as(said).isFalse();
                } else {
                    AccessPolicy.Decision.Denied denied = (AccessPolicy.Decision.Denied) AccessPolicy.decide(
                            caller.actor().orElseThrow(), route.permission().orElseThrow());
                    JsonNode problem = IsolationClient.tree(answer);
                    assertThat(answer.status()).as(said).isEqualTo(403);
                    assertThat(problem.path("required_role").asText("")).as(said)
                            .isEqualTo(denied.requiredRole().map(Role::code).orElse(""));
                    assertThat(problem.path("required_scope").asText("")).as(said)
                            .isEqualTo(denied.requiredScope().map(Scope::code).orElse(""));
                }
            }
        }
    }

    @Test
    void who_may_call_what_is_as_it_was_written_down() {
        Planted own = world.plant("Graz");
        Set<Scope> all = EnumSet.allOf(Scope.class);
        Map<String, Supplier<Caller>> columns = new LinkedHashMap<>();
        columns.put("nobody", () -> Caller.NOBODY);
        own.people().forEach((role, person) -> columns.put(role.code(), person::caller));
        Map<String, Caller> keys = Map.of("key: member", world.key(own.id(), "member", Role.MEMBER, all),
                "key: manager", world.key(own.id(), "manager", Role.MANAGER, all),
                "key: operator", world.key(TeamId.CATALOGUE, "operator", Role.MANAGER, all));
        keys.keySet().stream().sorted().forEach(name -> columns.put(name, () -> keys.get(name)));
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.concat(columns.keySet().stream(), Stream.of("permission", "route")).toList());
        for (RouteOutline route : world.routes().stream().sorted(Comparator.comparing(RouteOutline::path)).toList()) {
            Stream<String> cells = columns.values().stream().map(caller -> askFor(route, caller.get()))
                    .map(answer -> answer.status() == 401 ? "401" : isForbidden(answer) ? "403" : "yes");
            String permission = route.permission().map(needed -> needed.name().toLowerCase(Locale.ROOT)).orElse("-");
            lines.add(Stream.concat(cells, Stream.of(permission, route.toString())).toList());
        }
        Golden.file("who-may-call-what.txt", """
                Who may call what: tried over HTTP, route by route. "yes" is anything but 401 and 403, or the wish for a proof.
                A change here is a change of who sees or does what; CONTRIBUTING says how this file is written anew.

                """, Golden.table(lines));
    }

    @Test
    void nothing_unknown_or_read_only_is_taken_from_a_body_and_nothing_is_written() {
        Planted own = world.plant("Bern");
        int tries = 0;
        for (RouteOutline route : world.routes()) {
            Caller caller = own.callerOf(route);
            Map<String, String> before = route.objects().isEmpty() ? Map.of() : world.rowsOf(own);
            for (Map.Entry<List<String>, Set<String>> object : route.objects().entrySet()) {
                for (String name : READ_ONLY) {
                    if (!object.getValue().contains(name)) {
                        Answer answer = withMember(route, caller, own, object.getKey(), name);
                        String pointer = "#/" + Stream.concat(object.getKey().stream(), Stream.of(name)).collect(Collectors.joining("/"))
                                .replace("*", "0");
                        boolean allowed = caller.may(route);
                        assertThat(answer.status()).as(route + " " + pointer + ": " + answer).isEqualTo(allowed ? 400 : 403);
                        assertThat(answer.body()).as(route.toString()).contains(allowed ? "\"" + pointer + "\"" : "forbidden");
                        tries++;
                    }
                }
            }
            if (!route.objects().isEmpty()) {
                assertThat(world.rowsOf(own)).as("rows after " + route).isEqualTo(before);
            }
        }
        assertThat(tries).isGreaterThan(200);
    }

    @Test
    void nothing_unknown_is_taken_from_a_query() {
        for (RouteOutline route : world.routes()) {
            for (String name : List.of("team_id", "role", "id")) {
                boolean known = route.places().stream().anyMatch(place -> place.name().equals(name));
                if (route.permission().isPresent() && route.method().equals("GET") && !known) {
                    String path = IsolationSweep.path(route, victim, Map.of()) + "?" + name + "=" + NOWHERE;
                    Caller caller = victim.callerOf(route);
                    assertThat(world.client().send(caller, "GET", path).status()).as(path).isEqualTo(caller.may(route) ? 400 : 403);
                }
            }
        }
    }

    @Test
    void the_members_of_every_answer_are_as_they_were_written_down() {
        String fields = RouteOutline.answerFields(world.routes()).entrySet().stream()
                .map(type -> type.getKey() + type.getValue().stream().collect(Collectors.joining("\n    ", "\n    ", "\n")))
                .collect(Collectors.joining("\n"));
        Golden.file("answers.txt", """
                What the answers of the API tell, member by member. The sweep checks that no answer has others.
                A change here shows something that was not shown before, or hides it; CONTRIBUTING says how this file is written anew.

                """, fields);
    }

    @Test
    void the_same_question_of_two_teams_shows_each_its_own() {
        Planted other = world.plant("Turku");
        String question = "{\"filters\":{\"platforms\":[\"instagram\"]},\"limit\":100}";
        for (Planted team : List.of(victim, other, victim)) { // the third is answered from memory
            Answer found = world.client().send(team.caller(), "POST", "/api/v1/creators/search", Map.of(), question);
            List<String> handles = IsolationClient.tree(found).findValuesAsText("handle");
            String beginning = team.secret().toLowerCase(Locale.ROOT);
            assertThat(handles).as(team.name()).isNotEmpty().allMatch(handle -> handle.startsWith(beginning));
        }
    }

    /** Neither the key nor the payment of one team counts for another. */
    @Test
    void the_same_unlock_of_two_teams_under_the_same_key_is_paid_by_each() {
        String unlock = "/api/v1/creators/" + world.shared().getLast() + "/unlock";
        List<String> transactions = new ArrayList<>();
        for (Planted team : List.of(world.plant("Gent"), world.plant("Lodz"))) {
            Answer paid = world.client().send(team.caller(), "POST", unlock, Map.of("Idempotency-Key", "the-same"), "");
            assertThat(paid.status()).as(team.name() + ": " + paid).isEqualTo(201);
            assertThat(paid.headers()).as(team.name()).doesNotContainKey("idempotent-replayed");
            String list = world.client().send(team.caller(), "GET", "/api/v1/wallet/transactions").body();
            String transaction = IsolationClient.tree(paid).at("/charge/operation").asText();
            assertThat(list).as(team.name()).contains(transaction);
            transactions.forEach(others -> assertThat(list).as(team.name()).doesNotContain(others));
            transactions.add(transaction);
        }
        assertThat(transactions).doesNotHaveDuplicates();
    }

    /** Otherwise the sweep would see no more than that nobody of a team gets past the permission. */
    @Test
    void an_operator_finds_the_wallet_of_any_team_and_none_of_a_team_that_nobody_has() {
        Caller operator = world.key(TeamId.CATALOGUE, "operator", Role.MANAGER, EnumSet.allOf(Scope.class));
        for (String what : List.of("", "/transactions", "/verification")) {
            String wallet = "/api/v1/admin/wallets/";
            assertThat(world.client().send(operator, "GET", wallet + victim.id() + what).status()).as(what).isEqualTo(200);
            assertThat(world.client().send(operator, "GET", wallet + NOWHERE + what).status()).as(what).isEqualTo(404);
        }
    }

    @Test
    void the_same_list_of_two_teams_is_new_to_each() {
        String list = "Profile;Followers\nsame.one;1000\nsame.two;2000\n";
        for (Planted team : List.of(world.plant("Cork"), world.plant("Porto"))) {
            String job = world.client().json(202, world.client().upload(team.caller(), "same", "same.csv", list)).get("job_id").asText();
            world.runJobs();
            JsonNode report = world.client().json(200, world.client().send(team.caller(), "GET", "/api/v1/creators/imports/" + job));
            assertThat(report.at("/rows/created").asInt()).as(team.name() + ": " + report).isEqualTo(2);
        }
    }

    /** Refused for good, not until a proof is shown. */
    private static boolean isForbidden(Answer answer) {
        return answer.status() == 403 && IsolationClient.tree(answer).path("code").asText().equals("forbidden");
    }

    /** Asks for things that nobody has, so that nothing changes for whoever is let in. */
    private static Answer askFor(RouteOutline route, Caller caller) {
        String path = route.path().replaceAll("\\{[a-z_]*platform}", "instagram").replace("{ranking_id}", "rk_" + "0".repeat(32))
                .replaceAll("\\{[a-z_]+}", NOWHERE);
        Map<String, String> headers = route.needsKey() ? Map.of("Idempotency-Key", world.freshKey()) : Map.of();
        return world.client().send(caller, route.method(), path, headers, route.takesBody() ? "{}" : "");
    }

    private static Answer withMember(RouteOutline route, Caller caller, Planted own, List<String> object, String name) {
        String json = route.body(own::own, Map.of(), Optional.of(Map.entry(object, name))).toString();
        String path = IsolationSweep.path(route, own, Map.of());
        Map<String, String> headers = new TreeMap<>(route.heedsVersion() ? Map.of("If-Match", "\"1\"") : Map.of());
        if (route.needsKey()) {
            headers.put("Idempotency-Key", world.freshKey());
        }
        if (route.takesFile()) {
            return world.client().upload(caller, path, Map.of("Idempotency-Key", world.freshKey()), json, "list.csv", "Profile\nx\n");
        }
        return world.client().send(caller, route.method(), path, headers, json);
    }
}
