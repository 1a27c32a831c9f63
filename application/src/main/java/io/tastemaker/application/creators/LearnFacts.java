package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes over what a source measured of an account, into the record of the actor's team, which is made when there is none. */
public final class LearnFacts {

    private final Transactions transactions;
    private final Creators creators;
    private final Ids ids;

    LearnFacts(Transactions transactions, Creators creators, Ids ids) {
        this.transactions = transactions;
        this.creators = creators;
        this.ids = ids;
    }

    /**
     * What is wanted.
     *
     * @param actor who learns, for a team or the catalogue
     * @param handle the account
     * @param facts what the source says, with its provenance; nothing concluded from posts
     */
    public record Command(Actor actor, Handle handle, Facts facts) {
        /**
         * Checks that nothing is missing.
         *
         * @throws IllegalArgumentException when a fact is a conclusion from posts, which {@link LearnContent} takes
         */
        public Command {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(handle, "handle");
            if (facts.kinds().stream().anyMatch(Fact::isOfContent)) {
                throw new IllegalArgumentException("what is concluded from posts was not measured: " + facts.kinds());
            }
        }
    }

    /**
     * Learns; what changes nothing keeps the version.
     *
     * @param command what is wanted
     * @return the creator as it is now
     */
    public Creator handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.toWriteCreatorsOf(actor.team()));
        return transactions.inTransaction(actor, "creator.learn", () -> {
            Optional<Creator> there = creators.lock(actor.team(), List.of(command.handle())).stream().findFirst();
            return there.map(current -> changed(current, command)).orElseGet(() -> added(command));
        });
    }

    private Creator changed(Creator current, Command command) {
        Creator learned = current.measured(command.facts());
        transactions.about(Subject.of("creator", current.id()), current.traits().changesTo(learned.traits()));
        if (learned.version() != current.version()) {
            creators.replace(List.of(learned));
        }
        return learned;
    }

    private Creator added(Command command) {
        Creator creator = new Creator(new CreatorId(ids.next()), command.actor().team(), 1, command.handle(), Observed.Kind.MEASURED,
                command.facts(), Map.of());
        creators.add(List.of(creator));
        transactions.about(Subject.of("creator", creator.id()), creator.traits().made());
        return creator;
    }
}
