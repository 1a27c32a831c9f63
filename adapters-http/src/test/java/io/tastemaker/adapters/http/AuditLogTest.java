package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.operations.AuditRoutes;
import io.tastemaker.adapters.http.shared.TestServer;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.out.InMemoryAuditLog;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    private static final TeamId LIMA = TeamId.of("0195b000-0000-7000-8000-000000000001");
    private static final TeamId OSLO = TeamId.of("0195b000-0000-7000-8000-000000000002");
    private static final String KEY = "tmk_a_admin";

    private final Origin.Trail trail = new Origin.Trail();
    private final InMemoryTransactions transactions = new InMemoryTransactions(trail);
    private Actor caller = user(LIMA, Role.ADMIN);
    private final TestServer server = new TestServer(
            new AuditRoutes(new AuditUseCases(transactions, new InMemoryAuditLog(transactions))).routes(), TestServer.keys(key -> Optional.of(caller)), KEY,
            new InMemoryIdempotentCalls(transactions), InstantSource.system(), trail);

    @AfterEach
    void stop() {
        server.close();
    }

    private static Actor user(TeamId team, Role role) {
        return new Actor.User(new UserId(new UUID(0, 7)), team, role, new SessionId(new UUID(0, 8)));
    }

    private void deeds(TeamId team) {
        Actor actor = new Actor.System("test", team);
        transactions.run(actor, "campaign.create", () -> transactions.about(Subject.of("campaign", "1"),
                List.of(new Change("name", Optional.empty(), Optional.of("Summer")), Change.withheld("note"))));
        transactions.run(actor, "campaign.change", () -> transactions.about(Subject.of("campaign", "1"), List.of()));
        transactions.run(actor, "creator.enter", () -> transactions.about(Subject.of("creator", "2"), List.of()));
    }

    @Test
    void an_admin_reads_the_teams_entries_page_by_page() {
        deeds(LIMA);
        deeds(OSLO);
        HttpResponse<String> first = server.get("/api/v1/audit-log?limit=2");
        assertThat(at(first, "/items").findValuesAsText("action")).containsExactly("creator.enter", "campaign.change");
        HttpResponse<String> second = server.get("/api/v1/audit-log?limit=2&cursor=" + text(first, "/next_cursor"));
        assertThat(at(second, "/items")).hasSize(1);
        assertThat(at(second, "/has_more").asBoolean()).isFalse();
        assertThat(at(second, "/items/0/changes").toString())
                .isEqualTo("[{\"field\":\"name\",\"before\":null,\"after\":\"Summer\"},{\"field\":\"note\",\"before\":null,\"after\":null}]");
        assertThat(text(first, "/items/1/previous_hash")).isEqualTo(text(second, "/items/0/hash"));
        assertThat(text(second, "/items/0/subject/type")).isEqualTo("campaign");
    }

    @Test
    void what_was_done_in_a_month_is_counted_per_actor_and_action() {
        deeds(LIMA);
        deeds(OSLO);
        String path = "/api/v1/teams/" + LIMA + "/usage?month=";

        assertThat(at(server.get("/api/v1/teams/" + OSLO + "/usage?month=2026-09"), "/status").asInt()).isEqualTo(404);
        assertThat(at(server.get(path + "2026-09"), "/items")).isEmpty();
        assertThat(at(server.get(path + "2026-13"), "/code").asText()).isEqualTo("invalid_parameter");
    }

    @Test
    void entries_are_filtered() {
        deeds(LIMA);
        assertThat(at(server.get("/api/v1/audit-log?action=campaign."), "/items")).hasSize(2);
        assertThat(at(server.get("/api/v1/audit-log?subject_type=creator&subject_id=2&actor=system:test"), "/items")).hasSize(1);
        assertThat(at(server.get("/api/v1/audit-log?from=2999-01-01T00:00:00Z"), "/items")).isEmpty();
        assertThat(server.get("/api/v1/audit-log?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void a_cursor_of_one_filter_is_none_for_another() {
        deeds(LIMA);
        String cursor = text(server.get("/api/v1/audit-log?limit=1"), "/next_cursor");
        assertThat(server.get("/api/v1/audit-log?limit=1&action=creator&cursor=" + cursor).statusCode()).isEqualTo(400);
    }

    @Test
    void an_untouched_log_is_whole() {
        deeds(LIMA);
        HttpResponse<String> verdict = server.get("/api/v1/audit-log/verification");
        assertThat(at(verdict, "/whole").asBoolean()).isTrue();
        assertThat(at(verdict, "/entries").asInt()).isEqualTo(3);
        assertThat(text(verdict, "/head_hash")).isEqualTo(text(server.get("/api/v1/audit-log"), "/items/0/hash"));
        assertThat(at(verdict, "/broken_at").isNull()).isTrue();
    }

    @Test
    void a_manager_and_a_key_may_not_read_it() {
        caller = user(LIMA, Role.MANAGER);
        assertThat(server.get("/api/v1/audit-log").statusCode()).isEqualTo(403);
        assertThat(server.get("/api/v1/audit-log/verification").statusCode()).isEqualTo(403);
        assertThat(server.get("/api/v1/admin/audit-log").statusCode()).isEqualTo(403);
        caller = user(LIMA, Role.OWNER);
        assertThat(server.get("/api/v1/admin/audit-log?team_id=" + OSLO).statusCode()).isEqualTo(403);
    }

    @Test
    void an_operator_reads_any_teams_log_and_leaves_a_trace_in_it() {
        deeds(LIMA);
        caller = new Actor.Operator("root", TeamId.CATALOGUE);
        HttpRequest.Builder request = server.request("/api/v1/admin/audit-log?team_id=" + LIMA).header("X-Request-Id", "who-looked");
        assertThat(at(server.send(request), "/items")).hasSize(3);
        caller = user(LIMA, Role.ADMIN);
        HttpResponse<String> seen = server.get("/api/v1/audit-log?actor=operator:root");
        assertThat(text(seen, "/items/0/action")).isEqualTo("audit.read");
        assertThat(text(seen, "/items/0/request_id")).isEqualTo("who-looked");
        assertThat(text(seen, "/items/0/address")).isEqualTo("127.0.0.1");
    }
}
