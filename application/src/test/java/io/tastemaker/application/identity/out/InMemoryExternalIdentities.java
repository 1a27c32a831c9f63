package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.identity.ExternalIdentity;
import io.tastemaker.domain.shared.ExternalIdentityId;
import io.tastemaker.domain.shared.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts with other providers in memory. */
public final class InMemoryExternalIdentities implements ExternalIdentities {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<ExternalIdentityId, ExternalIdentity> rows;

    public InMemoryExternalIdentities(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public boolean link(ExternalIdentity identity) {
        boolean taken = all().anyMatch(other -> other.issuer().equals(identity.issuer())
                && (other.subject().equals(identity.subject()) || other.user().equals(identity.user())));
        if (!taken) {
            rows.put(identity.id(), identity);
        }
        return !taken;
    }

    @Override
    public Optional<ExternalIdentity> find(String issuer, String subject) {
        return all().filter(identity -> identity.issuer().equals(issuer) && identity.subject().equals(subject)).findFirst();
    }

    @Override
    public List<ExternalIdentity> of(UserId user) {
        return all().filter(identity -> identity.user().equals(user))
                .sorted(Comparator.comparing(ExternalIdentity::linkedAt).thenComparing(identity -> identity.id().toString())).toList();
    }

    @Override
    public boolean unlink(UserId user, ExternalIdentityId id, boolean keepOne) {
        boolean mine = of(user).stream().anyMatch(identity -> identity.id().equals(id));
        if (!mine || keepOne && of(user).size() == 1) {
            return false;
        }
        rows.remove(id);
        return true;
    }

    private Stream<ExternalIdentity> all() {
        transactions.team();
        return rows.rows();
    }
}
