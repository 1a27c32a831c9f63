package io.tastemaker.application.measurement.out;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.measurement.DayClicks;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tracked links in memory. */
public final class InMemoryTrackedLinks implements TrackedLinks {

    /** A link and whose it is. */
    record Owned(TeamId team, TrackedLink link) {}

    private record Day(TrackedLinkId link, LocalDate day) {}

    private final InMemoryTransactions transactions;
    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<TrackedLinkId, Owned> rows;
    private final InMemoryTransactions.Table<Day, DayClicks> clicks;

    public InMemoryTrackedLinks(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.rows = transactions.table();
        this.clicks = transactions.table();
        campaigns.onRemove(gone -> rows.rows().map(Owned::link).filter(link -> link.campaign().equals(gone)).forEach(link -> rows.remove(link.id())));
    }

    /** The links of all teams. */
    Stream<Owned> everybodys() {
        return rows.rows();
    }

    /** Adds clicks of any team's link; of one that is gone they are dropped. */
    void add(Doorways.Clicks added) {
        if (rows.get(added.link()).isPresent()) {
            Day day = new Day(added.link(), added.day());
            long before = clicks.get(day).map(DayClicks::clicks).orElse(0L);
            clicks.put(day, new DayClicks(added.link(), added.day(), before + added.count()));
        }
    }

    @Override
    public void add(TrackedLink link) {
        campaigns.find(link.campaign()).orElseThrow(() -> new IllegalStateException("no such campaign"));
        rows.put(link.id(), new Owned(transactions.team(), link));
    }

    @Override
    public Optional<TrackedLink> find(CampaignId campaign, TrackedLinkId id) {
        return of(campaign).filter(link -> link.id().equals(id)).findFirst();
    }

    @Override
    public Optional<TrackedLink> findByCode(CampaignId campaign, String code) {
        return of(campaign).filter(link -> link.code().equals(code)).findFirst();
    }

    @Override
    public void archive(TrackedLink link) {
        find(link.campaign(), link.id()).filter(known -> known.archivedAt().isEmpty())
                .ifPresent(known -> rows.put(link.id(), new Owned(transactions.team(), link)));
    }

    @Override
    public Page<Followed> list(CampaignId campaign, PageRequest page) {
        return Newest.first(of(campaign), page, TrackedLink::createdAt, link -> link.id().value())
                .map(link -> new Followed(link, clicks.rows().filter(day -> day.link().equals(link.id())).mapToLong(DayClicks::clicks).sum()));
    }

    @Override
    public List<TrackedLink> all(CampaignId campaign) {
        return of(campaign).toList();
    }

    @Override
    public List<DayClicks> allClicks(CampaignId campaign) {
        List<TrackedLinkId> own = of(campaign).map(TrackedLink::id).toList();
        return clicks.rows().filter(day -> own.contains(day.link())).toList();
    }

    private Stream<TrackedLink> of(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty()
                ? Stream.empty()
                : rows.rows().map(Owned::link).filter(link -> link.campaign().equals(campaign));
    }
}
