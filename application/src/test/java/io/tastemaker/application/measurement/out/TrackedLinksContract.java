package io.tastemaker.application.measurement.out;

import static io.tastemaker.application.measurement.out.MeasurementStores.code;
import static io.tastemaker.application.measurement.out.MeasurementStores.link;
import static io.tastemaker.application.measurement.out.MeasurementStores.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.measurement.DayClicks;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.TeamId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of tracked links does. */
public abstract class TrackedLinksContract {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private MeasurementStores stores;
    private TrackedLinks links;

    protected abstract MeasurementStores open();

    @BeforeEach
    void openStores() {
        stores = open();
        links = stores.places.links();
    }

    @Test
    void a_link_is_found_as_it_was_added_by_its_own_team_only() {
        TrackedLink link = added(0);

        assertThat(stores.read(stores.team, () -> links.find(stores.id(), link.id()))).contains(link);
        assertThat(stores.read(stores.team, () -> links.findByCode(stores.id(), link.code()))).contains(link);
        assertThat(stores.read(stores.team, () -> links.all(stores.id()))).containsExactly(link);
        assertThat(stores.read(stores.other, () -> links.find(stores.id(), link.id()))).isEmpty();
        assertThat(stores.read(stores.other, () -> links.findByCode(stores.id(), link.code()))).isEmpty();
        assertThat(stores.read(stores.team, () -> links.findByCode(stores.id(), "abcdefghijkl"))).isEmpty();
    }

    @Test
    void nothing_is_added_to_another_teams_campaign() {
        assertThatThrownBy(() -> add(stores.other, link(stores.id(), code(), second(0)))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_link_is_archived_once() {
        TrackedLink link = added(0);
        archive(link.archived(second(9)));
        archive(link.archived(second(20)));
        assertThat(stores.read(stores.team, () -> links.find(stores.id(), link.id()))).contains(link.archived(second(9)));
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first_with_the_clicks_of_each() {
        List<TrackedLink> oldestFirst = List.of(added(1), added(2), added(3), added(4), added(5));
        TrackedLink followed = oldestFirst.get(2);
        stores.places.doorways().add(List.of(new Doorways.Clicks(stores.team, followed.id(), DAY, 3),
                new Doorways.Clicks(stores.team, followed.id(), DAY.plusDays(1), 4)));

        assertThat(stores.pages(stores.team, page -> links.list(stores.id(), page))).isEqualTo(oldestFirst.reversed().stream()
                .map(link -> new TrackedLinks.Followed(link, link.equals(followed) ? 7 : 0)).toList());
        assertThat(stores.pages(stores.other, page -> links.list(stores.id(), page))).isEmpty();
    }

    @Test
    void clicks_are_told_day_by_day_to_the_own_team_only() {
        TrackedLink link = added(1);
        stores.places.doorways().add(List.of(new Doorways.Clicks(stores.team, link.id(), DAY, 3),
                new Doorways.Clicks(stores.team, link.id(), DAY.plusDays(2), 1)));

        assertThat(stores.read(stores.team, () -> links.allClicks(stores.id())))
                .containsExactlyInAnyOrder(new DayClicks(link.id(), DAY, 3), new DayClicks(link.id(), DAY.plusDays(2), 1));
        assertThat(stores.read(stores.other, () -> links.allClicks(stores.id()))).isEmpty();
        assertThat(stores.read(stores.team, () -> links.allClicks(stores.others.id()))).isEmpty();
    }

    private TrackedLink added(int second) {
        TrackedLink link = link(stores.id(), code(), second(second));
        add(stores.team, link);
        return link;
    }

    private void add(TeamId writer, TrackedLink link) {
        stores.write(writer, () -> {
            links.add(link);
            return true;
        });
    }

    private void archive(TrackedLink link) {
        stores.write(stores.team, () -> {
            links.archive(link);
            return true;
        });
    }
}
