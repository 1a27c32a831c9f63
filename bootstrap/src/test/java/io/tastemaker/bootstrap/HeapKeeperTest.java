package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapKeeperTest {

    @ParameterizedTest(name = "{0} bytes now, {1} after the last collection")
    @CsvSource({"16000001, 0", "34333334, 16666667", "200000000, 150000000", "1116000001, 1000000000"})
    void what_has_grown_by_more_than_a_tenth_and_sixteen_megabytes_is_collected(long used, long lived) {
        assertThat(HeapKeeper.isDue(used, lived)).isTrue();
    }

    @ParameterizedTest(name = "{0} bytes now, {1} after the last collection")
    @CsvSource({"0, 0", "16000000, 0", "100000000, 150000000", "181000000, 150000000", "1116000000, 1000000000"})
    void what_has_not_is_left_alone(long used, long lived) {
        assertThat(HeapKeeper.isDue(used, lived)).isFalse();
    }

    @Test
    void it_ends_with_the_server() {
        HeapKeeper keeper = new HeapKeeper();

        keeper.close();

        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("heap-"));
    }
}
