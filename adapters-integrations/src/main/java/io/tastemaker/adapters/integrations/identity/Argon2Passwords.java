package io.tastemaker.adapters.integrations.identity;

import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.domain.access.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Passwords by Argon2id. The work is done on a few platform threads of its own, so that it takes neither the threads nor the memory of the
 * requests; who would wait longer than a second is turned away.
 */
public final class Argon2Passwords implements Passwords, AutoCloseable {

    /** The least that OWASP recommends: 19 MiB, two passes, one lane. */
    static final Argon2Hash.Cost TODAY = new Argon2Hash.Cost(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LONGEST = 128;
    private static final int MOST_AT_ONCE = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Argon2Hash.Cost cost;
    private final Duration longestWait;
    private final SecureRandom random = new SecureRandom();
    private final Argon2Hash nothing;
    private final Semaphore places;
    private final ExecutorService threads;

    /** As many at once as there are processors but one, at least one and at most four. */
    public Argon2Passwords() {
        this(TODAY, Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, MOST_AT_ONCE), LONGEST_WAIT);
    }

    Argon2Passwords(Argon2Hash.Cost cost, int atOnce, Duration longestWait) {
        this.cost = cost;
        this.longestWait = longestWait;
        this.nothing = new Argon2Hash(cost, new byte[SALT_BYTES], new byte[HASH_BYTES]);
        this.places = new Semaphore(atOnce, true);
        this.threads = Executors.newFixedThreadPool(atOnce, Thread.ofPlatform().name("passwords-", 1).daemon().factory());
    }

    @Override
    public String hash(String password) {
        if (isTooLong(password)) {
            throw new IllegalArgumentException("a password has at most " + LONGEST + " code points");
        }
        return inTurn(() -> {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return Argon2Hash.of(password, cost, salt, HASH_BYTES).phc();
        });
    }

    @Override
    public boolean matches(String password, String hash) {
        Optional<Argon2Hash> stored = Argon2Hash.read(hash);
        boolean comparable = stored.isPresent() && !isTooLong(password);
        return compare(stored.orElse(nothing), password) && comparable;
    }

    @Override
    public void matchNothing(String password) {
        compare(nothing, password);
    }

    /** What is too long costs as much as what is not: the length of a password is no secret, but an account behind it is. */
    private boolean compare(Argon2Hash hash, String password) {
        String bounded = isTooLong(password) ? "" : password;
        return inTurn(() -> hash.isOf(bounded));
    }

    @Override
    public boolean isOutdated(String hash) {
        return Argon2Hash.read(hash)
                .map(stored -> stored.cost().isLessThan(cost) || stored.salt().length < SALT_BYTES || stored.value().length < HASH_BYTES)
                .orElse(true);
    }

    private static boolean isTooLong(String password) {
        return password.codePointCount(0, password.length()) > LONGEST;
    }

    private <T> T inTurn(Callable<T> work) {
        try {
            if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal.Unavailable("password hashing", RETRY_AFTER);
            }
            try {
                return threads.submit(work).get();
            } finally {
                places.release();
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a password could not be hashed", fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable("password hashing", RETRY_AFTER);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
