package io.tastemaker.application.shared.out;

/**
 * Transactions in which the rows of people, and those of all teams, are seen: to sign in, to accept an invitation, to work as an operator.
 * The actor's team is only where the record of the deed is kept. Whatever can be done for one team alone is done in {@link Transactions}.
 */
public interface PlatformTransactions extends Transactions {}
