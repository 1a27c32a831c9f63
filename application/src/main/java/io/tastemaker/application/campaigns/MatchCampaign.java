package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Matches;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.matching.KeepRanking;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankCreators;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.matching.ShowRanking;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ranks creators against a campaign's brief, has it paid for where it is to be paid for, and keeps the ranking for good. */
public final class MatchCampaign {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Matches matches;
    private final Shortlists shortlists;
    private final RankCreators rankCreators;
    private final PayForRanking payForRanking;
    private final KeepRanking keepRanking;
    private final ShowRanking showRanking;
    private final InstantSource clock;

    MatchCampaign(
            Transactions transactions,
            Campaigns campaigns,
            Matches matches,
            Shortlists shortlists,
            RankCreators rankCreators,
            PayForRanking payForRanking,
            KeepRanking keepRanking,
            ShowRanking showRanking,
            InstantSource clock) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.matches = matches;
        this.shortlists = shortlists;
        this.rankCreators = rankCreators;
        this.payForRanking = payForRanking;
        this.keepRanking = keepRanking;
        this.showRanking = showRanking;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who matches
     * @param campaign whose brief
     * @param filters further filters; one of the same name takes the place of the brief's
     * @param similarTo rank only creators like one of these; empty for no such filter
     * @param excludeShortlisted whether to leave out who is on the campaign's shortlist
     * @param limit the size of the first page, 1 to 100
     * @param terms on which terms the caller pays
     */
    public record Command(
            Actor actor,
            CampaignId campaign,
            List<HardFilter> filters,
            Set<CreatorId> similarTo,
            boolean excludeShortlisted,
            int limit,
            PayForRanking.Terms terms) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The match is kept.
         *
         * @param match the record
         * @param criteria what was asked
         * @param page the first ranks
         * @param payment what the wallet answered; empty when nothing was to be paid
         */
        record Matched(CampaignMatch match, SearchCriteria criteria, RankedPage page, Optional<Answered> payment) implements Outcome {}

        /**
         * Nothing was ranked: this is what the wallet would answer.
         *
         * @param answered the answer; empty when nothing would be to pay
         */
        record Foreseen(Optional<Answered> answered) implements Outcome {}

        /**
         * It was not paid for, and nothing is kept.
         *
         * @param answered why
         */
        record Refused(Answered answered) implements Outcome {}

        /**
         * Some of the creators to be like are not there.
         *
         * @param unknown those the team does not see
         */
        record UnknownCreators(Set<CreatorId> unknown) implements Outcome {}
    }

    private record Prepared(Campaign campaign, Set<CreatorId> shortlisted) {}

    private record Found(Campaign campaign, Ranking ranking, Instant at) {}

    /**
     * Matches the campaign.
     *
     * @param command what is wanted
     * @return the first page, or why there is none
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.MATCH_CAMPAIGNS);
        Instant now = clock.instant();
        Prepared prepared = transactions.reading(actor, () -> new Prepared(
                campaigns.find(command.campaign()).orElseThrow(Refusal.NotFound::new),
                command.excludeShortlisted() ? shortlists.creators(command.campaign()) : Set.of()));
        SearchCriteria asked = prepared.campaign().brief().criteria(now.atZone(ZoneOffset.UTC).toLocalDate(), command.filters());
        if (command.terms().dryRun()) {
            return pay(command, asked, Optional.empty());
        }
        SearchCriteria criteria = asked.without(prepared.shortlisted());
        return switch (rankCreators.handle(new RankCreators.Query(actor, criteria, command.similarTo()))) {
            case RankCreators.Outcome.UnknownCreators unknown -> new Outcome.UnknownCreators(unknown.unknown());
            case RankCreators.Outcome.Ranked ranked -> pay(command, asked, Optional.of(new Found(prepared.campaign(), ranked.ranking(), now)));
        };
    }

    private Outcome pay(Command command, SearchCriteria asked, Optional<Found> found) {
        PayForRanking.Page first = new PayForRanking.Page.First(asked, command.similarTo());
        PayForRanking.Command payment = new PayForRanking.Command(command.actor(), Permission.MATCH_CAMPAIGNS, first, command.terms());
        return switch (payForRanking.handle(payment)) {
            case PayForRanking.Outcome.Settled(Optional<Answered> answered) -> keep(command, found.orElseThrow(), answered);
            case PayForRanking.Outcome.Foreseen(Optional<Answered> answered) -> new Outcome.Foreseen(answered);
            case PayForRanking.Outcome.Refused(Answered answered) -> new Outcome.Refused(answered);
        };
    }

    private Outcome keep(Command command, Found found, Optional<Answered> payment) {
        Actor actor = command.actor();
        Campaign campaign = found.campaign();
        Ranking ranking = found.ranking();
        keepRanking.handle(new KeepRanking.Command(actor, ranking));
        CampaignMatch match =
                new CampaignMatch(campaign.id(), campaign.version(), ranking.id(), ranking.total(), actor.label(), found.at());
        CampaignMatch kept = transactions.inTransaction(actor, "campaign.match", () -> {
            matches.add(match);
            transactions.about(Subject.of("campaign", campaign.id()),
                    Traits.NONE.with("ranking", match.ranking()).with("total", match.total()).made());
            return matches.find(campaign.id(), ranking.id()).orElseThrow();
        });
        RankedPage page = showRanking.handle(new ShowRanking.Query(actor, ranking.id(), 0, command.limit()));
        return new Outcome.Matched(kept, ranking.criteria(), page, payment);
    }
}
