/** Billing through Stripe: what knows stripe-java lives here and nowhere else. */
package io.tastemaker.adapters.billing;
