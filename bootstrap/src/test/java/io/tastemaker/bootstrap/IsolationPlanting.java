package io.tastemaker.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.bootstrap.IsolationWorld.Caller;
import io.tastemaker.bootstrap.IsolationWorld.Member;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts a team's things there over HTTP, as its people would. */
final class IsolationPlanting {

    /** Letters that leave in a moment. */
    private static final String UNSENT = "select id from operations.outgoing_mail where sealed_letter is not null";

    /** Profiles that somebody computes anew in a moment. */
    private static final String OUTDATED = "select creator_id from content.profile where outdated_since is not null";

    private final IsolationWorld world;
    private final IsolationClient client;
    private final Caller caller;
    private final String secret;
    private final List<String> jobs = new ArrayList<>();
    private final List<String> rankings = new ArrayList<>();

    IsolationPlanting(IsolationWorld world, Caller caller, String secret) {
        this.world = world;
        this.client = world.client();
        this.caller = caller;
        this.secret = secret;
    }

    /** The jobs that read its lists of creators. */
    List<String> jobs() {
        return jobs;
    }

    /** What was matched with its first campaign. */
    List<String> rankings() {
        return rankings;
    }

    /** What stands in every text of it. */
    String secret() {
        return secret;
    }

    String handle(int number) {
        return (secret + "." + number).toLowerCase(Locale.ROOT);
    }

    void imports() {
        for (int number = 0; number < 2; number++) {
            String list = "Profile;Name;Followers;Country\n" + handle(number + 10) + ";" + secret + ";" + secret + "#REF!;Brazil\n"
                    + handle(number + 20) + ";" + secret + ";#VALOR!;Brazil\n"
                    + handle(number + 30) + ";" + secret + ";" + (number + 1) + "0000;Brazil\n";
            IsolationClient.Answer taken = client.upload(caller, "planted-" + number, secret + number + ".csv", list);
            jobs.add(client.json(202, taken).get("job_id").asText());
        }
    }

    List<String> creators() {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            ids.add(made(201, "POST", "/creators", """
                    {"platform":"instagram","handle":"%1$s","name":"%2$s","biography":"%2$s","followers":84500,"categories":["beauty"],
                     "engagement_rate":0.04,"location":"BR-SP","email":"%1$s@example.com","website":"https://example.com/%2$s",
                     "avatar_url":"https://example.com/%2$s.png"}""".formatted(handle(number), secret)).get("id").asText());
        }
        return ids;
    }

    /** Two lists of posts with two faults each, of the same two creators, which are read twice. */
    Map<String, String> posts(List<String> creators) {
        List<String> imports = new ArrayList<>();
        List<String> analyses = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            String list = "Username;Caption;Likes;Date\n" + post(0, number, "120;2026-05-01") + post(1, number, "95;2026-05-02")
                    + post(0, number + 2, "#" + secret + ";no day");
            IsolationClient.Answer taken = client.upload(caller, "/api/v1/posts/imports", Map.of("Idempotency-Key", "posts-" + number),
                    "{\"platform\":\"instagram\"}", secret + number + ".csv", list);
            imports.add(client.json(202, taken).get("job_id").asText());
        }
        world.runJobs();
        for (int number = 0; number < 2; number++) {
            IsolationClient.Answer begun = client.send(caller, "POST", "/api/v1/content/analyses",
                    Map.of("Idempotency-Key", "analysis-" + number), "{\"again\":true}");
            analyses.add(client.json(202, begun).get("job_id").asText());
        }
        creators.forEach(creator -> made(202, "POST", "/creators/" + creator + "/refresh", "")); // the source knows none of them
        world.runJobs();
        Patience.until("all profiles to be computed", IsolationWorld.LONG, () -> Optional.of(world.database().names(OUTDATED)).filter(List::isEmpty));
        String post = made(200, "GET", "/creators/" + creators.getFirst() + "/posts", "").at("/items/0/id").asText();
        return Map.of("import of posts", imports.getFirst(), "analysis", analyses.getFirst(), "post", post);
    }

    private String post(int creator, int number, String rest) {
        return handle(creator) + ";" + secret + " " + number + ": what a lovely lipstick! #makeup @" + handle(creator) + ";" + rest + "\n";
    }

    List<String> campaigns(List<String> creators) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            ids.add(made(201, "POST", "/campaigns", """
                    {"name":"%1$s %2$d","brief":"%1$s","website_url":"https://example.com/%1$s","target_categories":["beauty"],
                     "target_platforms":["instagram"],"budget":{"amount":"10.00","currency":"EUR"},"starts_on":"2026-01-01","ends_on":"2999-01-01"}"""
                    .formatted(secret, number)).get("id").asText());
        }
        String campaign = "/campaigns/" + ids.getFirst();
        made(200, "POST", campaign + "/launch", "{\"reason\":\"" + secret + "\"}");
        made(200, "POST", campaign + "/pause", "{\"reason\":\"" + secret + "\"}");
        for (String filters : List.of("{\"platforms\":[\"instagram\"]}", "{\"locations\":[\"BR\"]}")) {
            rankings.add(made(200, "POST", campaign + "/match", "{\"filters\":" + filters + "}").get("ranking_id").asText());
        }
        made(200, "POST", campaign + "/creators", "{\"creator_ids\":[\"" + String.join("\",\"", creators) + "\"],\"note\":\""
                + secret + "\",\"ranking_id\":\"" + rankings.getFirst() + "\"}");
        return ids;
    }

    /** Two of each kind of work on a campaign; the second deliverable was handed in. */
    Map<String, String> work(String campaign, UserId collaborator) {
        String path = "/campaigns/" + campaign;
        Map<String, String> first = new HashMap<>();
        for (int number = 1; number >= 0; number--) {
            first.put("deliverable", made(201, "POST", path + "/deliverables", "{\"type\":\"reel\",\"title\":\"" + secret + "\"}").get("id").asText());
            first.put("milestone", made(201, "POST", path + "/milestones", "{\"name\":\"" + secret + "\",\"due_on\":\"2026-10-0" + (number + 1)
                    + "\"}").get("id").asText());
            first.put("comment", made(201, "POST", path + "/comments", "{\"text\":\"" + secret + "\",\"deliverable_id\":\""
                    + first.get("deliverable") + "\"}").get("id").asText());
            first.put("budget line", made(201, "POST", path + "/budget/lines", "{\"category\":\"ads\",\"label\":\"" + secret + "\"}")
                    .get("id").asText());
            made(200, "POST", path + "/budget/entries", "{\"line_id\":\"" + first.get("budget line")
                    + "\",\"kind\":\"spend\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"reason\":\"" + secret + "\"}");
            if (number == 1) {
                made(200, "POST", path + "/deliverables/" + first.get("deliverable") + "/submit", "{\"proof_url\":\"https://example.com/" + secret
                        + "\"}");
            }
        }
        made(200, "POST", path + "/collaborators", "{\"user_id\":\"" + collaborator + "\",\"right\":\"edit\"}");
        return first;
    }

    /** Two posts that count, rows of each level, two links and two codes, and what a shop signs with. */
    Map<String, String> measurement(String campaign, List<String> creators) {
        String path = "/campaigns/" + campaign;
        String link = "";
        String code = "";
        String post = made(200, "POST", path + "/posts", """
                {"posts":[{"url":"https://www.instagram.com/%1$s/p/%3$sA/"},{"url":"https://www.instagram.com/%2$s/p/%3$sB/"}]}"""
                .formatted(handle(0), handle(1), secret)).at("/added/0/post/id").asText();
        made(201, "POST", path + "/metrics", """
                {"rows":[{"post_id":"%1$s","measured_at":"2025-06-01T00:00:00Z","source":"%3$s","metrics":{"likes":120}},
                         {"creator_id":"%2$s","measured_at":"2025-06-02T00:00:00Z","source":"%3$s",
                          "metrics":{"cost":{"amount":"9.50","currency":"USD"}}}]}"""
                .formatted(post, creators.getFirst(), secret));
        for (int number = 0; number < 2; number++) {
            link = made(201, "POST", path + "/links", "{\"target_url\":\"https://shop.com/" + secret + "\",\"label\":\"" + secret + "\"}")
                    .get("id").asText();
            code = made(201, "POST", path + "/promo-codes", "{\"code\":\"" + secret + number + "\",\"discount\":\"" + secret + "\"}")
                    .get("id").asText();
        }
        made(201, "POST", path + "/conversion-secret", "");
        return Map.of("post of a campaign", post, "tracked link", link, "promo code", code);
    }

    /** Two lists, of which the first has two creators and is shared with two people, and two templates for lists. */
    Map<String, String> lists(List<String> creators, Map<Role, Member> people) {
        List<String> ids = new ArrayList<>();
        List<String> templates = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            templates.add(made(201, "POST", "/list-templates", "{\"name\":\"%1$s\",\"columns\":[\"%1$s\"],\"criteria\":\"%1$s\"}".formatted(secret))
                    .get("id").asText());
            ids.add(made(201, "POST", "/lists", """
                    {"name":"%1$s %2$d","description":"%1$s","criteria":"%1$s","columns":["%1$s"],"default_note":"%1$s","creator_ids":["%3$s"]}"""
                    .formatted(secret, number, String.join("\",\"", creators))).get("id").asText());
        }
        for (Role role : List.of(Role.MANAGER, Role.MEMBER)) {
            made(201, "POST", "/lists/" + ids.getFirst() + "/collaborators", "{\"user_id\":\"" + people.get(role).user() + "\",\"right\":\"read\"}");
        }
        return Map.of("list", ids.getFirst(), "list template", templates.getFirst());
    }

    /** Two proposals, of which the second has several versions and two of everything that hangs on one, and two templates for proposals. */
    Map<String, String> proposals(List<String> creators) {
        List<String> ids = new ArrayList<>();
        List<String> templates = new ArrayList<>();
        String terms = """
                {"title":"%1$s","summary":"%1$s","deliverables":["%1$s"],"fee":{"amount":"10.00","currency":"EUR"},"conditions":"%1$s"}""".formatted(secret);
        for (int number = 0; number < 2; number++) {
            ids.add(made(201, "POST", "/proposals", terms).get("id").asText());
            templates.add(made(201, "POST", "/proposal-templates", "{\"name\":\"" + secret + "\",\"terms\":" + terms + "}").get("id").asText());
        }
        String proposal = "/proposals/" + ids.getLast();
        made(200, "POST", proposal + "/send", "{}");
        Map<String, String> planted = new LinkedHashMap<>(Map.of("proposal", ids.getLast(), "proposal template", templates.getLast()));
        for (int number = 0; number < 2; number++) {
            String invitation = made(201, "POST", proposal + "/invitations", "{\"email\":\"" + secret + number + "@example.com\",\"message\":\"" + secret
                    + "\"}").get("id").asText();
            made(201, "POST", proposal + "/messages", "{\"invitation_id\":\"" + invitation + "\",\"text\":\"" + secret + "\"}");
            planted.put("invitation to a proposal", invitation);
            planted.put("application", made(201, "POST", proposal + "/applications",
                    "{\"creator_id\":\"" + creators.get(number) + "\",\"pitch\":\"" + secret + "\"}").get("id").asText());
            planted.put("deliverable of a proposal", made(201, "POST", proposal + "/deliverables",
                    "{\"type\":\"reel\",\"title\":\"" + secret + "\"}").get("id").asText());
            planted.put("party of a proposal", made(200, "POST", proposal + "/collaborators",
                    "{\"creator_id\":\"" + creators.get(number) + "\",\"role\":\"lead\"}").get("id").asText());
        }
        made(200, "POST", proposal + "/withdraw", "{\"reason\":\"" + secret + "\"}");
        made(200, "POST", proposal + "/versions", "{\"terms\":" + terms + ",\"reason\":\"" + secret + "\"}");
        Patience.until("all letters to be sent", IsolationWorld.LONG, () -> Optional.of(world.database().names(UNSENT)).filter(List::isEmpty));
        return planted;
    }

    /** Two texts, and two creators who are invited; one asked something and was answered. */
    Map<String, String> outreach(String campaign, List<String> creators) {
        List<String> templates = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            templates.add(made(201, "POST", "/message-templates", """
                    {"name":"%1$s","subject":"%1$s for {{creator_name}}","body":"%1$s: {{response_link}}"}""".formatted(secret)).get("id").asText());
        }
        made(200, "POST", "/campaigns/" + campaign + "/resume", "{\"reason\":\"" + secret + "\"}");
        String invitation = made(201, "POST", "/campaigns/" + campaign + "/invitations", "{\"creator_ids\":[\"" + String.join("\",\"", creators)
                + "\"],\"message_template_id\":\"" + templates.getFirst() + "\"}").at("/invitations/0/id").asText();
        for (int number = 0; number < 2; number++) {
            made(201, "POST", "/invitations/" + invitation + "/messages", "{\"text\":\"" + secret + "\"}");
        }
        Patience.until("all letters to be sent", IsolationWorld.LONG, () -> Optional.of(world.database().names(UNSENT)).filter(List::isEmpty));
        return Map.of("creator's invitation", invitation, "message template", templates.getFirst());
    }

    /** The second of two. */
    String conversation() {
        made(201, "POST", "/chats", "");
        String id = made(201, "POST", "/chats", "").get("id").asText();
        made(200, "POST", "/chats/" + id + "/messages", "{\"text\":\"our product is " + secret + "\"}");
        return id;
    }

    List<String> savedSearches() {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            ids.add(made(201, "POST", "/saved-searches", "{\"name\":\"" + secret + number
                    + "\",\"search\":{\"filters\":{\"exclude\":{\"handles\":[\"" + secret + "\"]}}}}").get("id").asText());
        }
        return ids;
    }

    void searches() {
        for (String handle : List.of(secret + ".a", secret + ".b")) {
            made(200, "POST", "/creators/search", "{\"filters\":{\"exclude\":{\"handles\":[\"" + handle + "\"]}}}");
        }
    }

    void favorites(List<String> creators) {
        creators.forEach(creator -> made(204, "PUT", "/creators/" + creator + "/favorite", ""));
    }

    /** Two of the creators that all teams share, by somebody whom nobody else names: the creators themselves betray no team. */
    String unlocks(Caller person) {
        String transaction = "";
        for (String creator : world.shared().subList(0, 2)) {
            transaction = client.json(201, client.send(person, "POST", "/api/v1/creators/" + creator + "/unlock",
                    Map.of("Idempotency-Key", "planted-" + creator), "")).at("/charge/operation").asText();
        }
        return transaction;
    }

    /** Three files, of what the team has itself: of who is on a list, of creators that were chosen, and of all campaigns. */
    String exports(List<String> creators, String list) {
        List<String> ids = new ArrayList<>();
        for (String wanted : List.of("\"list\",\"list_id\":\"" + list + "\"",
                "\"creators\",\"creator_ids\":[\"" + String.join("\",\"", creators) + "\"]", "\"campaigns\"")) {
            ids.add(client.json(202, client.send(caller, "POST", "/api/v1/exports", Map.of("Idempotency-Key", "planted-" + ids.size()),
                    "{\"kind\":" + wanted + "}")).get("job_id").asText());
        }
        world.runJobs();
        return ids.getFirst();
    }

    /** Two endpoints with two deliveries each; this program sends nothing. */
    Map<String, String> webhooks(Caller admin) {
        Map<String, String> planted = new LinkedHashMap<>();
        for (int number = 0; number < 2; number++) {
            String endpoint = client.json(201, client.send(admin, "POST", "/api/v1/webhook-endpoints",
                    Map.of("Idempotency-Key", "planted-" + secret + number), """
                    {"url":"https://93.184.216.34/%1$s","description":"%1$s"}""".formatted(secret))).at("/endpoint/id").asText();
            planted.putIfAbsent("webhook endpoint", endpoint);
            for (int ping = 0; ping < 2; ping++) {
                planted.putIfAbsent("delivery", client.json(202, client.send(admin, "POST",
                        "/api/v1/webhook-endpoints/" + endpoint + "/test", Map.of("Idempotency-Key", "ping-" + secret + number + ping), ""))
                        .get("id").asText());
            }
        }
        return planted;
    }

    /** Pays an order and looks at it, as somebody does who comes back from paying. */
    String bought(Caller owner, String key, String wish) {
        JsonNode opened = client.json(201, client.send(owner, "POST", "/api/v1/billing/checkout-sessions",
                Map.of("Idempotency-Key", "planted-" + key), wish));
        world.stripe().pay(opened.get("url").asText());
        String order = opened.get("order_id").asText();
        JsonNode seen = client.json(200, client.send(owner, "GET", "/api/v1/billing/orders/" + order));
        if (!seen.get("status").asText().equals("paid")) {
            throw new AssertionError("not paid: " + seen);
        }
        return order;
    }

    private JsonNode made(int status, String method, String path, String json) {
        return client.json(status, client.send(caller, method, "/api/v1" + path, Map.of(), json));
    }
}
