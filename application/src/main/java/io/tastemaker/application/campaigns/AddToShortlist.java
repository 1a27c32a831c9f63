package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.creators.Creator;
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
import java.util.stream.Collectors;

/** Puts creators on a campaign's shortlist: all of them, or none when one is unknown. */
public final class AddToShortlist {

    /** How many creators one call may add. */
    public static final int MOST = 500;

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Shortlists shortlists;
    private final ShowCreators showCreators;
    private final InstantSource clock;

    AddToShortlist(
            Transactions transactions, Campaigns campaigns, Shortlists shortlists, ShowCreators showCreators, InstantSource clock) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.shortlists = shortlists;
        this.showCreators = showCreators;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who chooses
     * @param campaign which campaign
     * @param creators 1 to {@link #MOST} creators
     * @param note what the team says about the choice; blank for nothing
     * @param rankingId the ranking they were taken from, empty when chosen by hand
     */
    public record Command(Actor actor, CampaignId campaign, List<CreatorId> creators, String note, Optional<String> rankingId) {}

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
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "campaign.shortlist", () -> {
            campaigns.find(command.campaign()).orElseThrow(Refusal.NotFound::new);
            if (!known.keySet().containsAll(wanted)) {
                transactions.refused(Subject.of("campaign", command.campaign()));
                wanted.removeAll(known.keySet());
                return new Outcome.UnknownCreators(wanted);
            }
            List<ShortlistEntry> added = shortlists.add(wanted.stream()
                    .map(known::get)
                    .map(creator -> new ShortlistEntry(command.campaign(), creator.id(), creator.owner(),
                            ShortlistEntry.Status.PENDING, command.note(), command.rankingId(), actor.label(), now, 1))
                    .toList());
            transactions.about(Subject.of("campaign", command.campaign()),
                    added.stream().flatMap(entry -> entry.traits().made().stream()).toList());
            return new Outcome.Added(added, wanted.size() - added.size());
        });
    }
}
