package io.tastemaker.application.creators;

import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.CreatorListRow;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges the creators of one batch with those that are there. Used once, inside a transaction. */
final class BatchMerge {

    private final CreatorImport creatorImport;
    private final Ids ids;
    private final Map<Handle, Creator> stored = new HashMap<>();
    private final Map<Handle, Creator> touched = new LinkedHashMap<>();
    private final List<RowFault> faults = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long duplicate;

    BatchMerge(CreatorImport creatorImport, List<Creator> stored, Ids ids) {
        this.creatorImport = creatorImport;
        this.ids = ids;
        stored.forEach(creator -> this.stored.put(creator.handle(), creator));
    }

    void take(CreatorImportJob.Entry entry, Map<String, String> columnOf) {
        CreatorListRow.Draft draft = entry.draft();
        Optional<Creator> known = Optional.ofNullable(touched.get(draft.handle()))
                .or(() -> Optional.ofNullable(stored.get(draft.handle())));
        if (known.isEmpty()) {
            touched.put(draft.handle(), Creator.drafted(new CreatorId(ids.next()), creatorImport.owner(), draft));
            created++;
            return;
        }
        Creator before = known.get();
        boolean stays = creatorImport.options().onDuplicate() == CreatorImport.OnDuplicate.SKIP && !comesFromThisList(before);
        Creator after = stays ? before : before.learned(draft, creatorImport.asOf());
        if (after != before) {
            touched.put(draft.handle(), after);
        }
        if (!entry.firstInList()) {
            duplicate++;
            noteConflicts(entry, before, columnOf);
        } else if (after.agreesWith(before)) {
            unchanged++; // perhaps confirmed as of a later time, which is kept
        } else {
            updated++;
        }
    }

    private boolean comesFromThisList(Creator creator) {
        return touched.containsKey(creator.handle())
                || creator.facts().kinds().stream().flatMap(kind -> creator.facts().get(kind).stream()).anyMatch(this::isFromThisList);
    }

    private boolean isFromThisList(Observed<?> known) {
        return known.source().equals(creatorImport.source()) && known.observedAt().equals(creatorImport.asOf());
    }

    private void noteConflicts(CreatorImportJob.Entry entry, Creator before, Map<String, String> columnOf) {
        for (Fact<?> fact : entry.draft().facts().kinds()) {
            Object said = entry.draft().facts().value(fact).orElseThrow();
            before.facts().get(fact).filter(known -> isFromThisList(known) && !known.value().equals(said)).ifPresent(known ->
                    faults.add(new RowFault(entry.row(), entry.line(), columnOf.getOrDefault(fact.code(), ""), said.toString(),
                            RowFault.Code.DISAGREEMENT, "an earlier row of " + before.handle().name() + " says " + known.value()
                                    + ", which was kept")));
        }
    }

    List<Creator> created() {
        return touched.values().stream().filter(creator -> !stored.containsKey(creator.handle())).map(creator -> atVersion(creator, 1))
                .toList();
    }

    /** However many rows changed a creator: for the store it is one change. */
    List<Creator> changed() {
        return touched.values().stream().filter(creator -> stored.containsKey(creator.handle()))
                .map(creator -> atVersion(creator, stored.get(creator.handle()).version() + 1)).toList();
    }

    private static Creator atVersion(Creator creator, long version) {
        return new Creator(creator.id(), creator.owner(), version, creator.handle(), creator.handleKind(), creator.facts(), creator.raw());
    }

    CreatorImport.Rows rows() {
        return new CreatorImport.Rows(created, updated, unchanged, duplicate, 0);
    }

    List<RowFault> faults() {
        return faults;
    }
}
