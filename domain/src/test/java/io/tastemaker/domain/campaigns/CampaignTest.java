package io.tastemaker.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    @Test
    void a_change_makes_the_next_version_and_keeps_the_birth() {
        Campaign draft = draft("Spring serum");

        Campaign changed = changed(draft, "Summer serum", draft.brief());

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.name()).isEqualTo("Summer serum");
        assertThat(changed.createdAt()).isEqualTo(MONDAY);
        assertThat(changed.updatedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void only_a_draft_can_be_deleted() {
        assertThat(CampaignStepTest.at(Campaign.Status.DRAFT).isDeletable()).isTrue();
        assertThat(CampaignStepTest.at(Campaign.Status.ACTIVE).isDeletable()).isFalse();
    }

    private static Campaign changed(Campaign campaign, String name, Brief brief) {
        return ((Campaign.Change.Changed) campaign.change(name, brief, TUESDAY)).campaign();
    }

    @Test
    void a_campaign_does_not_end_before_it_starts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> brief(Optional.of(LocalDate.of(2026, 3, 2)), Optional.of(LocalDate.of(2026, 3, 1))));
        assertThat(brief(Optional.of(LocalDate.of(2026, 3, 2)), Optional.of(LocalDate.of(2026, 3, 2))).endsOn()).isPresent();
    }

    @Test
    void a_name_is_needed() {
        assertThatIllegalArgumentException().isThrownBy(() -> draft(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> draft("x".repeat(201)));
    }

    private static Campaign draft(String name) {
        return Campaign.draft(new CampaignId(new UUID(1, 1)), new TeamId(new UUID(2, 2)), name,
                brief(Optional.empty(), Optional.empty()), "user:1", MONDAY);
    }

    private static Brief brief(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new Brief("", Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), from, to);
    }
}
