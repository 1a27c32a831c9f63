package io.tastemaker.application.measurement;

import io.tastemaker.application.content.FindPosts;
import io.tastemaker.application.measurement.out.CampaignPosts;
import io.tastemaker.application.measurement.out.Conversions;
import io.tastemaker.application.measurement.out.MetricRows;
import io.tastemaker.application.measurement.out.TrackedLinks;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.measurement.Evidence;
import io.tastemaker.domain.measurement.Measured;
import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers all that is known of a campaign's effect. */
final class Records {

    /**
     * What was gathered.
     *
     * @param evidence what the numbers rest on
     * @param currency of the campaign's budget
     * @param shortlist who was chosen
     */
    record Gathered(Evidence evidence, Optional<Currency> currency, Map<CreatorId, ShortlistEntry> shortlist) {}

    private record Name(CreatorId creator, String key) {}

    private final Transactions transactions;
    private final CampaignPosts posts;
    private final MetricRows rows;
    private final TrackedLinks links;
    private final Conversions conversions;
    private final Roster roster;
    private final FindPosts findPosts;

    Records(Transactions transactions, CampaignPosts posts, MetricRows rows, TrackedLinks links, Conversions conversions, Roster roster,
            FindPosts findPosts) {
        this.transactions = transactions;
        this.posts = posts;
        this.rows = rows;
        this.links = links;
        this.conversions = conversions;
        this.roster = roster;
        this.findPosts = findPosts;
    }

    /**
     * Gathers it.
     *
     * @throws Refusal.NotFound when the team has no such campaign
     */
    Gathered gather(TeamId team, CampaignId campaignId) {
        Campaign campaign = roster.campaign(team, campaignId);
        Map<CreatorId, ShortlistEntry> shortlist = roster.shortlist(team, campaignId);
        Evidence own = transactions.reading(Roster.program(team), () -> new Evidence(posts.all(campaignId), Map.of(), rows.all(campaignId),
                links.all(campaignId), links.allClicks(campaignId), conversions.all(campaignId), List.of()));
        Set<CreatorId> creators = new LinkedHashSet<>(shortlist.keySet());
        own.posts().forEach(post -> post.creator().ifPresent(creators::add));
        Map<CreatorId, Platform> platforms = roster.creators(team, creators).values().stream()
                .collect(Collectors.toMap(Creator::id, creator -> creator.handle().platform()));
        List<MetricRow> all = Stream.concat(own.rows().stream(), knownElsewhere(team, campaignId, own.posts())).toList();
        return new Gathered(new Evidence(own.posts(), platforms, all, own.links(), own.clicks(), own.conversions(),
                roster.spendings(team, campaignId)),
                campaign.brief().budget().map(Money::currency), shortlist);
    }

    /** What imports and platforms say of the posts' counts, each as a row of its own source and time. */
    private Stream<MetricRow> knownElsewhere(TeamId team, CampaignId campaign, List<CampaignPost> counted) {
        Map<Name, CampaignPost> byName = counted.stream().filter(post -> post.creator().isPresent())
                .collect(Collectors.toMap(post -> new Name(post.creator().orElseThrow(), post.key()), post -> post, (first, same) -> first));
        Set<CreatorId> creators = byName.keySet().stream().map(Name::creator).collect(Collectors.toSet());
        Set<String> keys = byName.keySet().stream().map(Name::key).collect(Collectors.toSet());
        return findPosts.handle(new FindPosts.Query(Roster.program(team), creators, keys)).stream()
                .filter(post -> byName.containsKey(new Name(post.creator(), post.content().key())))
                .flatMap(post -> row(campaign, byName.get(new Name(post.creator(), post.content().key())), post).stream());
    }

    private static Optional<MetricRow> row(CampaignId campaign, CampaignPost counted, Post post) {
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        Counts counts = post.content().counts();
        put(values, Metric.LIKES, counts.likes());
        put(values, Metric.COMMENTS, counts.comments());
        put(values, Metric.VIEWS, counts.views());
        put(values, Metric.SHARES, counts.shares());
        put(values, Metric.SAVES, counts.saves());
        String source = post.source().substring(0, Math.min(100, post.source().length()));
        return values.isEmpty() ? Optional.empty() : Optional.of(new MetricRow(post.id().value(), campaign, new Measured.OfPost(counted.id()), values,
                Optional.empty(), post.observedAt(), source, "system:content", post.observedAt()));
    }

    private static void put(Map<Metric, BigDecimal> values, Metric metric, Optional<Long> count) {
        count.ifPresent(known -> values.put(metric, BigDecimal.valueOf(known)));
    }
}
