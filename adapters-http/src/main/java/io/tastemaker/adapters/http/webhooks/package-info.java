/** Routes: where events are sent, and what was sent. */
package io.tastemaker.adapters.http.webhooks;
