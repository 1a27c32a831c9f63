/**
 * Credits that can be trusted: a wallet with lots and holds, a double-entry ledger chained by hashes, a price list, and one pure decision
 * that charges the plan's quota, then the free allowance, then credits. No clock, no source of ids, no I/O; amounts are whole numbers.
 */
package io.tastemaker.domain.wallets;
