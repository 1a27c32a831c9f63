/**
 * The place for billing through Stripe: everything that knows stripe-java will live here and nowhere else. The architecture rules already
 * guard it; it holds no code until plans and credits are sold.
 */
package io.tastemaker.adapters.billing;
