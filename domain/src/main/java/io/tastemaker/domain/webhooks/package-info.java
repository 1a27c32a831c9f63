/** What is told to systems outside: who listens, what was sent to them, and when it is sent again. */
package io.tastemaker.domain.webhooks;
