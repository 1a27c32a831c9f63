package io.tastemaker.application.outreach.out;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * The addresses to which nobody writes again, whichever team: who says so once has said it to all. Only their hashes are kept. Runs inside a
 * transaction of the caller.
 */
public interface Suppressions {

    /**
     * Notes an address; one that is noted stays as it is.
     *
     * @param addressHash SHA-256 of the address in lower-case hex
     * @param at when its owner said so
     * @return whether it is new
     */
    boolean add(String addressHash, Instant at);

    /**
     * Which of some addresses are noted.
     *
     * @param addressHashes the hashes of the addresses
     * @return those that are
     */
    Set<String> among(Collection<String> addressHashes);
}
