package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.TopUpPacks;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.TopUpPack;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Subject;
import java.util.List;
import java.util.OptionalInt;

/** Adds a pack of credits, or a new version of one. What was ordered before keeps the version it was ordered in. */
public final class AddTopUpPack {

    private final PlatformTransactions platform;
    private final TopUpPacks packs;

    AddTopUpPack(PlatformTransactions platform, TopUpPacks packs) {
        this.platform = platform;
        this.packs = packs;
    }

    /**
     * What is wanted.
     *
     * @param actor an operator
     * @param key the pack
     * @param credits how many credits
     * @param price what it costs without discounts
     * @param validDays how long the credits last; empty for ever
     * @param onSale whether it can be bought
     */
    public record Command(Actor actor, String key, long credits, Money price, OptionalInt validDays, boolean onSale) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It counts from now on.
         *
         * @param pack the pack
         */
        record Added(TopUpPack pack) implements Outcome {}

        /** Somebody else added a version at the same moment. */
        record Outrun() implements Outcome {}
    }

    /**
     * Adds it.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        int version = packs.find(command.key()).map(TopUpPack::version).orElse(0) + 1;
        TopUpPack pack = new TopUpPack(command.key(), version, command.credits(), command.price(), command.validDays(), command.onSale());
        return platform.inTransaction(command.actor(), "pack.add", () -> {
            Subject subject = Subject.of("pack", pack.key() + "@" + pack.version());
            if (packs.add(pack)) {
                platform.about(subject, List.of());
                return new Outcome.Added(pack);
            }
            platform.refused(subject);
            return new Outcome.Outrun();
        });
    }
}
