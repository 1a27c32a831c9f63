package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.matching.FindRanks;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.Pick;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts creators on a campaign's shortlist: all of them, or none when one is unknown. */
public final class AddToShortlist {

    /** How many creators one call may add. */
    public static final int MOST = 500;

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Shortlists shortlists;
    private final ShowCreators showCreators;
    private final FindRanks findRanks;
    private final InstantSource clock;

    AddToShortlist(
            Transactions transactions, Campaigns campaigns, Shortlists shortlists, ShowCreators showCreators, FindRanks findRanks,
            InstantSource clock) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.shortlists = shortlists;
        this.showCreators = showCreators;
        this.findRanks = findRanks;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who chooses
     * @param campaign which campaign
     * @param creators 1 to {@link #MOST} creators
     * @param note what the team says about the choice; blank for nothing
     * @param ranking the ranking they are taken from, whose receipts are kept with them; empty when chosen by hand
     */
    public record Command(Actor actor, CampaignId campaign, List<CreatorId> creators, String note, Optional<RankingId> ranking) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * All of them are on the list now.
         *
         * @param added the new entries
         * @param alreadyThere how many were on the list before
         */
        record Added(List<ShortlistEntry> added, int alreadyThere) implements Outcome {}

        /**
         * Nobody was added.
         *
         * @param unknown the creators that do not exist for this team
         */
        record UnknownCreators(Set<CreatorId> unknown) implements Outcome {}

        /**
         * Nobody was added.
         *
         * @param unranked the creators that do not stand in the ranking
         */
        record NotRanked(Set<CreatorId> unranked) implements Outcome {}

        /** Nobody was added: there is no such ranking, or not any more. */
        record RankingGone() implements Outcome {}

        /**
         * Nobody was added: the campaign is over.
         *
         * @param status where it stands
         * @param allowed the steps that it may still take
         */
        record Over(Campaign.Status status, List<CampaignStep> allowed) implements Outcome {}
    }

    /**
     * Adds the creators.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Set<CreatorId> wanted = new LinkedHashSet<>(command.creators());
        Map<CreatorId, Creator> known = showCreators.handle(new ShowCreators.Query(actor, wanted)).stream()
                .collect(Collectors.toMap(Creator::id, creator -> creator));
        Optional<FindRanks.Outcome> ranks = command.ranking().map(ranking -> findRanks.handle(new FindRanks.Query(actor, ranking, wanted)));
        return transactions.inTransaction(actor, "campaign.shortlist", () -> {
            Campaign campaign = campaigns.find(command.campaign()).orElseThrow(Refusal.NotFound::new);
            if (campaign.isOver()) {
                return refused(campaign, new Outcome.Over(campaign.status(), campaign.steps()));
            }
            if (!known.keySet().containsAll(wanted)) {
                return refused(campaign, new Outcome.UnknownCreators(without(wanted, known.keySet())));
            }
            return switch (ranks.orElseGet(() -> new FindRanks.Outcome.Found(Map.of()))) {
                case FindRanks.Outcome.Gone gone -> refused(campaign, new Outcome.RankingGone());
                case FindRanks.Outcome.Found(var found) when ranks.isPresent() && !found.keySet().containsAll(wanted) ->
                    refused(campaign, new Outcome.NotRanked(without(wanted, found.keySet())));
                case FindRanks.Outcome.Found(var found) -> add(command, wanted.stream().map(known::get).toList(), found);
            };
        });
    }

    private Outcome add(Command command, List<Creator> creators, Map<CreatorId, FindRanks.Rank> ranks) {
        Instant now = clock.instant();
        List<ShortlistEntry> added = shortlists.add(creators.stream()
                .map(creator -> new ShortlistEntry(command.campaign(), creator.id(), creator.owner(), ShortlistEntry.Status.PENDING,
                        command.note(), command.ranking().map(ranking -> pick(ranking, ranks.get(creator.id()))), command.actor().label(), now, 1))
                .toList());
        transactions.about(Subject.of("campaign", command.campaign()), added.stream().flatMap(entry -> entry.traits().made().stream()).toList());
        return new Outcome.Added(added, creators.size() - added.size());
    }

    private Outcome refused(Campaign campaign, Outcome outcome) {
        transactions.refused(Subject.of("campaign", campaign.id()));
        return outcome;
    }

    private static Pick pick(RankingId ranking, FindRanks.Rank rank) {
        return new Pick(ranking, rank.rank(), rank.score());
    }

    private static Set<CreatorId> without(Set<CreatorId> all, Set<CreatorId> some) {
        return all.stream().filter(Predicate.not(some::contains)).collect(Collectors.toSet());
    }
}
