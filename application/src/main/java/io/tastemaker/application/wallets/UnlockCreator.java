package io.tastemaker.application.wallets;

import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.OperationKey;
import java.util.List;
import java.util.OptionalLong;

/** Opens a creator's full record to the team. A team's own creators are open to it from the beginning. */
public final class UnlockCreator {

    private final Transactions transactions;
    private final ShowCreator showCreator;
    private final OpenAccess openAccess;

    UnlockCreator(Transactions transactions, ShowCreator showCreator, OpenAccess openAccess) {
        this.transactions = transactions;
        this.showCreator = showCreator;
        this.openAccess = openAccess;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param creator whose record
     * @param key names the request
     * @param most the most credits the caller is willing to pay
     * @param dryRun whether only to say what it would cost
     */
    public record Command(Actor actor, CreatorId creator, OperationKey key, OptionalLong most, boolean dryRun) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is the team's own creator, so that there is nothing to pay for. */
        record Own() implements Outcome {}

        /**
         * The wallet was asked.
         *
         * @param opening what came of that
         */
        record Asked(OpenAccess.Outcome opening) implements Outcome {}
    }

    /**
     * Opens it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such creator that the team may see; nothing is charged
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.UNLOCK_CREATORS);
        Creator creator = showCreator.handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(command.creator())));
        if (!creator.inCatalogue()) {
            return new Outcome.Own();
        }
        OpenAccess.Outcome opening = openAccess.handle(new OpenAccess.Command(actor, Permission.UNLOCK_CREATORS, command.key(),
                new Access.Right(Action.CREATOR_UNLOCK, creator.id().toString()), command.most(), command.dryRun()));
        if (opening instanceof OpenAccess.Outcome.Opened opened && !opened.answered().replayed()) {
            transactions.run(actor, "creator.unlock", () -> transactions.about(Subject.of("creator", creator.id()), List.of()));
        }
        return new Outcome.Asked(opening);
    }
}
