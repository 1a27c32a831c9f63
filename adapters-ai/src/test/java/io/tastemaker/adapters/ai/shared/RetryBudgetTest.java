package io.tastemaker.adapters.ai.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget();

    private long taken(int times) {
        return IntStream.range(0, times).filter(time -> budget.take()).count();
    }

    @Test
    void without_any_answer_there_are_ten() {
        assertThat(taken(1_000)).isEqualTo(10);
    }

    @Test
    void ten_answers_are_worth_one_more() {
        taken(10);
        IntStream.range(0, 9).forEach(answer -> budget.earn());
        assertThat(taken(1)).isZero();
        budget.earn();
        assertThat(taken(2)).isEqualTo(1);
    }

    @Test
    void more_than_ten_are_never_saved() {
        IntStream.range(0, 100_000).forEach(answer -> budget.earn());
        assertThat(taken(1_000)).isEqualTo(10);
    }
}
