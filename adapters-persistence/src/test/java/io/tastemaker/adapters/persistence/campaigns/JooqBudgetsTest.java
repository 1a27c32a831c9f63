package io.tastemaker.adapters.persistence.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.campaigns.out.BudgetsContract;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.shared.Money;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqBudgetsTest extends BudgetsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Campaigns campaigns() {
        return new JooqCampaigns(DATABASE.transactions());
    }

    @Override
    protected Budgets budgets() {
        return new JooqBudgets(DATABASE.transactions());
    }

    @Test
    void who_holds_a_budget_sees_what_all_before_entered_however_many_come_at_once() throws Exception {
        added(0);
        List<Callable<Boolean>> entering = Collections.nCopies(24, () -> write(team, () -> {
            budgets().hold(campaign.id());
            BudgetLine line = budgets().lines(campaign.id()).getFirst();
            return budgets().replace(new BudgetLine(line.id(), line.campaign(), line.version() + 1, line.category(), line.label(), line.planned(),
                    line.committed().plus(Money.of("1.00", "BRL")), line.spent(), line.entries() + 1, line.createdBy(), line.createdAt()));
        }));
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> entered : threads.invokeAll(entering)) {
                assertThat(entered.get()).isTrue();
            }
        }
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.committed()).isEqualTo(Money.of("24.00", "BRL"));
            assertThat(line.entries()).isEqualTo(24);
        });
    }

    @Test
    void an_entry_can_neither_be_changed_nor_removed_by_the_program() {
        BudgetLine line = added(0);
        assertThatThrownBy(() -> does(() -> DATABASE.transactions().sql().execute("update campaigns.budget_entry set amount = 1")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> does(() -> DATABASE.transactions().sql().execute("delete from campaigns.budget_entry")))
                .hasStackTraceContaining("permission denied");
        assertThat(lines()).containsExactly(line);
    }
}
