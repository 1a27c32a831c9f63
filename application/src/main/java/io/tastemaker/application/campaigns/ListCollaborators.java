package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Collaborators;
import io.tastemaker.application.identity.NameMembers;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists who works on a campaign besides those who run them all. */
public final class ListCollaborators {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Collaborators collaborators;
    private final NameMembers nameMembers;

    ListCollaborators(Transactions transactions, WorkGate gate, Collaborators collaborators, NameMembers nameMembers) {
        this.transactions = transactions;
        this.gate = gate;
        this.collaborators = collaborators;
        this.nameMembers = nameMembers;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     */
    public record Query(Actor actor, CampaignId campaign) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return who was given a right first comes first
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public List<NamedCollaborator> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        List<Collaborator> found = transactions.reading(query.actor(), () -> collaborators.list(gate.look(query.campaign()).id()));
        Map<UserId, String> names = nameMembers.handle(new NameMembers.Query(
                query.actor(), Permission.READ_CAMPAIGNS, found.stream().map(Collaborator::user).collect(Collectors.toSet())));
        return found.stream().map(one -> new NamedCollaborator(one, Optional.ofNullable(names.get(one.user())))).toList();
    }
}
