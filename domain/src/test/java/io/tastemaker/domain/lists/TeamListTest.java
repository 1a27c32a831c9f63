package io.tastemaker.domain.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamListTest {

    private static final TeamId TEAM = new TeamId(new UUID(1, 1));
    private static final ListId LIST = new ListId(new UUID(4, 4));
    private static final CreatorId CREATOR = new CreatorId(new UUID(5, 5));
    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final OrderKey PLACE = OrderKey.after(Optional.empty(), 1).getFirst();

    @Test
    void a_change_makes_the_next_version_and_keeps_who_made_it() {
        TeamList list = TeamList.begin(LIST, TEAM, look("Spring", ListForm.PLAIN), "user:ana", NOON);
        TeamList changed = list.changed(new TeamList.Look("Summer", "for June", TeamList.Visibility.PRIVATE, ListForm.PLAIN), NOON.plusSeconds(1));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.createdBy()).isEqualTo("user:ana");
        assertThat(changed.updatedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(changed.look().name()).isEqualTo("Summer");
        assertThat(list.traits().changesTo(changed.traits())).containsExactly(
                Change.withheld("name"), new Change("visibility", Optional.of("team"), Optional.of("private")), Change.withheld("description"));
    }

    @Test
    void names_notes_and_columns_have_bounds() {
        assertThatThrownBy(() -> TeamList.begin(LIST, TEAM, look(" ", ListForm.PLAIN), "user:ana", NOON)).hasMessageContaining("name");
        assertThatThrownBy(() -> TeamList.begin(LIST, TEAM, look("x".repeat(201), ListForm.PLAIN), "user:ana", NOON))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new ListForm(List.of("Rate", "rate"), "", "")).hasMessageContaining("different");
        assertThatThrownBy(() -> new ListForm(List.of(" "), "", "")).hasMessageContaining("columns");
        assertThatThrownBy(() -> new ListForm(IntStream.range(0, 21).mapToObj(i -> "c" + i).toList(), "", "")).hasMessageContaining("columns");
        assertThatThrownBy(() -> new ListForm(List.of(), "x".repeat(2_001), "")).hasMessageContaining("2,000");
        assertThatThrownBy(() -> item(Map.of("Rate", "x".repeat(501)))).hasMessageContaining("500");
        assertThatThrownBy(() -> item(Map.of("Rate", ""))).hasMessageContaining("500");
    }

    @Test
    void characters_are_counted_as_people_do_and_a_copy_has_room_for_its_name() {
        TeamList list = TeamList.begin(LIST, TEAM, look("🌱".repeat(200), ListForm.PLAIN), "user:ana", NOON);
        assertThat(list.nameOfCopy()).isEqualTo("🌱".repeat(193) + " (copy)");
        assertThat(TeamList.begin(LIST, TEAM, look("Spring", ListForm.PLAIN), "user:ana", NOON).nameOfCopy()).isEqualTo("Spring (copy)");
        assertThatThrownBy(() -> TeamList.begin(LIST, TEAM, look("🌱".repeat(201), ListForm.PLAIN), "user:ana", NOON)).hasMessageContaining("name");
    }

    @Test
    void values_of_columns_that_are_gone_are_hidden_and_come_back_with_them() {
        ListItem item = item(Map.of("Rate", "500 EUR", "Agent", "Bea"));

        assertThat(item.within(new ListForm(List.of("Agent"), "", "")).values()).isEqualTo(Map.of("Agent", "Bea"));
        assertThat(item.within(new ListForm(List.of("Agent", "Rate"), "", "")).values()).isEqualTo(item.values());
        assertThat(new ListForm(List.of("Agent"), "", "").unknown(item.values())).containsExactly("Rate");
    }

    @Test
    void a_move_is_no_change_of_what_somebody_read() {
        ListItem item = item(Map.of());
        assertThat(item.movedTo(OrderKey.between(Optional.empty(), Optional.of(PLACE))).version()).isEqualTo(1);
        assertThat(item.changed("call her", Map.of()).version()).isEqualTo(2);
    }

    @Test
    void every_figure_says_on_how_many_it_rests_and_nothing_unknown_counts_as_zero() {
        ListPerformance performance = ListPerformance.of(List.of(
                seen(true, 1_000, 0.05, Set.of(Category.BEAUTY, Category.FOOD), "BR"),
                seen(false, 4_000, 0.01, Set.of(Category.BEAUTY), "BR"),
                seen(false, 2_500, 0.03, Set.of(), "PT"),
                new ListPerformance.Seen(false, Platform.TIKTOK, Set.of(), Optional.empty(), OptionalLong.empty(), OptionalDouble.empty(),
                        OptionalLong.empty(), OptionalDouble.empty())));

        assertThat(performance.creators()).isEqualTo(4);
        assertThat(performance.unlocked()).isEqualTo(1);
        assertThat(performance.followers()).contains(new ListPerformance.Figures(7_500, 2_500, 2_500, 3));
        assertThat(performance.engagementRate().orElseThrow().mean()).isCloseTo(0.03, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(performance.engagementRate().orElseThrow().sample()).isEqualTo(3);
        assertThat(performance.averageViews()).contains(new ListPerformance.Figures(700, 700, 700, 1));
        assertThat(performance.sentiment()).isEmpty();
        assertThat(performance.platforms()).isEqualTo(new ListPerformance.Distribution(
                List.of(new ListPerformance.Count("instagram", 3), new ListPerformance.Count("tiktok", 1)), 4));
        assertThat(performance.categories()).isEqualTo(new ListPerformance.Distribution(
                List.of(new ListPerformance.Count("beauty", 2), new ListPerformance.Count("food", 1)), 2));
        assertThat(performance.countries().sample()).isEqualTo(3);
    }

    @Test
    void the_median_of_an_even_number_is_between_the_middle_two() {
        ListPerformance performance = ListPerformance.of(List.of(seen(true, 1, 0, Set.of(), "BR"), seen(true, 2, 0, Set.of(), "BR"),
                seen(true, 10, 0, Set.of(), "BR"), seen(true, 100, 0, Set.of(), "BR")));
        assertThat(performance.followers().orElseThrow().median()).isEqualTo(6);
    }

    @Test
    void an_empty_list_has_no_figures() {
        ListPerformance performance = ListPerformance.of(List.of());
        assertThat(performance.creators()).isZero();
        assertThat(performance.followers()).isEmpty();
        assertThat(performance.platforms()).isEqualTo(new ListPerformance.Distribution(List.of(), 0));
    }

    private static TeamList.Look look(String name, ListForm form) {
        return new TeamList.Look(name, "", TeamList.Visibility.TEAM, form);
    }

    private static ListItem item(Map<String, String> values) {
        return new ListItem(LIST, CREATOR, TEAM, PLACE, "good light", values, Optional.empty(), "user:ana", NOON, 1);
    }

    private static ListPerformance.Seen seen(boolean unlocked, long followers, double rate, Set<Category> categories, String country) {
        return new ListPerformance.Seen(unlocked, Platform.INSTAGRAM, categories, Optional.of(country), OptionalLong.of(followers),
                OptionalDouble.of(rate), unlocked ? OptionalLong.of(700) : OptionalLong.empty(), OptionalDouble.empty());
    }
}
