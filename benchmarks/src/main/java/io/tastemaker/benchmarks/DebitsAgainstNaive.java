package io.tastemaker.benchmarks;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.wallets.JooqTariffs;
import io.tastemaker.adapters.persistence.wallets.JooqWallets;
import io.tastemaker.application.wallets.WalletDesk;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Spend;
import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletCommand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Debits a second through the desk, the decision and the one statement, against the same debits as one transaction of four statements
 * (lock the wallet, write the operation, write the entry, update the wallet) that writes the same rows. Both have as many connections, and
 * take turns in slices of some seconds; fsync is on.
 */
public final class DebitsAgainstNaive {

    private static final int CLIENTS = 32;
    private static final int CONNECTIONS = 10;
    private static final int WALLETS = 10_000;
    private static final int WARM_UPS = 2;
    private static final int SLICES = 5;
    private static final Action ACTION = new Action("post_analytics");
    private static final String ACTOR = "key:0195d1a2-7b3c-7d4e-8f90-123456789abc";

    private DebitsAgainstNaive() {}

    /** Takes one debit from a wallet. */
    private interface Debit {
        void take(TeamId team) throws SQLException;
    }

    /** Runs it; the argument is the length of a slice in seconds. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
        try (ScratchStore store = new ScratchStore(); Database database = Database.open(store.address(), CONNECTIONS)) {
            JooqTransactions transactions = new JooqTransactions(database.app());
            JooqWallets wallets = new JooqWallets(database.wallets(), transactions);
            WalletDesk desk = new WalletDesk(wallets, new JooqTariffs(new AcrossTeams(database.platform()), "free", InstantSource.system()), InstantSource.system());
            NaiveDebits naive = new NaiveDebits(database.wallets(), ACTOR);
            Debit ours = team -> charge(desk, team);

            System.out.printf(Locale.ROOT, "%,d wallets, %d clients, %d connections, slices of %d s, fsync on%n", WALLETS, CLIENTS, CONNECTIONS, seconds);
            List<TeamId> many = wallets(database.platform(), desk, WALLETS);
            List<TeamId> manyOfTheirs = wallets(database.platform(), desk, WALLETS);
            compare("one hot wallet", seconds, ours, wallets(database.platform(), desk, 1), naive::take, wallets(database.platform(), desk, 1));
            compare("10,000 wallets", seconds, ours, many, naive::take, manyOfTheirs);
        }
    }

    private static void charge(WalletDesk desk, TeamId team) {
        OperationKey key = OperationKey.ofClient("POST /benchmark", UUID.randomUUID().toString());
        WalletAnswer answer = desk.ask(team, new WalletCommand.Charge(key, Spend.of(ACTION, 1, ACTOR))).answer();
        if (!(answer instanceof WalletAnswer.Charged)) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private static void compare(String what, int seconds, Debit ours, List<TeamId> oursOn, Debit naive, List<TeamId> naiveOn) throws Exception {
        List<Double> ourRates = new ArrayList<>();
        List<Double> naiveRates = new ArrayList<>();
        for (int slice = 0; slice < WARM_UPS + SLICES; slice++) {
            double naiveRate = rate(seconds, naive, naiveOn);
            double ourRate = rate(seconds, ours, oursOn);
            if (slice >= WARM_UPS) {
                naiveRates.add(naiveRate);
                ourRates.add(ourRate);
            }
        }
        System.out.printf(Locale.ROOT, "%-16s naive %s   ours %s   ratio of the medians %.2f%n", what, told(naiveRates), told(ourRates),
                median(ourRates) / median(naiveRates));
    }

    private static double rate(int seconds, Debit debit, List<TeamId> teams) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        long done = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Long>> counts = IntStream.range(0, CLIENTS).mapToObj(client -> clients.submit(() -> {
                SplittableRandom random = new SplittableRandom(client);
                long count = 0;
                while (System.nanoTime() < end) {
                    if (took(debit, teams.get(random.nextInt(teams.size())))) {
                        count++;
                    }
                }
                return count;
            })).toList();
            for (Future<Long> count : counts) {
                done += count.get();
            }
        }
        return done / ((System.nanoTime() - begun) / 1e9);
    }

    /** Who waits in vain for a connection, since all of them wait for one wallet's lock, asks again. */
    private static boolean took(Debit debit, TeamId team) throws SQLException {
        try {
            debit.take(team);
            return true;
        } catch (SQLTransientConnectionException busy) {
            return false;
        }
    }

    /** New teams, each with a lot that nobody can spend in a lifetime. */
    private static List<TeamId> wallets(DataSource platform, WalletDesk desk, int count) throws Exception {
        List<TeamId> teams = IntStream.range(0, count).mapToObj(number -> new TeamId(UUID.randomUUID())).toList();
        try (Connection connection = platform.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into identity.team (team_id, name, created_at) values (?, 'Benchmark', now())")) {
            for (TeamId team : teams) {
                insert.setObject(1, team.value());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> grants = new ArrayList<>();
            for (TeamId team : teams) {
                grants.add(clients.submit(() -> desk.ask(team, WalletCommand.Grant.of("benchmark", LotKind.TOP_UP, 1_000_000_000_000L, ACTOR))));
            }
            for (Future<?> grant : grants) {
                grant.get();
            }
        }
        return teams;
    }

    private static String told(List<Double> rates) {
        return String.format(Locale.ROOT, "%,7.0f/s (%,.0f to %,.0f)", median(rates), Collections.min(rates), Collections.max(rates));
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
