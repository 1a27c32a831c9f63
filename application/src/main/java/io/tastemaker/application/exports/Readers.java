package io.tastemaker.application.exports;

import io.tastemaker.application.lists.FindReadableLists;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.shared.ListId;
import java.util.Set;

/**
 * Who may know of an export. One of a list is there for those alone who may read the list now, however it was when they or others asked for
 * the file. Outside of any transaction.
 */
final class Readers {

    private final FindReadableLists findReadableLists;

    Readers(FindReadableLists findReadableLists) {
        this.findReadableLists = findReadableLists;
    }

    /** Those of some lists that the actor may read; who may not read lists at all reads none. */
    Set<ListId> readable(Actor actor, Set<ListId> lists) {
        boolean readsLists = AccessPolicy.decide(actor, Permission.READ_LISTS) instanceof AccessPolicy.Decision.Allowed;
        return lists.isEmpty() || !readsLists ? Set.of() : findReadableLists.handle(new FindReadableLists.Query(actor, lists));
    }

    /** Whoever may not know of it is told that there is none. */
    Export require(Actor actor, Export export) {
        if (export.scope().list().filter(list -> readable(actor, Set.of(list)).isEmpty()).isPresent()) {
            throw new Refusal.NotFound();
        }
        return export;
    }
}
