/**
 * What is sold and paid for: subscriptions, orders, discounts, payments, and what a team is entitled to because of them. The payment provider
 * is the truth about money; what it tells is heard in any order and any number of times, and gives the same account in the end.
 */
package io.tastemaker.domain.billing;
