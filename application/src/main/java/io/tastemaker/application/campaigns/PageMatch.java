package io.tastemaker.application.campaigns;

import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CampaignId;
import java.util.Optional;

/** Goes on to a later page of a campaign's match, which is paid for like a later page of a search. */
public final class PageMatch {

    private final ShowMatch showMatch;
    private final PayForRanking payForRanking;

    PageMatch(ShowMatch showMatch, PayForRanking payForRanking) {
        this.showMatch = showMatch;
        this.payForRanking = payForRanking;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param ranking which of its matches
     * @param offset how many creators stand before the page
     * @param limit the size of the page, 1 to 100
     * @param terms on which terms the caller pays
     */
    public record Command(Actor actor, CampaignId campaign, RankingId ranking, int offset, int limit, PayForRanking.Terms terms) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The page.
         *
         * @param page the ranks
         * @param payment what the wallet answered; empty when nothing was to be paid
         */
        record Found(RankedPage page, Optional<Answered> payment) implements Outcome {}

        /**
         * Nothing was done: this is what the wallet would answer.
         *
         * @param answered the answer; empty when nothing would be to pay
         */
        record Foreseen(Optional<Answered> answered) implements Outcome {}

        /**
         * It was not paid for.
         *
         * @param answered why
         */
        record Refused(Answered answered) implements Outcome {}
    }

    /**
     * Goes on.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign, or the campaign no such match
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.MATCH_CAMPAIGNS);
        RankedPage page = showMatch.handle(new ShowMatch.Query(
                command.actor(), command.campaign(), command.ranking(), command.offset(), command.limit())).page();
        PayForRanking.Page later = new PayForRanking.Page.Later(command.ranking(), command.offset());
        PayForRanking.Command payment = new PayForRanking.Command(command.actor(), Permission.MATCH_CAMPAIGNS, later, command.terms());
        return switch (payForRanking.handle(payment)) {
            case PayForRanking.Outcome.Settled(Optional<Answered> answered) -> new Outcome.Found(page, answered);
            case PayForRanking.Outcome.Foreseen(Optional<Answered> answered) -> new Outcome.Foreseen(answered);
            case PayForRanking.Outcome.Refused(Answered answered) -> new Outcome.Refused(answered);
        };
    }
}
