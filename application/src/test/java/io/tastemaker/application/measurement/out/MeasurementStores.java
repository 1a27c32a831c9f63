package io.tastemaker.application.measurement.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;

import io.tastemaker.application.campaigns.out.CampaignFixtures;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.measurement.LinkTarget;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The stores that a contract tries, with two teams that have a campaign each. */
public final class MeasurementStores {

    /** Where things are kept. */
    public record Places(Transactions transactions, Teams teams, Campaigns campaigns, CampaignPosts posts, MetricRows rows, PromoCodes codes,
            TrackedLinks links, ConversionSecrets secrets, Conversions conversions, Doorways doorways) {}

    final Places places;
    final TeamId team;
    final TeamId other;
    final Campaign campaign;
    final Campaign others;

    public MeasurementStores(Places places) {
        this.places = places;
        this.team = newTeam(places.teams());
        this.other = newTeam(places.teams());
        this.campaign = campaign(team);
        this.others = campaign(other);
    }

    /** Those in memory. */
    static MeasurementStores inMemory() {
        InMemoryTransactions transactions = new InMemoryTransactions();
        InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);
        InMemoryTrackedLinks links = new InMemoryTrackedLinks(transactions, campaigns);
        InMemoryConversionSecrets secrets = new InMemoryConversionSecrets(transactions, campaigns);
        return new MeasurementStores(new Places(transactions, new InMemoryTeams(transactions), campaigns,
                new InMemoryCampaignPosts(transactions, campaigns), new InMemoryMetricRows(transactions, campaigns),
                new InMemoryPromoCodes(transactions, campaigns), links, secrets, new InMemoryConversions(transactions, campaigns),
                new InMemoryDoorways(transactions, links, secrets, campaigns)));
    }

    private Campaign campaign(TeamId owner) {
        Campaign made = CampaignFixtures.draft(owner, NOON);
        write(owner, () -> {
            places.campaigns().add(made);
            return true;
        });
        return made;
    }

    void archiveCampaign() {
        Campaign archived = new Campaign(campaign.id(), campaign.team(), campaign.version() + 1, campaign.name(), campaign.kind(),
                Campaign.Status.ARCHIVED, campaign.brief(), campaign.createdBy(), campaign.createdAt(), campaign.updatedAt(),
                Optional.of(campaign.createdAt()));
        write(team, () -> places.campaigns().replace(archived));
    }

    void removeCampaign() {
        write(team, () -> places.campaigns().remove(campaign));
    }

    CampaignId id() {
        return campaign.id();
    }

    CampaignPost post(String key, Optional<CreatorId> creator, Instant at) {
        return new CampaignPost(new CampaignPostId(SeededIds.next()), id(), Platform.TIKTOK, key,
                Optional.of("https://www.tiktok.com/@ana/video/" + key), creator, "user:ana", at);
    }

    CampaignPost added(String key) {
        return write(team, () -> places.posts().put(List.of(post(key, Optional.empty(), NOON)))).getFirst();
    }

    static TrackedLink link(CampaignId campaign, String code, Instant at) {
        return new TrackedLink(new TrackedLinkId(SeededIds.next()), campaign, code, new LinkTarget("https://shop.example.com/a?b=c"), "story",
                Optional.of(new CreatorId(SeededIds.next())), Optional.empty(), "user:ana", at, Optional.empty());
    }

    static Instant second(int number) {
        return NOON.plus(number, ChronoUnit.SECONDS);
    }

    /** A code that no other test uses. */
    static String code() {
        return SeededIds.next().toString().substring(24);
    }

    <T> T read(TeamId reader, Supplier<T> work) {
        return places.transactions().reading(system(reader), work);
    }

    <T> T write(TeamId writer, Supplier<T> work) {
        return places.transactions().inTransaction(system(writer), "test", work);
    }

    /** All pages of two entries, one behind the other. */
    <T> List<T> pages(TeamId reader, Function<PageRequest, Page<T>> list) {
        List<T> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<T> page = read(reader, () -> list.apply(request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return seen;
    }
}
