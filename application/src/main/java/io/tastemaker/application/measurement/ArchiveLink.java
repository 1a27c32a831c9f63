package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.TrackedLinks;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.InstantSource;

/** Archives a tracked link: it leads nowhere within seconds, and what was counted stays. Doing it twice changes nothing. */
public final class ArchiveLink {

    private final Transactions transactions;
    private final TrackedLinks links;
    private final InstantSource clock;

    ArchiveLink(Transactions transactions, TrackedLinks links, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign of which campaign
     * @param link which link
     */
    public record Command(Actor actor, CampaignId campaign, TrackedLinkId link) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is archived. */
        record Archived() implements Outcome {}
    }

    /**
     * Archives it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when no campaign of the team has such a link
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.archive_link", () -> {
            TrackedLink link = links.find(command.campaign(), command.link()).orElseThrow(Refusal.NotFound::new);
            TrackedLink archived = link.archived(clock.instant());
            if (!archived.equals(link)) {
                links.archive(archived);
            }
            transactions.about(Subject.of("campaign", command.campaign()), link.traits().changesTo(archived.traits()));
            return new Outcome.Archived();
        });
    }
}
