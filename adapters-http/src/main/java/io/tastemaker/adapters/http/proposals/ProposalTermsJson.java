package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.proposals.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a proposal offers, as it is sent.
 *
 * @param title what it is called
 * @param summary what it is about
 * @param campaignId the campaign it belongs to
 * @param deliverables what is to be delivered
 * @param fee what is paid for all of it
 * @param startsOn first day
 * @param endsOn last day
 * @param conditions what else holds
 */
record ProposalTermsJson(
        @About("1 to 200 characters") @Length(max = 200) String title,
        @About("What it is about") Optional<@Length(min = 0, max = 10_000) String> summary,
        @About("The campaign it belongs to") Optional<UUID> campaignId,
        @About("What is to be delivered, a line each")
        Optional<@Entries(max = 50) List<@Length(max = 500) @Matches(value = ProposalTermsJson.LINE, says = ProposalTermsJson.LINE_SAYS) String>> deliverables,
        @About("What is paid for all of it") Optional<MoneyJson> fee,
        @About("First day") Optional<LocalDate> startsOn,
        @About("Last day, not before the first") Optional<LocalDate> endsOn,
        @About("What else holds") Optional<@Length(min = 0, max = 10_000) String> conditions) {

    static final String LINE = "[^\\n\\r]*";
    static final String LINE_SAYS = "one line";

    Terms terms() {
        return Wording.of(title, summary.orElse(""), campaignId, deliverables.orElse(List.of()), fee, new Wording.Days(startsOn, endsOn),
                conditions.orElse(""));
    }
}
