package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.CampaignId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A proposal.
 *
 * @param id the proposal
 * @param teamId whose
 * @param version as in the ETag
 * @param status where it stands
 * @param allowed what can be done with it now
 * @param terms what it offers
 * @param createdBy who made it
 * @param createdAt when
 * @param updatedAt when the last step was taken
 */
record ProposalJson(
        UUID id,
        UUID teamId,
        @About("As in the ETag; every step makes one") long version,
        @About("draft, sent, approved, declined or withdrawn") String status,
        @About("What can be done with it now") List<String> allowed,
        ShownTermsJson terms,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What a proposal offers.
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
    record ShownTermsJson(
            String title, String summary, Optional<UUID> campaignId, List<String> deliverables, Optional<MoneyJson> fee,
            Optional<LocalDate> startsOn, Optional<LocalDate> endsOn, String conditions) {

        static ShownTermsJson of(Terms terms) {
            return new ShownTermsJson(terms.title(), terms.summary(), terms.campaign().map(CampaignId::value), terms.deliverables(),
                    terms.fee().map(MoneyJson::of), terms.startsOn(), terms.endsOn(), terms.conditions());
        }
    }

    static ProposalJson of(Proposal proposal) {
        return new ProposalJson(proposal.id().value(), proposal.team().value(), proposal.version(), proposal.status().code(),
                codes(proposal.allowed()), ShownTermsJson.of(proposal.terms()), proposal.createdBy(), proposal.createdAt(), proposal.updatedAt());
    }

    static List<String> codes(List<Proposal.Step> steps) {
        return steps.stream().map(Proposal.Step::code).toList();
    }
}
