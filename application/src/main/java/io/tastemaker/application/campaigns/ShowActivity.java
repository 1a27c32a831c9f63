package io.tastemaker.application.campaigns;

import io.tastemaker.application.identity.NameMembers;
import io.tastemaker.application.operations.ListDeeds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.ActivityPhrases;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what happened in a campaign, the newest first, in words: the audit log of the team, as far as it is about the campaign. */
public final class ShowActivity {

    private final Transactions transactions;
    private final WorkGate gate;
    private final ListDeeds listDeeds;
    private final NameMembers nameMembers;

    ShowActivity(Transactions transactions, WorkGate gate, ListDeeds listDeeds, NameMembers nameMembers) {
        this.transactions = transactions;
        this.gate = gate;
        this.listDeeds = listDeeds;
        this.nameMembers = nameMembers;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, PageRequest page) {}

    /**
     * Tells it.
     *
     * @param query what is asked
     * @return what happened
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<Deed> handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.READ_CAMPAIGNS);
        transactions.reading(actor, () -> gate.look(query.campaign()));
        Page<AuditEntry> deeds = listDeeds.handle(
                new ListDeeds.Query(actor, Permission.READ_CAMPAIGNS, Subject.of("campaign", query.campaign()), query.page()));
        Set<UserId> users = deeds.items().stream().flatMap(deed -> user(deed).stream()).collect(Collectors.toSet());
        Map<UserId, String> names = nameMembers.handle(new NameMembers.Query(actor, Permission.READ_CAMPAIGNS, users));
        return deeds.map(deed -> told(deed, names));
    }

    /**
     * Something that happened.
     *
     * @param seq its number in the audit log of the team
     * @param at when
     * @param doer who did it
     * @param action its code, such as {@code campaign.launch}
     * @param text how a sentence goes on that begins with who did it, such as {@code launched the campaign}
     * @param changes what it changed, field by field
     */
    public record Deed(long seq, Instant at, Doer doer, String action, String text, List<Change> changes) {
        /** Copies the changes. */
        public Deed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Who did something.
     *
     * @param type such as {@code user}, {@code key}, {@code operator} or {@code system}
     * @param id which one; empty for the platform's staff, who are not known by name
     * @param name of a member of the team; empty for anybody else
     */
    public record Doer(String type, Optional<String> id, Optional<String> name) {}

    private static Deed told(AuditEntry deed, Map<UserId, String> names) {
        String[] label = deed.actor().split(":", 2);
        Optional<String> id = label.length < 2 || label[0].equals("operator") ? Optional.empty() : Optional.of(label[1]);
        Doer doer = new Doer(label[0], id, user(deed).map(names::get));
        return new Deed(deed.seq(), deed.at(), doer, deed.action(), ActivityPhrases.tell(deed.action(), deed.changes()), deed.changes());
    }

    private static Optional<UserId> user(AuditEntry deed) {
        return deed.actor().startsWith("user:") ? Optional.of(UserId.of(deed.actor().substring("user:".length()))) : Optional.empty();
    }
}
