package io.tastemaker.application.measurement.out;

import static io.tastemaker.application.measurement.out.MeasurementStores.code;
import static io.tastemaker.application.measurement.out.MeasurementStores.link;
import static io.tastemaker.application.measurement.out.MeasurementStores.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.measurement.ConversionSecret;
import io.tastemaker.domain.measurement.DayClicks;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every way in for strangers does. */
public abstract class DoorwaysContract {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private MeasurementStores stores;
    private Doorways doorways;
    private TrackedLink link;

    /** Stores that remember nothing of what strangers asked before. */
    protected abstract MeasurementStores open();

    @BeforeEach
    void openStores() {
        stores = open();
        doorways = stores.places.doorways();
        link = link(stores.id(), code(), second(0));
        stores.write(stores.team, () -> {
            stores.places.links().add(link);
            return true;
        });
    }

    @Test
    void a_code_leads_on_whoever_asks_until_the_link_is_archived() {
        assertThat(doorways.findLink(link.code())).contains(new Doorways.Door(stores.team, link.id(), link.target(), true));
        assertThat(doorways.findLink(code())).isEmpty();
        stores.write(stores.team, () -> {
            stores.places.links().archive(link.archived(second(1)));
            return true;
        });
        assertThat(doorways.findLink(link.code())).isEmpty();
    }

    @Test
    void links_of_an_archived_campaign_lead_on_and_count_no_more() {
        stores.archiveCampaign();
        assertThat(doorways.findLink(link.code())).contains(new Doorways.Door(stores.team, link.id(), link.target(), false));
    }

    @Test
    void clicks_add_up_by_day_and_those_of_links_that_are_gone_are_dropped() {
        doorways.add(List.of(clicks(DAY, 2), clicks(DAY.plusDays(1), 1), new Doorways.Clicks(stores.team, new TrackedLinkId(SeededIds.next()), DAY, 5)));
        doorways.add(List.of(clicks(DAY, 40)));
        doorways.add(List.of());
        assertThat(stores.read(stores.team, () -> stores.places.links().allClicks(stores.id())))
                .containsExactlyInAnyOrder(new DayClicks(link.id(), DAY, 42), new DayClicks(link.id(), DAY.plusDays(1), 1));
    }

    @Test
    void the_team_of_a_campaign_is_found_once_a_shop_has_a_secret_for_it() {
        assertThat(doorways.findTeam(stores.id())).isEmpty();
        stores.write(stores.team, () -> {
            stores.places.secrets().keep(stores.id(),
                    List.of(new ConversionSecret(SeededIds.next(), stores.id(), new byte[] {1}, second(1), Optional.empty())));
            return true;
        });
        assertThat(doorways.findTeam(stores.id())).contains(stores.team);
        assertThat(doorways.findTeam(stores.others.id())).isEmpty();
    }

    private Doorways.Clicks clicks(LocalDate day, long count) {
        return new Doorways.Clicks(stores.team, link.id(), day, count);
    }
}
