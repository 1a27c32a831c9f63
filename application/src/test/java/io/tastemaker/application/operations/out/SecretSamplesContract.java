package io.tastemaker.application.operations.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import org.junit.jupiter.api.Test;

/** What every store of a sealed sample does; the store is new for each test. */
public abstract class SecretSamplesContract {

    private static final Actor PROGRAM = new Actor.System("test", TeamId.CATALOGUE);

    protected abstract PlatformTransactions transactions();

    protected abstract SecretSamples samples();

    @Test
    void the_first_sample_stays() {
        assertThat(transactions().reading(PROGRAM, () -> samples().find())).isEmpty();
        assertThat(keep((byte) 1)).containsExactly(1);
        assertThat(keep((byte) 2)).containsExactly(1);
        assertThat(transactions().reading(PROGRAM, () -> samples().find()).orElseThrow()).containsExactly(1);
    }

    private byte[] keep(byte sealed) {
        return transactions().inTransaction(PROGRAM, "test", () -> samples().keepFirst(new byte[] {sealed}));
    }
}
