package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.PurgeTeams;
import io.tastemaker.application.operations.VerifyAuditLog;
import io.tastemaker.bootstrap.IsolationWorld.Planted;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A team that has something in every table is closed, and nothing is left of it but what must be. */
class PurgeOfTheProgramTest {

    /** What stays of a team: that there was one, what was done in it, and what became of its credits and its money. */
    private static final Set<String> TOMBSTONE = Set.of("identity.team", "operations.audit_entry", "operations.audit_head",
            "wallets.wallet", "wallets.operation", "wallets.lot", "wallets.ledger_entry",
            "billing.account", "billing.subscription", "billing.payment", "billing.checkout_order", "billing.trial");

    private static final String TABLES_OF_TEAMS = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_index i on i.indrelid = c.oid and i.indisprimary
              join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'team_id'
             where c.relkind in ('r', 'p')""";

    @Test
    void of_a_closed_team_nothing_is_left_but_its_log_and_a_row_without_a_name() {
        IsolationDatabase database = IsolationDatabase.fresh();
        Settings settings = Settings.from(database.settings());
        try (IsolationWorld world = IsolationWorld.on(database);
                Application application = new Application(settings, Store.open(settings), InstantSource.system(), UnaryOperator.identity())) {
            Planted closed = world.plant("Lyon");
            Planted other = world.plant("Bern");
            plantTheRest(database, closed);
            world.client().upload(closed.caller(), "waiting", closed.secret() + ".csv", "Profile\nsomebody\n");
            assertThat(uploads(settings)).as("a file of a job that waits, and three exports of each team").hasSize(7);
            assertThat(filled(world, closed)).as("tables with something in them").containsAll(database.names(TABLES_OF_TEAMS));
            Map<String, String> othersRows = world.rowsOf(other);

            database.run("update identity.team set deleted_at = now() - interval '1 hour' where team_id = '" + closed.id() + "'");
            assertThat(purge(application)).isEqualTo(1);
            world.awaitQuiet();

            Set<String> left = filled(world, closed);
            left.retainAll(database.names(TABLES_OF_TEAMS));
            assertThat(left).isEqualTo(TOMBSTONE);
            assertThat(TOMBSTONE).allSatisfy(table -> assertThat(rows(database, closed).get(table).toLowerCase(Locale.ROOT))
                    .doesNotContain(closed.secret().toLowerCase(Locale.ROOT)));
            assertThat(uploads(settings)).as("the exports of the other team").hasSize(3);
            assertThat(verdict(application, closed)).isInstanceOf(AuditVerdict.Whole.class);
            assertThat(world.rowsOf(other)).as("another team").isEqualTo(othersRows);

            Map<String, String> tombstone = rows(database, closed);
            assertThat(purge(application)).as("once").isZero();
            assertThat(rows(database, closed)).isEqualTo(tombstone);
        }
    }

    /** What is only there for a moment as a rule. */
    private static void plantTheRest(IsolationDatabase database, Planted team) {
        database.run("""
                insert into operations.outgoing_mail (team_id, id, sealed_letter, not_before, created_at)
                values ('%1$s', gen_random_uuid(), '\\x00', now() + interval '1 year', now());
                insert into campaigns.work_rules (team_id, campaign_id, version, self_approval)
                select team_id, id, 2, true from campaigns.campaign where team_id = '%1$s' order by id limit 1
                on conflict do nothing;
                insert into measurement.click_day (team_id, tracked_link_id, on_day, clicks)
                select team_id, id, current_date, 1 from measurement.tracked_link where team_id = '%1$s' order by id limit 1;
                insert into measurement.conversion (team_id, campaign_id, shop_order, amount, currency, tracked_link_id, occurred_at, received_at)
                select team_id, campaign_id, 'one', 1, 'EUR', id, now(), now() from measurement.tracked_link where team_id = '%1$s' order by id limit 1;
                insert into webhooks.attempt (team_id, endpoint_id, event_id, number, at, millis, status)
                select team_id, endpoint_id, event_id, 1, now(), 1, 200 from webhooks.delivery where team_id = '%1$s' order by event_id limit 1
                on conflict do nothing;
                delete from creators.creator where team_id = '%1$s' and id = (select id from creators.creator where team_id = '%1$s'
                    and id not in (select creator_id from creators.favorite) order by id limit 1)""".formatted(team.id()));
    }

    private static int purge(Application application) {
        return switch (application.people().teams().purgeTeams().handle(new PurgeTeams.Command(new Actor.System("test", TeamId.CATALOGUE)))) {
            case PurgeTeams.Outcome.Purged purged -> purged.teams();
        };
    }

    private static AuditVerdict verdict(Application application, Planted team) {
        return application.audit().verifyAuditLog().handle(new VerifyAuditLog.Query(new Actor.Operator("test", TeamId.CATALOGUE), team.id()));
    }

    private static Map<String, String> rows(IsolationDatabase database, Planted team) {
        return database.rowsNaming(List.of(team.id().toString()));
    }

    private static Set<String> filled(IsolationWorld world, Planted team) {
        return world.rowsOf(team).entrySet().stream().filter(table -> !table.getValue().isEmpty()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<Path> uploads(Settings settings) {
        try (Stream<Path> files = Files.list(settings.dataDirectory().resolve("uploads"))) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
