package io.tastemaker.application.wallets;

import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.OperationKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reveals a creator's e-mail address to the team. That it was revealed stands in the audit log. */
public final class UnlockEmail {

    private final Transactions transactions;
    private final ShowCreator showCreator;
    private final OpenAccess openAccess;

    UnlockEmail(Transactions transactions, ShowCreator showCreator, OpenAccess openAccess) {
        this.transactions = transactions;
        this.showCreator = showCreator;
        this.openAccess = openAccess;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param creator whose address
     * @param key names the request
     * @param most the most credits the caller is willing to pay
     * @param dryRun whether only to say what it would cost
     */
    public record Command(Actor actor, CreatorId creator, OperationKey key, OptionalLong most, boolean dryRun) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** Nobody knows an address, so that there is nothing to pay for. */
        record NoEmail() implements Outcome {}

        /**
         * It is the team's own creator, so that there is nothing to pay for.
         *
         * @param email the address
         */
        record Own(String email) implements Outcome {}

        /**
         * The wallet was asked.
         *
         * @param opening what came of that
         * @param email the address, to be shown if it is open
         */
        record Asked(OpenAccess.Outcome opening, String email) implements Outcome {}
    }

    /**
     * Reveals it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such creator that the team may see; nothing is charged
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.UNLOCK_CREATORS);
        Creator creator = showCreator.handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(command.creator())));
        Optional<String> email = creator.facts().value(Fact.EMAIL);
        if (email.isEmpty()) {
            return new Outcome.NoEmail();
        }
        if (!creator.inCatalogue()) {
            return new Outcome.Own(email.get());
        }
        OpenAccess.Outcome opening = openAccess.handle(new OpenAccess.Command(actor, Permission.UNLOCK_CREATORS, command.key(),
                new Access.Right(Action.EMAIL_UNLOCK, creator.id().toString()), command.most(), command.dryRun()));
        if (isNoted(opening, command.dryRun())) {
            transactions.run(actor, "creator.email_unlock", () -> transactions.about(Subject.of("creator", creator.id()), List.of()));
        }
        return new Outcome.Asked(opening, email.get());
    }

    /**
     * Who pays nothing is written down as well, and so is who asks again under the key that paid: the first time may have ended between
     * paying and being written down.
     */
    private static boolean isNoted(OpenAccess.Outcome opening, boolean dryRun) {
        return switch (opening) {
            case OpenAccess.Outcome.Opened opened -> true;
            case OpenAccess.Outcome.Free free -> !dryRun;
            case OpenAccess.Outcome.OpenBefore before -> false;
            case OpenAccess.Outcome.Foreseen foreseen -> false;
            case OpenAccess.Outcome.Refused refused -> false;
        };
    }
}
