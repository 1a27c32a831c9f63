package io.tastemaker.domain.access;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** What an API key is limited to: one group of routes, for reading or for writing (which includes reading). */
public enum Scope implements Coded {
    /** Read creators, search, rankings. */
    CREATORS_READ,
    /** Import and change creators. */
    CREATORS_WRITE,
    /** Read campaigns and their shortlists. */
    CAMPAIGNS_READ,
    /** Create, change, match and delete campaigns. */
    CAMPAIGNS_WRITE,
    /** See exports, and fetch their files. */
    EXPORTS_READ,
    /** Have data written to files; what is written must be readable to the key, too. */
    EXPORTS_WRITE,
    /** Read jobs. */
    JOBS_READ,
    /** Cancel jobs. */
    JOBS_WRITE,
    /** Read the wallet and its ledger, and ask for prices. */
    WALLET_READ;

    /**
     * Whether this scope allows what the other does.
     *
     * @param other the scope asked for
     * @return true for the same scope, and for reading when this one writes
     */
    public boolean covers(Scope other) {
        return this == other || (name().endsWith("_WRITE") && other.name().equals(name().replace("_WRITE", "_READ")));
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
