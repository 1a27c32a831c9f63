package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks after accounts of which a wallet does not know everything, as after a crash, and after those whose time has come, as when grace ends. */
public final class SettleAccounts {

    private static final int MOST = 1_000;

    /** An account that cannot be settled is left alone for so long, so that it does not fill the log. */
    private static final Duration REST = Duration.ofMinutes(5);

    private final Map<TeamId, Instant> resting = new ConcurrentHashMap<>();

    private final Accounts accounts;
    private final Bookkeeper bookkeeper;
    private final InstantSource clock;

    SettleAccounts(Accounts accounts, Bookkeeper bookkeeper, InstantSource clock) {
        this.accounts = accounts;
        this.bookkeeper = bookkeeper;
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
         * Some were looked after.
         *
         * @param accounts how many; at most 1,000 at a time
         * @param faults what went wrong with others
         */
        record Settled(int accounts, List<RuntimeException> faults) implements Outcome {
            /** Copies the list. */
            public Settled {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Looks after them. One that fails does not keep the others from it.
     *
     * @param command what is wanted
     * @return how many there were
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Instant now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        List<TeamId> due = accounts.listDue(now, MOST).stream().filter(team -> !resting.containsKey(team)).toList();
        List<RuntimeException> faults = new ArrayList<>();
        for (TeamId team : due) {
            try {
                bookkeeper.turn(team);
            } catch (RuntimeException fault) {
                resting.put(team, now.plus(REST));
                faults.add(fault);
            }
        }
        return new Outcome.Settled(due.size() - faults.size(), faults);
    }
}
