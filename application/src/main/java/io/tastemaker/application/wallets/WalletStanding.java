package io.tastemaker.application.wallets;

import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Operation;

/**
 * Where a wallet stands.
 *
 * @param team whose
 * @param version grows with each change
 * @param balance the free credits, those that begin later included and a debt not subtracted, as with {@link Operation#balance}
 */
public record WalletStanding(TeamId team, long version, long balance) {}
