package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.OptionalLong;

/** Removes a creator, with its marks and shortlist entries. */
public final class RemoveCreator {

    private final Transactions transactions;
    private final Creators creators;

    RemoveCreator(Transactions transactions, Creators creators) {
        this.transactions = transactions;
        this.creators = creators;
    }

    /**
     * What is wanted.
     *
     * @param actor who removes
     * @param creator which creator
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, CreatorId creator, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}
    }

    /**
     * Removes the creator.
     *
     * @param command what is wanted
     * @return that it is gone
     * @throws Refusal.NotFound when there is none that the team may see
     * @throws Refusal.Forbidden when it is the catalogue's and the actor may not write that
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.READ_CREATORS);
        return transactions.inTransaction(actor, "creator.remove", () -> {
            Creator seen = creators.find(command.creator()).orElseThrow(Refusal.NotFound::new);
            AccessPolicy.require(actor, Permission.toWriteCreatorsOf(seen.owner()));
            Creator current = creators.lock(seen.owner(), List.of(seen.handle())).stream()
                    .findFirst().orElseThrow(Refusal.NotFound::new);
            if (command.expectedVersion().isPresent() && command.expectedVersion().getAsLong() != current.version()) {
                throw new Refusal.StaleVersion(current.version());
            }
            creators.remove(current);
            transactions.about(Subject.of("creator", current.id()), current.traits().gone());
            return new Outcome.Removed();
        });
    }
}
