package io.tastemaker.application.shared.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source of ids does. */
public abstract class IdsContract {

    protected abstract Ids ids();

    @Test
    void ids_are_of_version_7_and_never_repeat() {
        Ids ids = ids();
        List<UUID> given = Stream.generate(ids::next).limit(10_000).toList();
        assertThat(given).doesNotHaveDuplicates().allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void ids_grow() {
        Ids ids = ids();
        List<String> given = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();
        assertThat(given).isSorted();
    }
}
