package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.CampaignId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes terms of what was sent. */
final class Wording {

    /**
     * From when to when.
     *
     * @param first the first day
     * @param last the last day
     */
    record Days(Optional<LocalDate> first, Optional<LocalDate> last) {}

    private Wording() {}

    static Terms of(String title, String summary, Optional<UUID> campaign, List<String> deliverables, Optional<MoneyJson> fee, Days days,
            String conditions) {
        if (days.first().isPresent() && days.last().isPresent() && days.last().get().isBefore(days.first().get())) {
            throw Problem.invalid("#/ends_on", "must not be before starts_on").asException();
        }
        return new Terms(title.strip(), summary, campaign.map(CampaignId::new), deliverables.stream().map(String::strip).toList(),
                fee.map(MoneyJson::money), days.first(), days.last(), conditions);
    }
}
