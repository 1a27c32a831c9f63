package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody goes around the program, with every right in the database; the ledgers tell. */
class VerifyLedgersTest {

    private static final String WHOLE = "0 All is as it was booked: ";

    @TempDir
    Path directory;

    private IsolationDatabase database;
    private Map<String, String> settings;
    private CommandLine line;
    private String team;
    private int booked;

    @BeforeEach
    void two_teams_are_given_credits() {
        database = IsolationDatabase.fresh();
        settings = database.settings();
        settings.put("TASTEMAKER_DATA_DIR", directory.toString());
        line = new CommandLine(settings);
        team = line.newTeam("Lima");
        book(team);
        book(line.newTeam("Oslo"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_as_it_was_booked_is_counted() {
        String all = line.said("verify-ledger");
        String one = line.said("verify-ledger", "--team", team);

        assertThat(all).startsWith(WHOLE + "2 wallets, ").doesNotContain(" 0 entries");
        assertThat(one).startsWith(WHOLE + "1 wallets, ").doesNotContain(" 0 entries");
    }

    @Test
    void an_altered_entry_is_named_with_its_team() {
        tamper("update wallets.ledger_entry set amount = amount + 1 where team_id = '" + team + "' and seq = 1");

        assertThat(line.said("verify-ledger")).isEqualTo("1 " + team + "  BROKEN  entry 1 was altered\n1 of 2 wallets are not as they were booked.\n");
        assertThat(line.said("verify-ledger", "--team", team)).startsWith("1 " + team + "  BROKEN  entry 1 was altered\n");
        assertThat(line.said("verify-ledger", "--take-anchor")).as("of a broken ledger none is taken").startsWith("1 ").doesNotContain("Anchor");
        assertThat(directory.resolve("anchors")).doesNotExist();
    }

    @Test
    void a_balance_that_its_entries_do_not_explain_is_named() {
        tamper("update wallets.wallet set debt = debt + 1 where team_id = '" + team + "'");

        assertThat(line.said("verify-ledger")).startsWith("1 " + team + "  BROKEN  debt: the entries say 0, the wallet says 1\n");
    }

    @Test
    void a_sum_that_its_lots_do_not_give_is_named() {
        tamper("update wallets.wallet set posted = posted + 1 where team_id = '" + team + "'");

        assertThat(line.said("verify-ledger")).startsWith("1 " + team + "  BROKEN  sums: the entries say Sums[posted=110, held=0]");
    }

    @Test
    void a_ledger_that_was_set_back_as_a_whole_is_named_through_the_anchor() throws IOException {
        database.run("create table public.kept as select * from wallets.wallet where team_id = '" + team + "'");
        book(team);
        assertThat(line.said("verify-ledger", "--take-anchor")).startsWith(WHOLE).contains("Anchor 1: " + anchors().resolve("anchor-000001.txt"));
        tamper("""
                delete from wallets.ledger_entry e using public.kept k where e.team_id = k.team_id and e.seq > k.seq;
                delete from wallets.lot where team_id = '%1$s' and source like '%%gift 3';
                delete from wallets.operation o using public.kept k where o.team_id = k.team_id and o.version > k.version;
                delete from wallets.wallet where team_id = '%1$s';
                insert into wallets.wallet select * from public.kept""".formatted(team));

        assertThat(line.said("verify-ledger")).startsWith("1 Compared with anchor 1 of ")
                .containsPattern(team + "  BROKEN  entry \\d+ was removed\n1 of 2 wallets");
        Path outside = Files.move(anchors().resolve("anchor-000001.txt"), directory.resolve("kept-elsewhere.txt"));
        assertThat(line.said("verify-ledger")).as("without the anchor nothing shows").startsWith(WHOLE);
        assertThat(line.said("verify-ledger", "--anchor", outside.toString())).startsWith("1 Compared with anchor 1 of ");
    }

    @Test
    void a_wallet_that_is_gone_is_named_through_the_anchor() {
        line.said("verify-ledger", "--take-anchor");
        tamper("delete from wallets.wallet where team_id = '" + team + "'");

        assertThat(line.said("verify-ledger")).startsWith("1 ").contains(team + "  BROKEN  the anchor knows a wallet that is gone\n");
    }

    @Test
    void an_anchor_that_was_altered_is_refused() throws IOException {
        line.said("verify-ledger", "--take-anchor");
        Path file = anchors().resolve("anchor-000001.txt");
        Files.writeString(file, Files.readString(file).replaceFirst("^1 ", "2 "));

        assertThat(line.said("verify-ledger")).startsWith("1 ").contains("is not as it was written");
    }

    @Test
    void each_anchor_has_the_next_number() {
        line.said("verify-ledger", "--take-anchor");

        assertThat(line.said("verify-ledger", "--take-anchor")).startsWith("0 Compared with anchor 1 of ").contains("Anchor 2: ");
    }

    @Test
    void arguments_that_are_not_understood_are_refused() {
        String nobody = "0195f000-0000-7000-8000-00000000dead";

        assertThat(line.said("verify-ledger", "--team", "everybody")).startsWith("2 ").contains("--team must be a team's id");
        assertThat(line.said("verify-ledger", "--anchor", directory.resolve("none.txt").toString())).startsWith("2 ").contains("--anchor must be a file");
        assertThat(line.said("verify-ledger", "everything")).startsWith("2 ");
        assertThat(line.said("verify-ledger", "--team", nobody)).isEqualTo("1 There is no team " + nobody + "\n");
    }

    private Path anchors() {
        return directory.resolve("anchors");
    }

    private void book(String owner) {
        Settings given = Settings.from(settings);
        try (Application application = new Application(given, Store.open(given))) {
            application.wallets().adjustWallet().handle(new AdjustWallet.Command(new Actor.Operator("test", TeamId.CATALOGUE), TeamId.of(owner),
                    OperationKey.ofReversal("gift " + ++booked), new AdjustWallet.Adjustment.Give(LotKind.PROMO, 100, Set.of(), Optional.empty()),
                    "for the test"));
        }
    }

    private void tamper(String sql) {
        database.run("set session_replication_role = replica; " + sql + "; set session_replication_role = origin");
    }
}
