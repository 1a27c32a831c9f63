package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the creator of a handle; one that nobody entered becomes a creator of the actor's team of whom nothing else is known. */
public final class FindOrEnterCreator {

    private final Transactions transactions;
    private final Creators creators;
    private final Ids ids;

    FindOrEnterCreator(Transactions transactions, Creators creators, Ids ids) {
        this.transactions = transactions;
        this.creators = creators;
        this.ids = ids;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks, for the team whose record a new creator becomes
     * @param handle whom
     */
    public record Command(Actor actor, Handle handle) {}

    /**
     * Finds or enters the creator.
     *
     * @param command what is wanted
     * @return the team's own record, else the catalogue's, else a new one
     */
    public Creator handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.toWriteCreatorsOf(actor.team()));
        Optional<Creator> known = transactions.reading(actor, () -> creators.find(command.handle()));
        return known.orElseGet(() -> transactions.inTransaction(actor, "creator.enter", () -> {
            Optional<Creator> own = creators.lock(actor.team(), List.of(command.handle())).stream().findFirst();
            Creator creator = own.orElseGet(() -> new Creator(new CreatorId(ids.next()), actor.team(), 1, command.handle(),
                    Observed.Kind.IMPORTED, Facts.NONE, Map.of()));
            if (own.isEmpty()) {
                creators.add(List.of(creator));
            }
            transactions.about(Subject.of("creator", creator.id()), own.isEmpty() ? creator.traits().made() : List.of());
            return creator;
        }));
    }
}
