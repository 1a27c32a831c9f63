package io.tastemaker.application.identity.out;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hashes that cost nothing and hide nothing: the password in base64, behind a salt that counts. Counts the comparisons too. */
public final class InMemoryPasswords implements Passwords {

    private static final Pattern HASH = Pattern.compile("\\$plain\\$v=1\\$m=(\\d),t=1,p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int LONGEST = 128;

    private static final AtomicInteger SALTS = new AtomicInteger();

    private final int memory;
    private final AtomicInteger comparisons = new AtomicInteger();

    public InMemoryPasswords() {
        this(2);
    }

    /** Hashes of another cost, 0 to 9. */
    public InMemoryPasswords(int memory) {
        this.memory = memory;
    }

    @Override
    public String hash(String password) {
        if (isTooLong(password)) {
            throw new IllegalArgumentException("a password has at most 128 code points");
        }
        String salt = base64("salt-%011d".formatted(SALTS.incrementAndGet()));
        return "$plain$v=1$m=" + memory + ",t=1,p=1$" + salt + "$" + base64(salt + password);
    }

    @Override
    public boolean matches(String password, String hash) {
        comparisons.incrementAndGet();
        Matcher parts = HASH.matcher(hash);
        return parts.matches() && !isTooLong(password) && base64(parts.group(2) + password).equals(parts.group(3));
    }

    @Override
    public void matchNothing(String password) {
        comparisons.incrementAndGet();
    }

    @Override
    public boolean isOutdated(String hash) {
        Matcher parts = HASH.matcher(hash);
        return !parts.matches() || Integer.parseInt(parts.group(1)) < memory;
    }

    /** How often a password was compared, with a hash or with nothing. */
    public int comparisons() {
        return comparisons.get();
    }

    private static boolean isTooLong(String password) {
        return password.codePointCount(0, password.length()) > LONGEST;
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
