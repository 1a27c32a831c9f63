package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.integrations.identity.OpenIdStandIn;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.out.IdentityProvidersContract.Person;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.VerifyAuditLog;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person leaves a mark in every text that a person can write, is handed its data, and is erased. Then neither the database nor a file nor
 * the log knows any of the marks. Two things are no places of ours: the development mailbox stands for the mailboxes of those who were
 * written to, and the name of a request is whatever a client calls it. The audit log is evidence that nobody alters, and says from which
 * network address a deed was done; everywhere else that address is gone, too. The books of wallets are evidence as well: they say by a label
 * who spent what, under the name that the client gave its request, and why an operator gave something.
 */
class CanariesOfAPersonTest {

    private static final String PASSWORD = "zqxpasswordzqx horse";

    /** From where the person calls: nobody else does. */
    private static final String ADDRESS = "127.83.7.91";

    /** What the file has to have. */
    private static final List<String> HANDED_OUT = List.of("person", "moved", "agent", "linked", "subject", "phone", "company", "second",
            "invitee", "apikey", "campaign", "brief", "site", "note", "savedsearch", "searched", "handle", "creator", "creatormail",
            "biography", "file", "row", "ordered", "postfile", "caption", "rawpost", "template", "wording", "written");

    /** What stands in the database for a while: also what a call that is repeated is known by. */
    private static final List<String> STORED = Stream.concat(HANDED_OUT.stream(), Stream.of("key")).toList();

    private static final String SEALED_LETTERS = "select id from operations.outgoing_mail where sealed_letter is not null";

    private static final String AUDIT = "operations.audit_entry";

    /** What is left of the person in tables: the certificate, who did, spent, ordered and tried what, and who opened what to a team that goes on. */
    private static final Set<String> ID_STAYS = Set.of("identity.erasure", AUDIT, "wallets.operation", "wallets.ledger_entry", "wallets.access",
            "billing.checkout_order", "billing.trial");

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private IsolationDatabase database;
    private OpenIdStandIn google;
    private PlayedStripe stripe;
    private Server server;
    private LoggedText log;
    private Browser ana;
    private Visitor mailbox;
    private String shared;

    @BeforeEach
    void start() {
        log = LoggedText.open();
        database = IsolationDatabase.fresh();
        google = new OpenIdStandIn(InstantSource.system());
        Map<String, String> given = database.settings();
        given.putAll(Map.of("TASTEMAKER_OIDC_PROVIDERS", "google", "TASTEMAKER_OIDC_GOOGLE_ISSUER", google.issuer(),
                "TASTEMAKER_OIDC_GOOGLE_CLIENT_ID", OpenIdStandIn.CLIENT, "TASTEMAKER_OIDC_GOOGLE_CLIENT_SECRET", OpenIdStandIn.SECRET));
        stripe = PlayedStripe.open();
        given.putAll(stripe.settings());
        Settings settings = Settings.from(given);
        server = Server.start(new Application(settings, Store.open(settings), clock, UnaryOperator.identity()));
        ana = new Browser(server.address(), mark("agent"), ADDRESS);
        mailbox = new Visitor(server);
        shared = sharedCreator();
    }

    @AfterEach
    void stop() {
        server.close();
        google.close();
        stripe.close();
        database.close();
        log.close();
    }

    @Test
    void what_a_person_wrote_is_handed_out_and_then_erased_everywhere() throws IOException {
        JsonNode signedIn = signUp();
        TeamId guestOf = visit();
        move();
        work();
        buy();
        TeamId neverSeen = invite("eva", mark("moved")).team();
        assertThat(STORED).as("the story leaves its marks").allMatch(stored()::contains);
        assertThat(buckets()).anyMatch(bucket -> bucket.contains(ADDRESS));
        assertThat(filesWithMarks()).as("a list that waits").isNotEmpty();

        String file = export();
        assertThat(HANDED_OUT).allSatisfy(name -> assertThat(file.toLowerCase(Locale.ROOT)).as("in the export").contains(mark(name)));
        assertThat(file).as("what was spent in both teams").contains("wallets.operation", "wallets.ledger_entry", shared);
        assertThat(file).contains(ADDRESS).doesNotContain("argon2", PASSWORD);

        Patience.until("all letters to be sent", Duration.ofSeconds(20), () -> Optional.of(database.names(SEALED_LETTERS)).filter(List::isEmpty));
        assertThat(erase().get("teams")).as("closed with the account").hasSize(2);
        clock.advance(Duration.ofDays(2));
        try (Housekeeping housekeeping = new Housekeeping(server.application())) {
            housekeeping.tidyUp();
        }

        Map<String, String> left = database.everything();
        assertThat(left).allSatisfy((table, rows) -> assertThat(rows.toLowerCase(Locale.ROOT)).doesNotContain("zqx", hex("zqx")));
        assertThat(left).allSatisfy((table, rows) -> assertThat(table.equals(AUDIT) ? "" : rows).doesNotContain(ADDRESS, hex(ADDRESS)));
        assertThat(database.names(SEALED_LETTERS)).as("letters that cannot be looked into").isEmpty();
        assertThat(buckets()).noneMatch(bucket -> bucket.contains(ADDRESS));
        assertThat(tablesNaming(signedIn.at("/user/id").asText())).isEqualTo(ID_STAYS);
        assertThat(filesWithMarks()).isEmpty();
        assertThat(log.text().toLowerCase(Locale.ROOT)).as("the log").contains("tidied up").doesNotContain("zqx", ADDRESS);
        assertThat(List.of(new TeamId(UUID.fromString(signedIn.at("/team/id").asText())), guestOf, neverSeen, TeamId.CATALOGUE))
                .allSatisfy(team -> assertThat(verdict(team)).isInstanceOf(AuditVerdict.Whole.class));
    }

    /** One of the catalogue, which each team has to unlock for itself. */
    private String sharedCreator() {
        Actor operator = new Actor.Operator("test", TeamId.CATALOGUE);
        return switch (server.application().people().apiKeys().createApiKey().handle(new CreateApiKey.Command(
                operator, "catalogue", Role.MANAGER, EnumSet.allOf(Scope.class), Optional.empty()))) {
            case CreateApiKey.Outcome.Created created -> Api.tree(new Api(server.address(), created.text())
                    .post("/creators", "{\"platform\":\"youtube\",\"handle\":\"shared\",\"followers\":1000}")).get("id").asText();
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new AssertionError("the catalogue is there");
        };
    }

    private void unlock() {
        ana.call(201, "POST", "/creators/" + shared + "/unlock", "", "Idempotency-Key", "unlock");
    }

    private JsonNode signUp() {
        String email = mark("email") + "@example.com";
        ana.call(202, "POST", "/auth/signup", """
                {"email":"%s","password":"%s","full_name":"%s Lima","company_name":"%s",
                "consents":[{"tier":"product_updates","granted":true}]}"""
                .formatted(email, PASSWORD, mark("name"), mark("company")));
        JsonNode in = ana.call(200, "POST", "/auth/verify-email", token(mailbox.link(email)));
        ana.signedIn(in.get("access_token").asText());
        ana.call(200, "PATCH", "/users/me", "{\"full_name\":\"" + mark("person") + "\"}", "If-Match", "\"1\"");
        JsonNode begun = ana.call(200, "POST", "/auth/oauth/google/start", "{\"link\":true,\"password\":\"" + PASSWORD + "\"}");
        String code = google.consent(URI.create(begun.get("authorization_url").asText()),
                new Person(mark("subject"), Optional.of(mark("linked") + "@example.com"), true, Optional.of(mark("googled"))));
        ana.call(200, "POST", "/auth/oauth/google/callback", "{\"code\":\"%s\",\"state\":\"%s\"}".formatted(code, begun.get("state").asText()));
        return in;
    }

    /** Is invited to somebody's team, comes, and has things of its own there. */
    private TeamId visit() {
        Host ben = invite("ben", mark("email"));
        String creator = ben.browser().call(201, "POST", "/creators", "{\"platform\":\"instagram\",\"handle\":\"bens\",\"followers\":9000}")
                .get("id").asText();
        ana.call(200, "POST", "/team-invitations/accept", token(mailbox.link(mark("email") + "@example.com", "/accept")));
        JsonNode in = ana.call(200, "POST", "/auth/login", logIn(mark("email")));
        ana.signedIn(ana.call(200, "POST", "/auth/refresh", "{\"refresh_token\":\"" + in.get("refresh_token").asText()
                + "\",\"team_id\":\"" + ben.team() + "\"}").get("access_token").asText());
        ana.call(204, "PUT", "/creators/" + creator + "/favorite", "");
        ana.call(200, "POST", "/creators/search", "{}");
        ana.call(200, "GET", "/searches", "");
        unlock();
        return ben.team();
    }

    private void move() {
        ana.call(202, "POST", "/users/me/email", logIn(mark("moved")));
        ana.call(204, "POST", "/auth/email/confirm", token(mailbox.link(mark("moved") + "@example.com")));
        ana.signedIn("");
        ana.call(401, "POST", "/auth/login", logIn(mark("stranger")));
        ana.call(202, "POST", "/auth/password/forgot", "{\"email\":\"" + mark("moved") + "@example.com\"}");
        ana.signedIn(ana.call(200, "POST", "/auth/login", logIn(mark("moved"))).get("access_token").asText());
    }

    private void work() throws IOException {
        String creator = ana.call(201, "POST", "/creators", """
                {"platform":"instagram","handle":"%s","name":"%s","biography":"%s","email":"%s@example.com","followers":50000}"""
                .formatted(mark("handle"), mark("creator"), mark("biography"), mark("creatormail"))).get("id").asText();
        String plan = "{\"name\":\"%s\",\"brief\":\"%s\",\"website_url\":\"https://example.com/%s\"}"
                .formatted(mark("campaign"), mark("brief"), mark("site"));
        String campaign = "/campaigns/" + ana.call(201, "POST", "/campaigns", plan, "Idempotency-Key", mark("key")).get("id").asText();
        ana.call(200, "PATCH", campaign, "{\"brief\":\"" + mark("brief") + " again\"}", "If-Match", "\"1\"");
        ana.call(200, "POST", campaign + "/match", "{\"limit\":10}");
        ana.call(200, "POST", campaign + "/creators", "{\"creator_ids\":[\"" + creator + "\"],\"note\":\"" + mark("note") + "\"}");
        outreach(campaign, creator);
        ana.call(204, "PUT", "/creators/" + creator + "/favorite", "");
        ana.call(201, "POST", "/saved-searches", "{\"name\":\"%s\",\"search\":{\"filters\":{\"exclude\":{\"handles\":[\"%s\"]}}}}"
                .formatted(mark("savedsearch"), mark("searched")));
        ana.call(200, "POST", "/creators/search", "{\"filters\":{\"exclude\":{\"handles\":[\"" + mark("searched") + "\"]}}}");
        ana.call(200, "GET", "/searches", "");
        unlock();
        ana.call(200, "POST", "/auth/mfa/factors", "{\"name\":\"" + mark("phone") + "\",\"password\":\"" + PASSWORD + "\"}");
        ana.call(201, "POST", "/teams", "{\"name\":\"" + mark("second") + "\"}");
        String home = ana.call(200, "GET", "/users/me", "").get("home_team_id").asText();
        ana.call(201, "POST", "/teams/" + home + "/invitations", "{\"email\":\"" + mark("invitee") + "@example.com\",\"role\":\"member\"}",
                "Idempotency-Key", "invitation");
        bringLists(ana.call(201, "POST", "/api-keys", """
                {"name":"%s","role":"manager","scopes":["creators:write","creators:read"]}""".formatted(mark("apikey"))).get("key").asText());
    }

    /** Invites the creator, and writes once more. */
    private void outreach(String campaign, String creator) {
        String template = ana.call(201, "POST", "/message-templates", "{\"name\":\"%s\",\"subject\":\"%s\",\"body\":\"{{response_link}}\"}"
                .formatted(mark("template"), mark("wording"))).get("id").asText();
        ana.call(200, "PATCH", campaign, """
                {"target_platforms":["instagram"],"target_categories":["beauty"],"budget":{"amount":"10.00","currency":"EUR"},
                 "starts_on":"2026-01-01","ends_on":"2999-01-01"}""", "If-Match", "\"2\"");
        ana.call(200, "POST", campaign + "/launch", "{}");
        String invitation = ana.call(201, "POST", campaign + "/invitations", "{\"creator_ids\":[\"" + creator + "\"],\"message_template_id\":\""
                + template + "\"}").at("/invitations/0/id").asText();
        ana.call(201, "POST", "/invitations/" + invitation + "/messages", "{\"text\":\"" + mark("written") + "\"}");
    }

    /** A plan, with the trial that a person has once, and something that the person describes. */
    private void buy() {
        for (String wish : List.of("{\"kind\":\"subscription\",\"plan\":\"premium\"}",
                "{\"kind\":\"payment\",\"amount\":{\"amount\":\"5.00\",\"currency\":\"USD\"},\"description\":\"" + mark("ordered") + "\"}")) {
            JsonNode opened = ana.call(201, "POST", "/billing/checkout-sessions", wish, "Idempotency-Key", mark("key") + wish.length());
            stripe.pay(opened.get("url").asText());
            String order = "/billing/orders/" + opened.get("order_id").asText();
            assertThat(ana.call(200, "GET", order, "").get("status").asText()).isEqualTo("paid");
        }
        assertThat(database.names("select user_id from billing.trial where free_again_at is null")).hasSize(1);
    }

    /** One that is imported, with a fault, and one whose file waits. */
    private void bringLists(String key) throws IOException {
        Api robot = new Api(server.address(), key);
        Path list = directory.resolve(mark("file") + ".csv");
        Files.writeString(list, "Profile;Name;Followers\n%1$s;%1$s;#%1$s\n".formatted(mark("row")));
        robot.importList(list, "{\"platform\":\"instagram\"}");
        bringPosts(robot);
        runJobs();
        ana.call(202, "POST", "/content/analyses", "{}", "Idempotency-Key", mark("key"));
        runJobs();
        ana.call(200, "POST", "/content/classify", "{\"items\":[{\"ref\":\"%1$s\",\"text\":\"%1$s is what I love\"}]}".formatted(mark("classified")),
                "Idempotency-Key", mark("key") + "texts");
        Files.writeString(list, "Profile\nwaits." + mark("row") + "\n");
        robot.importList(list, "{\"platform\":\"instagram\"}");
    }

    /** Posts of a creator of the person, one of which is at fault. */
    private void bringPosts(Api robot) throws IOException {
        Path posts = directory.resolve(mark("postfile") + ".csv");
        Files.writeString(posts, "username,id,caption,likes,note\n%1$s,1,%2$s is lovely #%2$s @%2$s,7,%3$s\n%1$s,2,%2$s,7,#%3$s\n%1$s,3,%2$s,#%3$s,x\n"
                .formatted(mark("handle"), mark("caption"), mark("rawpost")));
        robot.importPosts(posts, "{\"platform\":\"instagram\"}");
    }

    private record Host(Browser browser, TeamId team) {}

    /** Somebody who stays invites the person. */
    private Host invite(String host, String person) {
        Browser browser = new Browser(server.address(), "a browser");
        String email = host + "@example.com";
        browser.call(202, "POST", "/auth/signup", "{\"email\":\"%s\",\"password\":\"a purple otter\",\"full_name\":\"A Host\"}".formatted(email));
        JsonNode in = browser.call(200, "POST", "/auth/verify-email", token(mailbox.link(email)));
        browser.signedIn(in.get("access_token").asText());
        TeamId team = new TeamId(UUID.fromString(in.at("/team/id").asText()));
        browser.call(201, "POST", "/teams/" + team + "/invitations", "{\"email\":\"" + person + "@example.com\",\"role\":\"member\"}",
                "Idempotency-Key", "invitation");
        return new Host(browser, team);
    }

    private String export() {
        String export = "/data-exports/" + ana.call(202, "POST", "/data-exports", "", "Idempotency-Key", "one").get("export_id").asText();
        runJobs();
        assertThat(ana.call(200, "GET", export, "").get("state").asText()).isEqualTo("ready");
        return ana.send("GET", export + "/file", "").body();
    }

    private JsonNode erase() {
        return ana.call(200, "POST", "/erasure-requests", "{\"confirm\":\"erase\",\"password\":\"" + PASSWORD + "\"}");
    }

    private void runJobs() {
        RunNextJob.Command command = new RunNextJob.Command(new Actor.System("jobs", TeamId.CATALOGUE), () -> false);
        RunNextJob.Outcome outcome = server.application().operations().runNextJob().handle(command);
        while (!(outcome instanceof RunNextJob.Outcome.Idle)) {
            outcome = server.application().operations().runNextJob().handle(command);
        }
    }

    private AuditVerdict verdict(TeamId team) {
        Actor operator = new Actor.Operator("test", TeamId.CATALOGUE);
        return server.application().audit().verifyAuditLog().handle(new VerifyAuditLog.Query(operator, team));
    }

    /** The marks in the database, some of them in answers that are kept as bytes. */
    private Set<String> stored() {
        String rows = String.join("\n", database.everything().values()).toLowerCase(Locale.ROOT);
        return STORED.stream().filter(name -> rows.contains(mark(name)) || rows.contains(hex(mark(name)))).collect(Collectors.toSet());
    }

    private Set<String> tablesNaming(String id) {
        return database.rowsNaming(List.of(id)).entrySet().stream().filter(table -> !table.getValue().isEmpty()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What attempts are counted by. */
    private List<String> buckets() {
        return database.names("select bucket from identity.throttle");
    }

    private List<String> filesWithMarks() {
        Path data = server.application().settings().dataDirectory();
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(server.application().settings().mailDirectory()))
                    .filter(file -> (data.relativize(file) + read(file)).toLowerCase(Locale.ROOT).contains("zqx"))
                    .map(Path::toString).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String logIn(String name) {
        return "{\"email\":\"" + name + "@example.com\",\"password\":\"" + PASSWORD + "\"}";
    }

    private static String token(String link) {
        return "{\"token\":\"" + link.substring(link.indexOf('#') + 1) + "\"}";
    }

    /** A text that stands nowhere else, fit for names, addresses and handles. */
    private static String mark(String name) {
        return "zqx" + name + "zqx";
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
