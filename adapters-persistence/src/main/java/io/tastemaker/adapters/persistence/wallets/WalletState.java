package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.domain.wallets.Counter;
import io.tastemaker.domain.wallets.Cycle;
import io.tastemaker.domain.wallets.Hold;
import io.tastemaker.domain.wallets.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The part of a wallet that one column holds. */
record WalletState(
        Cycle cycle, List<Lot> lots, List<Hold> holds, List<Counter> counters, Instant last, Optional<LocalDate> daily, int months,
        long notice) {}
