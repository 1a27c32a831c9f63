package io.tastemaker.application.lists.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Those with whom lists are shared, in memory. */
public final class InMemoryListCollaborators implements ListCollaborators {

    private final InMemoryTeamLists lists;
    private final InMemoryTransactions.Table<List<Object>, ListCollaborator> shares;

    public InMemoryListCollaborators(InMemoryTeamLists lists) {
        this.lists = lists;
        this.shares = lists.shares();
    }

    @Override
    public boolean add(ListCollaborator collaborator) {
        if (lists.find(collaborator.list()).isEmpty()) {
            throw new IllegalStateException("no such list: " + collaborator.list());
        }
        boolean fresh = shares.get(InMemoryTeamLists.key(collaborator)).isEmpty();
        if (fresh) {
            shares.put(InMemoryTeamLists.key(collaborator), collaborator);
        }
        return fresh;
    }

    @Override
    public Optional<ListCollaborator> find(ListId list, UserId user) {
        return lists.find(list).flatMap(found -> shares.get(List.of(list, user)));
    }

    @Override
    public boolean replace(ListCollaborator collaborator) {
        boolean current = find(collaborator.list(), collaborator.user()).filter(stored -> stored.version() == collaborator.version() - 1).isPresent();
        if (current) {
            shares.put(InMemoryTeamLists.key(collaborator), collaborator);
        }
        return current;
    }

    @Override
    public boolean remove(ListId list, UserId user) {
        Optional<ListCollaborator> stored = find(list, user);
        stored.ifPresent(share -> shares.remove(InMemoryTeamLists.key(share)));
        return stored.isPresent();
    }

    @Override
    public Page<ListCollaborator> list(ListId list, PageRequest page) {
        return Newest.last(of(list), page, ListCollaborator::addedAt, share -> share.user().value());
    }

    @Override
    public int count(ListId list) {
        return (int) of(list).count();
    }

    @Override
    public List<ListCollaborator> of(UserId user, Collection<ListId> some) {
        return some.stream().flatMap(list -> find(list, user).stream()).toList();
    }

    private Stream<ListCollaborator> of(ListId list) {
        return lists.find(list).isEmpty() ? Stream.empty() : shares.rows().filter(share -> share.list().equals(list));
    }
}
