package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.CampaignId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of what a proposal offers, as a JSON Merge Patch.
 *
 * @param title what it is called
 * @param summary what it is about
 * @param campaignId the campaign it belongs to
 * @param deliverables what is to be delivered
 * @param fee what is paid for all of it
 * @param startsOn first day
 * @param endsOn last day
 * @param conditions what else holds
 * @param reason why it is changed
 */
record ProposalPatchJson(
        @About("1 to 200 characters") @Kept Field<@Length(max = 200) String> title,
        @About("What it is about") Field<@Length(min = 0, max = 10_000) String> summary,
        @About("The campaign it belongs to") Field<UUID> campaignId,
        @About("What is to be delivered, a line each")
        Field<@Entries(max = 50) List<@Length(max = 500) @Matches(value = ProposalTermsJson.LINE, says = ProposalTermsJson.LINE_SAYS) String>> deliverables,
        @About("What is paid for all of it; replaced as a whole") Field<MoneyJson> fee,
        @About("First day") Field<LocalDate> startsOn,
        @About("Last day, not before the first") Field<LocalDate> endsOn,
        @About("What else holds") Field<@Length(min = 0, max = 10_000) String> conditions,
        @About("Why it is changed; stands in the version") @Kept Field<@Length(min = 0, max = 2_000) String> reason) {

    Terms over(Terms terms) {
        return Wording.of(title.over(Optional.of(terms.title())).orElseThrow(), summary.over(Optional.of(terms.summary())).orElse(""),
                campaignId.over(terms.campaign().map(CampaignId::value)), deliverables.over(Optional.of(terms.deliverables())).orElse(List.of()),
                fee.over(terms.fee().map(MoneyJson::of)), new Wording.Days(startsOn.over(terms.startsOn()), endsOn.over(terms.endsOn())),
                conditions.over(Optional.of(terms.conditions())).orElse(""));
    }

    String why() {
        return reason.over(Optional.empty()).orElse("");
    }
}
