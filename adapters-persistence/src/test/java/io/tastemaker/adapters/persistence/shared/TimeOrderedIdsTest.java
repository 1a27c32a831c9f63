package io.tastemaker.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.IdsContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest extends IdsContract {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    @Override
    protected Ids ids() {
        return new TimeOrderedIds(InstantSource.fixed(NOON), RandomGenerator.of("L64X128MixRandom"));
    }

    @Test
    void the_first_48_bits_are_the_milliseconds() {
        assertThat(ids().next().getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }
}
