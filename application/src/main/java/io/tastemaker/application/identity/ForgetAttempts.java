package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedTokens;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Drops what was counted and what was mailed and never confirmed, a day after it stopped to matter. */
public final class ForgetAttempts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final PlatformTransactions transactions;
    private final Throttles throttles;
    private final MailedTokens mailedTokens;
    private final InstantSource clock;

    ForgetAttempts(PlatformTransactions transactions, Throttles throttles, MailedTokens mailedTokens, InstantSource clock) {
        this.transactions = transactions;
        this.throttles = throttles;
        this.mailedTokens = mailedTokens;
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
         * They are forgotten.
         *
         * @param attempts how many counters
         * @param mailedTokens how many tokens
         */
        record Done(int attempts, int mailedTokens) implements Outcome {}
    }

    /**
     * Drops them.
     *
     * @param command what is wanted
     * @return how many
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Instant before = clock.instant().minus(KEPT);
        int attempts = throttles.purge(before);
        return transactions.inTransaction(command.actor(), "account.forget_attempts", () -> {
            transactions.about(Subject.of("mailed_token", "expired"), List.of());
            return new Outcome.Done(attempts, mailedTokens.purge(before));
        });
    }
}
