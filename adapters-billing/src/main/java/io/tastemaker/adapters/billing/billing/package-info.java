/** The payment provider: what is asked of Stripe, how it is asked, and what Stripe tells on its own. */
package io.tastemaker.adapters.billing.billing;
