package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Changes what is known about a creator by hand. */
public final class ChangeCreator {

    private final Transactions transactions;
    private final Creators creators;
    private final InstantSource clock;

    ChangeCreator(Transactions transactions, Creators creators, InstantSource clock) {
        this.transactions = transactions;
        this.creators = creators;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes
     * @param creator which creator
     * @param expectedVersion the version the actor saw
     * @param stated what the actor says
     * @param cleared the kinds of facts to forget
     */
    public record Command(
            Actor actor, CreatorId creator, long expectedVersion, List<Facts.Stated<?>> stated, Set<Fact<?>> cleared) {}

    /**
     * Changes the creator; a change that changes nothing keeps the version.
     *
     * @param command what is wanted
     * @return the creator as it is now
     * @throws Refusal.NotFound when there is none that the team may see
     * @throws Refusal.Forbidden when it is the catalogue's and the actor may not write that
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Creator handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.READ_CREATORS);
        Instant now = clock.instant();
        return transactions.inTransaction(actor, "creator.change", () -> {
            Creator seen = creators.find(command.creator()).orElseThrow(Refusal.NotFound::new);
            AccessPolicy.require(actor, Permission.toWriteCreatorsOf(seen.owner()));
            Creator current = creators.lock(seen.owner(), List.of(seen.handle())).stream()
                    .findFirst().orElseThrow(Refusal.NotFound::new);
            if (current.version() != command.expectedVersion()) {
                throw new Refusal.StaleVersion(current.version());
            }
            Facts facts = current.facts();
            for (Fact<?> fact : command.cleared()) {
                facts = facts.without(fact);
            }
            for (Facts.Stated<?> stated : command.stated()) {
                facts = stated.into(facts, Observed.Kind.IMPORTED, EnterCreator.BY_HAND, now);
            }
            Creator changed = current.withFacts(facts);
            transactions.about(Subject.of("creator", current.id()), current.traits().changesTo(changed.traits()));
            if (facts.agreesWith(current.facts())) {
                return current;
            }
            creators.replace(List.of(changed));
            return changed;
        });
    }
}
