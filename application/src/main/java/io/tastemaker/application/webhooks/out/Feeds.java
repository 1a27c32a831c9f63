package io.tastemaker.application.webhooks.out;

import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is told of things that happen where no transaction tells them: jobs end in the queue, credits move in transactions of the wallet.
 * They are read from where they are kept and told here. Each step either tells and remembers that it did, or does neither.
 */
public interface Feeds {

    /**
     * How far a wallet was told of; kept for teams that have an endpoint.
     *
     * @param team whose wallet
     * @param version all that happened in wallets of smaller versions was told
     * @param balance the free credits at that version
     */
    record WalletPlace(TeamId team, long version, long balance) {}

    /**
     * A place, and what is asked for there.
     *
     * @param place how far it was told
     * @param thresholds below which endpoints of the team want to be told that credits fall
     */
    record WalletFeed(WalletPlace place, Set<Long> thresholds) {
        /** Copies the thresholds. */
        public WalletFeed {
            thresholds = Set.copyOf(thresholds);
        }
    }

    /**
     * Remembers, in the caller's transaction, from where on a wallet is told of; a place that is known already stays.
     *
     * @param place of the bound team
     */
    void begin(WalletPlace place);

    /** Forgets, in the caller's transaction, the place of the bound team's wallet. */
    void end();

    /**
     * Lists the places of all wallets, in a step of its own.
     *
     * @return one for each team that has endpoints
     */
    List<WalletFeed> wallets();

    /**
     * Tells what happened in a wallet, in a step of its own.
     *
     * @param from the place as it was read
     * @param to the place behind what is told
     * @param events what happened between, the oldest first
     * @param now the time
     * @return false when somebody else told it meanwhile, and then nothing was written
     */
    boolean tell(WalletPlace from, WalletPlace to, List<Event> events, Instant now);

    /**
     * Tells one event, in a step of its own. Told under an id that was told before, it is not told again.
     *
     * @param team whose
     * @param id its id
     * @param event what happened
     * @param at when
     */
    void tell(TeamId team, UUID id, Event event, Instant at);
}
