package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.AllWallets;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.wallets.LedgerAnchor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes the daily anchor over all ledgers, to be kept where nobody can rewrite it. */
public final class TakeAnchor {

    private final AllWallets all;
    private final InstantSource clock;

    TakeAnchor(AllWallets all, InstantSource clock) {
        this.all = all;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself, or an operator
     * @param now whether to take one whatever the time since the last
     */
    public record Command(Actor actor, boolean now) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It was taken.
         *
         * @param anchor the anchor
         */
        record Taken(LedgerAnchor anchor) implements Outcome {}

        /** There is one of today, or another program took one at the same time. */
        record NotNow() implements Outcome {}
    }

    /**
     * Takes the first of each day in UTC. Were it one in 24 hours, a program that looks once a day would miss every day on which it looks a
     * moment earlier than the day before.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<LedgerAnchor> last = all.findLastAnchor();
        if (!command.now() && last.filter(anchor -> !day(now).isAfter(day(anchor.at()))).isPresent()) {
            return new Outcome.NotNow();
        }
        LedgerAnchor anchor = LedgerAnchor.of(last.map(LedgerAnchor::number).orElse(0L) + 1, now, all.listMarks(),
                last.map(LedgerAnchor::hash).orElse(LedgerAnchor.FIRST));
        return all.add(anchor) ? new Outcome.Taken(anchor) : new Outcome.NotNow();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
