/**
 * What is sold and paid for: subscriptions, orders, discounts, payments, and what a team is entitled to because of them. The payment provider
 * is the truth about money; what it tells is heard in any order and any number of times, and gives the same account in the end.
 *
 * <p>Some words. A <em>notice</em> is an event that the provider told; what it is about is its <em>matter</em>. To <em>look</em> at a matter is
 * to fetch it from the provider now; what is seen are the {@code Provider...} records. An {@link io.tastemaker.domain.billing.Account} or an
 * {@link io.tastemaker.domain.billing.Order} <em>hears</em> what was seen, and is another one afterwards. An account is <em>settled</em> when the
 * wallet was told everything that follows from it, and <em>turns</em> when time alone changes what follows.
 */
package io.tastemaker.domain.billing;
