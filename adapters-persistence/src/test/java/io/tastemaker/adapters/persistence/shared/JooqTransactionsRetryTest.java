package io.tastemaker.adapters.persistence.shared;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.shared.DatabaseAddress.Login;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.Health;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens when the database says: not now. */
class JooqTransactionsRetryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String DEADLOCK = "do $$ begin raise exception 'on purpose' using errcode = '40P01'; end $$";

    @Test
    void a_deadlock_is_tried_again_and_leaves_nothing_of_the_first_try() {
        AtomicInteger tries = new AtomicInteger();
        int seen = DATABASE.transactions().inTransaction(system(newTeam(DATABASE.teams())), "test", () -> {
            if (tries.incrementAndGet() < 3) {
                DATABASE.transactions().sql().execute(DEADLOCK);
            }
            return tries.get();
        });
        assertThat(seen).isEqualTo(3);
    }

    @Test
    void after_three_tries_the_caller_is_told_to_come_back() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> DATABASE.transactions().run(system(newTeam(DATABASE.teams())), "test", () -> {
            tries.incrementAndGet();
            DATABASE.transactions().sql().execute(DEADLOCK);
        })).isInstanceOf(Refusal.Unavailable.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void any_other_error_is_neither_tried_again_nor_hidden() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> DATABASE.transactions().run(system(newTeam(DATABASE.teams())), "test", () -> {
            tries.incrementAndGet();
            DATABASE.transactions().sql().execute("select 1 / 0");
        })).isNotInstanceOf(Refusal.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void a_database_that_is_not_there_is_unavailable_and_down() {
        Login nobody = new Login("nobody", "x");
        DatabaseAddress nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:9/none", nobody, nobody, nobody);
        assertThatThrownBy(() -> Database.open(nowhere, 1)).isInstanceOf(Refusal.Unavailable.class);
        try (Database database = Database.connect(nowhere, 1, "")) {
            JooqTransactions transactions = new JooqTransactions(database.app());
            assertThatThrownBy(() -> transactions.reading(system(io.tastemaker.domain.shared.TeamId.CATALOGUE), () -> true))
                    .isInstanceOf(Refusal.Unavailable.class);
            Health.Component health = new DatabaseHealth(database).check();
            assertThat(health.status()).isEqualTo(Health.Status.DOWN);
            assertThat(health.weight()).isEqualTo(30);
        }
    }

    @Test
    void a_database_that_answers_is_up() {
        assertThat(new DatabaseHealth(DATABASE.database()).check().status()).isEqualTo(Health.Status.UP);
    }
}
