package io.tastemaker.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityPhrasesTest {

    private static List<Change> about(int creators) {
        Traits traits = Traits.NONE;
        for (int number = 0; number < creators; number++) {
            String place = "creators." + new UUID(1, number);
            traits = traits.with(place + ".status", "pending").with(place + ".ranking", "rk_1");
        }
        return traits.made();
    }

    @ParameterizedTest
    @CsvSource({
        "campaign.launch,                 launched the campaign",
        "campaign.deliverable.approve,    approved a deliverable",
        "campaign.comment.add,            wrote a comment",
        "measurement.coupon_codes.import, imported the coupon codes",
        "audience.change,                 changed the audience",
        "outreach.wave,                   did this: outreach wave",
        "odd,                             did this: odd"})
    void an_action_is_told_in_words_whether_it_is_known_or_not(String action, String words) {
        assertThat(ActivityPhrases.tell(action, List.of())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, added no new creator to the shortlist", "1, added a creator to the shortlist", "3, added 3 creators to the shortlist"})
    void things_are_counted_by_their_ids(int creators, String words) {
        assertThat(ActivityPhrases.tell("campaign.shortlist", about(creators))).isEqualTo(words);
    }

    @Test
    void money_is_told_with_its_amount_and_that_it_went_over_the_budget() {
        BudgetEntry entry = new BudgetEntry(new CampaignId(new UUID(1, 1)), new BudgetLineId(new UUID(2, 2)), 1, BudgetEntry.Kind.COMMIT,
                Money.of("250.00", "BRL"), "secret reason", true, "user:ana", Instant.EPOCH);
        assertThat(ActivityPhrases.tell("campaign.budget.enter", entry.traits().made()))
                .isEqualTo("committed 250.00 BRL of the budget, over the budget");
        assertThat(ActivityPhrases.tell("campaign.budget.enter", List.of())).isEqualTo("moved money in the budget");
    }

    @Test
    void a_milestone_is_reached_when_its_time_is_set() {
        Change done = new Change("milestones.x.done_at", Optional.empty(), Optional.of("2026-09-01T12:00:00Z"));
        assertThat(ActivityPhrases.tell("campaign.milestone.change", List.of(done))).isEqualTo("reached a milestone");
        assertThat(ActivityPhrases.tell("campaign.milestone.change", List.of(new Change("milestones.x.done_at", done.after(), Optional.empty()))))
                .isEqualTo("took back that a milestone was reached");
        assertThat(ActivityPhrases.tell("campaign.milestone.change", List.of())).isEqualTo("changed a milestone");
    }
}
