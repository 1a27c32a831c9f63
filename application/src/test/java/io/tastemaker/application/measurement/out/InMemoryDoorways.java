package io.tastemaker.application.measurement.out;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What strangers reach, over the rows of all teams. */
public final class InMemoryDoorways implements Doorways {

    private final InMemoryTransactions transactions;
    private final InMemoryTrackedLinks links;
    private final InMemoryConversionSecrets secrets;
    private final InMemoryCampaigns campaigns;
    private final AtomicBoolean broken = new AtomicBoolean();

    public InMemoryDoorways(InMemoryTransactions transactions, InMemoryTrackedLinks links, InMemoryConversionSecrets secrets,
            InMemoryCampaigns campaigns) {
        this.transactions = transactions;
        this.links = links;
        this.secrets = secrets;
        this.campaigns = campaigns;
    }

    /** Lets writes fail from now on, or not any more. */
    public void breakDown(boolean isBroken) {
        broken.set(isBroken);
    }

    @Override
    public Optional<Door> findLink(String code) {
        return transactions.alone(() -> links.everybodys()
                .filter(owned -> owned.link().code().equals(code) && owned.link().archivedAt().isEmpty())
                .map(owned -> new Door(owned.team(), owned.link().id(), owned.link().target(), !campaigns.isArchived(owned.link().campaign())))
                .findFirst());
    }

    @Override
    public Optional<TeamId> findTeam(CampaignId campaign) {
        return transactions.alone(() -> secrets.teamOf(campaign));
    }

    @Override
    public void add(Collection<Clicks> clicks) {
        if (broken.get()) {
            throw new IllegalStateException("broken on purpose");
        }
        transactions.alone(() -> {
            clicks.forEach(links::add);
            return true;
        });
    }
}
