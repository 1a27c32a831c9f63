package io.tastemaker.application.proposals.out;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.ProposalTemplateId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proposals to test with. */
public final class ProposalFixtures {

    /** Terms with everything in them. */
    public static final Terms FULL = new Terms("Spring \"serum\" 🌱", "Three reels,\nand more", Optional.of(new CampaignId(new UUID(7, 7))),
            List.of("1 reel", "2 stories; both in May"), Optional.of(Money.of("1200.00", "EUR")), Optional.of(LocalDate.of(2026, 10, 1)),
            Optional.of(LocalDate.of(2026, 10, 31)), "no rivals for 30 days");

    /** Terms with nothing but a title in them. */
    public static final Terms BARE = new Terms("Spring serum", "", Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    private ProposalFixtures() {}

    /** A draft with a new id. */
    public static Proposal draft(TeamId team, Terms terms, Instant createdAt) {
        return Proposal.draft(new ProposalId(SeededIds.next()), team, terms, "user:ana", createdAt);
    }

    /** The version that a step made. */
    public static ProposalVersion version(Proposal after, Proposal.Step step) {
        return ProposalVersion.of(after, step, "because of \"this\"", "user:ben");
    }

    /** A template with a new id. */
    public static ProposalTemplate template(TeamId team, Instant createdAt) {
        return new ProposalTemplate(new ProposalTemplateId(SeededIds.next()), team, 1, "Reels", FULL, "user:ana", createdAt, createdAt);
    }
}
