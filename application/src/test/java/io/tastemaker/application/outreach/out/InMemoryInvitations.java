package io.tastemaker.application.outreach.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invitations in memory. */
public final class InMemoryInvitations implements Invitations {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<InvitationId, Invitation> rows;
    private final InMemoryTransactions.Table<InvitationId, Instant> leases;

    public InMemoryInvitations(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
        this.leases = transactions.table();
    }

    @Override
    public List<Invitation> add(List<Invitation> invitations) {
        return invitations.stream().filter(this::isAdded).toList();
    }

    private boolean isAdded(Invitation invitation) {
        if (!invitation.team().equals(transactions.team())) {
            throw new IllegalArgumentException("an invitation of another team");
        }
        boolean taken = own().anyMatch(row -> row.campaign().equals(invitation.campaign()) && row.creator().equals(invitation.creator())
                && (row.status().isOpen() || row.status() == Invitation.Status.ACCEPTED));
        if (!taken) {
            rows.put(invitation.id(), invitation);
        }
        return !taken;
    }

    @Override
    public Optional<Invitation> find(InvitationId id) {
        return rows.get(id).filter(row -> row.team().equals(transactions.team()));
    }

    /** One transaction runs at a time. */
    @Override
    public Optional<Invitation> hold(InvitationId id) {
        return find(id);
    }

    @Override
    public boolean replace(Invitation invitation) {
        boolean current = find(invitation.id()).filter(stored -> stored.version() == invitation.version() - 1).isPresent();
        if (current) {
            rows.put(invitation.id(), invitation);
            leases.remove(invitation.id());
        }
        return current;
    }

    @Override
    public Map<CreatorId, Invitation> latest(CampaignId campaign, Collection<CreatorId> creators) {
        return own().filter(row -> row.campaign().equals(campaign) && creators.contains(row.creator()))
                .collect(Collectors.toMap(Invitation::creator, row -> row, (one, other) -> isOlder(one, other) ? other : one));
    }

    private static boolean isOlder(Invitation one, Invitation other) {
        return Comparator.comparing(Invitation::createdAt).thenComparing(row -> row.id().toString()).compare(one, other) < 0;
    }

    @Override
    public Page<Invitation> list(Filter filter, PageRequest page) {
        return Newest.first(
                own().filter(row -> filter.campaign().map(row.campaign()::equals).orElse(true))
                        .filter(row -> filter.status().map(row.status()::equals).orElse(true)),
                page, Invitation::createdAt, row -> row.id().value());
    }

    @Override
    public List<Due> claimDue(Instant now, Duration lease, int most) {
        return transactions.apart(() -> {
            List<Invitation> due = rows.rows().filter(row -> at(row).filter(at -> !at.isAfter(now)).isPresent())
                    .sorted(Comparator.comparing(row -> at(row).orElseThrow()))
                    .limit(most).toList();
            due.forEach(row -> leases.put(row.id(), now.plus(lease)));
            return due.stream().map(row -> new Due(row.team(), row.id())).toList();
        });
    }

    private Optional<Instant> at(Invitation row) {
        return row.dueAt().map(due -> leases.get(row.id()).orElse(due));
    }

    private Stream<Invitation> own() {
        return rows.rows().filter(row -> row.team().equals(transactions.team()));
    }
}
