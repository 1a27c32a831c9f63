package io.tastemaker.domain.wallets;

import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whatever keeps wallets and carries commands out, so that one script can be put to each of them. */
public interface Teller {

    /**
     * An answer and what was written for it.
     *
     * @param answer the answer
     * @param replayed whether it is the one that was stored under the command's key before
     * @param change what was written; empty when nothing was
     */
    record Answered(WalletAnswer answer, boolean replayed, Optional<WalletChange> change) {}

    /** Carries out a command, or answers as the first of its key was answered. */
    Answered submit(TeamId team, WalletCommand command, Instant now);

    /** The wallet as it is stored; a new one when nothing was written yet. */
    Wallet wallet(TeamId team);

    /** The owner lives in another zone from now on. */
    void move(TeamId team, ZoneId zone);
}
