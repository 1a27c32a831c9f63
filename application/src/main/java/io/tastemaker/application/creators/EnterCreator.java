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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Enters a creator by hand, private to the actor's team. */
public final class EnterCreator {

    /** The source of facts that somebody typed in. */
    static final String BY_HAND = "hand";

    private final Transactions transactions;
    private final Creators creators;
    private final Ids ids;
    private final InstantSource clock;

    EnterCreator(Transactions transactions, Creators creators, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.creators = creators;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who enters
     * @param handle platform and name
     * @param stated what the actor says about the creator
     */
    public record Command(Actor actor, Handle handle, List<Facts.Stated<?>> stated) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The creator is in.
         *
         * @param creator version 1
         */
        record Entered(Creator creator) implements Outcome {}

        /**
         * The team has a record of this handle already.
         *
         * @param creator the record
         */
        record AlreadyThere(Creator creator) implements Outcome {}
    }

    /**
     * Enters the creator.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.toWriteCreatorsOf(actor.team()));
        Instant now = clock.instant();
        Facts facts = Facts.NONE;
        for (Facts.Stated<?> stated : command.stated()) {
            facts = stated.into(facts, Observed.Kind.IMPORTED, BY_HAND, now);
        }
        Creator entered = new Creator(new CreatorId(ids.next()), actor.team(), 1, command.handle(), Observed.Kind.IMPORTED, facts,
                Map.of());
        return transactions.inTransaction(actor, "creator.enter", () -> {
            List<Creator> there = creators.lock(actor.team(), List.of(command.handle()));
            if (!there.isEmpty()) {
                transactions.refused(Subject.of("creator", there.getFirst().id()));
                return new Outcome.AlreadyThere(there.getFirst());
            }
            creators.add(List.of(entered));
            transactions.about(Subject.of("creator", entered.id()), entered.traits().made());
            return new Outcome.Entered(entered);
        });
    }
}
