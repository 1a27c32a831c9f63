package io.tastemaker.application.wallets;

import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.wallets.out.AllWallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Books holds and lots that have ended, in wallets that nobody uses. Wallets that are used book their own; nothing depends on this. */
public final class SweepWallets {

    private static final int MOST = 200;

    private final WalletDesk desk;
    private final AllWallets all;
    private final Ids ids;
    private final InstantSource clock;

    SweepWallets(WalletDesk desk, AllWallets all, Ids ids, InstantSource clock) {
        this.desk = desk;
        this.all = all;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Some wallets were looked after.
         *
         * @param wallets how many; at most 200 at a time
         */
        record Swept(int wallets) implements Outcome {}
    }

    /**
     * Sweeps. A wallet that fails does not keep the others from it.
     *
     * @param command what is wanted
     * @return how many wallets had something to book
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        List<TeamId> due = all.listDue(clock.instant(), MOST);
        List<RuntimeException> failures = new ArrayList<>();
        for (TeamId team : due) {
            try {
                desk.ask(team, new WalletCommand.Touch(OperationKey.once(ids.next()), command.actor().label()));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return new Outcome.Swept(due.size());
    }
}
