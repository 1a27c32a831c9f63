package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static io.tastemaker.application.wallets.out.WalletFixtures.topUp;
import static io.tastemaker.application.wallets.out.WalletFixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.CreditCaps;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.wallets.SpendCredits;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.application.wallets.out.TariffFixtures;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many spend from one wallet at once, in two programs that know nothing of each other. */
class ManySpendersTest {

    private static final int SPENDERS = 64;
    private static final int EACH = 4;
    private static final int ENOUGH_FOR = 100;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqWallets wallets = new JooqWallets(DATABASE.database().wallets(), DATABASE.transactions());
    private final JooqLedgers ledgers = new JooqLedgers(DATABASE.transactions());
    private final TeamId team = newTeam(DATABASE.teams());
    private final List<SpendCredits> programs = Stream.generate(this::program).limit(2).toList();

    private SpendCredits program() {
        InMemoryTransactions identity = new InMemoryTransactions();
        return new WalletUseCases(DATABASE.transactions(), wallets,
                new JooqTariffs(DATABASE.acrossTeams(), TariffFixtures.TARIFF.forNewTeams(), InstantSource.system()), ledgers,
                new JooqAllWallets(DATABASE.acrossTeams()), new CreditCaps(identity).show(), new InMemoryIds(),
                InstantSource.system()).spendCredits();
    }

    @Test
    void as_many_succeed_as_there_are_credits_for() throws Exception {
        write(wallets, team, InstantSource.system().instant(), topUp("pi:1", 5 * ENOUGH_FOR));
        long charged = answers((spender, number) -> spender + "-" + number).stream().filter(WalletAnswer.Charged.class::isInstance).count();
        assertThat(charged).isEqualTo(ENOUGH_FOR);
        assertThat(wallets.load(team).orElseThrow().available(InstantSource.system().instant())).isZero();
        assertThat(verdict()).isInstanceOf(LedgerVerdict.Whole.class);
    }

    @Test
    void who_asks_again_under_one_key_pays_once() throws Exception {
        write(wallets, team, InstantSource.system().instant(), topUp("pi:1", 5 * SPENDERS * EACH));
        assertThat(answers((spender, number) -> "key " + spender % 10)).allMatch(WalletAnswer.Charged.class::isInstance);
        assertThat(wallets.load(team).orElseThrow().available(InstantSource.system().instant())).isEqualTo(5 * (SPENDERS * EACH - 10));
        assertThat(verdict()).isInstanceOf(LedgerVerdict.Whole.class);
    }

    @FunctionalInterface
    private interface Key {
        String of(int spender, int number);
    }

    private List<WalletAnswer> answers(Key key) throws Exception {
        List<Future<List<WalletAnswer>>> all = new ArrayList<>();
        try (ExecutorService spenders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int spender = 0; spender < SPENDERS; spender++) {
                int own = spender;
                all.add(spenders.submit(() -> spend(own, key)));
            }
        }
        List<WalletAnswer> answers = new ArrayList<>();
        for (Future<List<WalletAnswer>> answered : all) {
            answers.addAll(answered.get());
        }
        return answers;
    }

    private List<WalletAnswer> spend(int spender, Key key) {
        Actor actor = new Actor.User(new UserId(new UUID(0, spender)), team, Role.OWNER, new SessionId(SeededIds.next()));
        List<WalletAnswer> answers = new ArrayList<>();
        for (int number = 0; number < EACH; number++) {
            SpendCredits.Command command = new SpendCredits.Command(actor, Permission.READ_CREATORS,
                    OperationKey.ofClient("POST /test", key.of(spender, number)), POST_ANALYTICS, 1, Optional.empty(), OptionalLong.empty(), false);
            answers.add(switch (programs.get(spender % 2).handle(command)) {
                case SpendCredits.Outcome.Asked asked -> asked.answered().answer();
                case SpendCredits.Outcome.Free free -> throw new AssertionError("members pay");
            });
        }
        return answers;
    }

    private LedgerVerdict verdict() {
        return DATABASE.transactions().reading(system(team), () -> LedgerVerdict.of(ledgers.find().orElseThrow(), ledgers, Optional.empty()));
    }
}
