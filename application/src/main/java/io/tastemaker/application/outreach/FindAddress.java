package io.tastemaker.application.outreach;

import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Optional;

/**
 * Finds where somebody can be written to, and whether a team may: for whoever else writes letters to people outside. Who may not see creators finds none;
 * an address that somebody has needs no permission. Not inside a transaction.
 */
public final class FindAddress {

    private final Transactions transactions;
    private final ShowCreators showCreators;
    private final Addresses addresses;

    FindAddress(Transactions transactions, ShowCreators showCreators, Addresses addresses) {
        this.transactions = transactions;
        this.showCreators = showCreators;
        this.addresses = addresses;
    }

    /** To whom somebody wants to write. */
    public sealed interface Whom {
        /**
         * To a creator, whose address the record tells.
         *
         * @param creator who
         */
        record ByRecord(CreatorId creator) implements Whom {}

        /**
         * To an address.
         *
         * @param email in its canonical form
         */
        record ByAddress(String email) implements Whom {
            /** Leaves out the address. */
            @Override
            public String toString() {
                return "ByAddress[]";
            }
        }
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param whom to whom to write
     */
    public record Query(Actor actor, Whom whom) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The team may write.
         *
         * @param email where to, in its canonical form
         * @param creator who that is, when the team wrote by record
         */
        record Found(String email, Optional<Creator> creator) implements Outcome {
            /** Leaves out the address. */
            @Override
            public String toString() {
                return "Found[" + creator.map(Creator::id) + "]";
            }
        }

        /** The team sees no such creator. */
        record Unknown() implements Outcome {}

        /**
         * The team may not write, or cannot.
         *
         * @param obstacle the address is not unlocked, nobody knows one, or its owner wants no letters
         */
        record Hindered(InviteCreators.Obstacle obstacle) implements Outcome {}
    }

    /**
     * Finds it.
     *
     * @param query what is asked
     * @return what came of it
     * @throws Refusal.Forbidden when a creator is meant, whom the actor may not see
     */
    public Outcome handle(Query query) {
        return switch (query.whom()) {
            case Whom.ByAddress(String email) -> found(query.actor(), email, Optional.empty());
            case Whom.ByRecord(CreatorId id) -> showCreators.handle(new ShowCreators.Query(query.actor(), List.of(id))).stream().findFirst()
                    .map(creator -> of(query.actor(), creator)).orElseGet(Outcome.Unknown::new);
        };
    }

    private Outcome of(Actor actor, Creator creator) {
        Optional<String> email = Addresses.of(creator);
        if (email.isEmpty()) {
            return new Outcome.Hindered(InviteCreators.Obstacle.NO_EMAIL);
        }
        return addresses.open(actor, List.of(creator)).isEmpty()
                ? new Outcome.Hindered(InviteCreators.Obstacle.EMAIL_LOCKED)
                : found(actor, email.get(), Optional.of(creator));
    }

    private Outcome found(Actor actor, String email, Optional<Creator> creator) {
        return transactions.reading(actor, () -> addresses.suppressed(List.of(email))).isEmpty()
                ? new Outcome.Found(email, creator)
                : new Outcome.Hindered(InviteCreators.Obstacle.WANTS_NO_MAIL);
    }
}
