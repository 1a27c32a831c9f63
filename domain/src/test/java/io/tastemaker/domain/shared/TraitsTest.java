package io.tastemaker.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraitsTest {

    private static final Traits BEFORE = Traits.NONE.with("name", "Summer").with("budget", Optional.empty()).withheld("email", "a@example.org");

    @Test
    void only_what_differs_is_a_change() {
        Traits after = Traits.NONE.with("name", "Winter").with("budget", Optional.of(7)).withheld("email", "a@example.org");
        assertThat(BEFORE.changesTo(after)).containsExactly(
                new Change("name", Optional.of("Summer"), Optional.of("Winter")), new Change("budget", Optional.empty(), Optional.of("7")));
        assertThat(BEFORE.changesTo(BEFORE)).isEmpty();
    }

    @Test
    void of_what_is_withheld_only_the_name_is_told() {
        assertThat(BEFORE.changesTo(Traits.NONE.with("name", "Summer").withheld("email", "b@example.org")))
                .containsExactly(Change.withheld("email"));
        assertThat(BEFORE.gone()).contains(Change.withheld("email"));
        assertThat(BEFORE.made()).contains(Change.withheld("email")).hasToString(BEFORE.made().toString()).asString().doesNotContain("example");
        assertThat(BEFORE).asString().doesNotContain("Summer").doesNotContain("example");
    }

    @Test
    void values_are_written_as_people_read_them() {
        Traits traits = Traits.NONE.with("platforms", Set.of(Platform.TIKTOK, Platform.INSTAGRAM)).with("followers", Range.from(10L))
                .with("nothing", List.of()).with("blank", "");
        assertThat(traits.made()).extracting(change -> change.field() + " " + change.after().orElseThrow())
                .containsExactly("platforms instagram, tiktok", "followers 10..");
    }

    @Test
    void a_long_value_is_shortened_and_its_change_still_seen() {
        Traits shorter = Traits.NONE.with("brief", "x".repeat(Change.MOST_LENGTH + 1));
        List<Change> changes = shorter.changesTo(Traits.NONE.with("brief", "x".repeat(Change.MOST_LENGTH + 2)));
        assertThat(changes).singleElement().satisfies(change ->
                assertThat(change.after()).contains("x".repeat(Change.MOST_LENGTH - 1) + "…").isEqualTo(change.before()));
    }

    @Test
    void what_no_database_stores_is_replaced() {
        assertThat(new Change("name", Optional.of("a\0b"), Optional.of("\uD800c")))
                .isEqualTo(new Change("name", Optional.of("a\uFFFDb"), Optional.of("\uFFFDc")));
    }
}
