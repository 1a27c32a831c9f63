/** Bringing events to systems outside. */
package io.tastemaker.adapters.integrations.webhooks;
