package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Throttles.Limit;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Counts what is tried before it costs anything. What is counted names no person: addresses are hashed. The first attempt that is one
 * too many is written into the platform's audit log; those behind it are not, or whoever floods would write that log.
 */
final class Attempts {

    private final Throttles throttles;
    private final PlatformTransactions transactions;
    private final SignInLimits limits;
    private final InstantSource clock;

    Attempts(Throttles throttles, PlatformTransactions transactions, SignInLimits limits, InstantSource clock) {
        this.throttles = throttles;
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A password is about to be compared.
     *
     * @param account as it was typed, whether there is one or not
     * @param source from where
     * @param known whether the account's owner signed in from there before
     * @throws Refusal.RateLimited when it is one too many
     */
    void guess(String account, Source source, boolean known) {
        count("guess:source:" + source.address(), limits.guessesPerSource(), caller(source));
        count("guess:account:" + hash(account) + (known ? ":" + source.address() : ""), limits.guessesPerAccount(), typed(account));
    }

    /**
     * A letter is about to be sent, or would be if there were an account.
     *
     * @param address to whom
     * @param source from where it was asked for
     * @throws Refusal.RateLimited when it is one too many
     */
    void letter(String address, Source source) {
        count("letter:source:" + source.address(), limits.lettersPerSource(), caller(source));
        count("letter:address:" + hash(address), limits.lettersPerAddress(), typed(address));
    }

    /**
     * An invitation is about to be mailed. It is counted apart from the letters that people ask for themselves, so that no team can keep
     * those from anybody.
     *
     * @param address to whom
     * @param team by which team
     * @throws Refusal.RateLimited when it is one too many
     */
    void invitation(EmailAddress address, TeamId team) {
        count("invitation:team:" + team, limits.invitationsPerTeam(), Subject.of("team", team));
        count("invitation:address:" + hash(address.value()), limits.invitationsPerAddress(), typed(address.value()));
    }

    /**
     * An address that somebody typed, as the audit log names it: the beginning of its hash, enough to see that two attempts are alike and
     * too little to tell whose it is.
     */
    static Subject typed(String address) {
        return Subject.of("typed_address", hash(address).substring(0, 8));
    }

    private static Subject caller(Source source) {
        return Subject.of("source", source.address());
    }

    private void count(String bucket, Limit limit, Subject what) {
        Duration wait = throttles.count(bucket, limit, clock.instant());
        if (wait.isZero()) {
            return;
        }
        if (throttles.count("noted:" + bucket, new Limit(1, limit.window()), clock.instant()).isZero()) {
            transactions.run(Entrance.PROGRAM, "attempt.throttle", () -> transactions.about(what, List.of()));
        }
        throw new Refusal.RateLimited(wait);
    }

    /** What stands for an address where it must not be read. */
    static String hash(String address) {
        try {
            byte[] canonical = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
