package io.tastemaker.application.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.out.InMemorySecretSamples;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import org.junit.jupiter.api.Test;

class KeysOfSecretsTest {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemorySecretSamples samples = new InMemorySecretSamples(transactions);
    private final SecretBox box = new InMemorySecretBox();

    @Test
    void the_keys_that_the_store_began_with_fit() {
        assertThat(check(box, Actors.PROGRAM)).isEqualTo(new CheckSecretKeys.Outcome.Fitting());
        assertThat(check(box, Actors.PROGRAM)).isEqualTo(new CheckSecretKeys.Outcome.Fitting());
    }

    @Test
    void other_keys_do_not() {
        check(box, Actors.PROGRAM);
        assertThat(check(new InMemorySecretBox(), Actors.PROGRAM)).isEqualTo(new CheckSecretKeys.Outcome.Foreign());
        assertThat(check(box, Actors.PROGRAM)).isEqualTo(new CheckSecretKeys.Outcome.Fitting());
    }

    @Test
    void only_the_program_asks() {
        assertThatThrownBy(() -> check(box, Actors.ANA)).isInstanceOf(Refusal.Forbidden.class);
    }

    private CheckSecretKeys.Outcome check(SecretBox keys, Actor actor) {
        return new SecretUseCases(transactions, samples, keys).checkSecretKeys().handle(new CheckSecretKeys.Command(actor));
    }
}
