package io.tastemaker.bootstrap;

import java.util.Set;

/**
 * How events are sent to systems outside.
 *
 * @param workers how many at once; 0 for none from here
 * @param allowedOrigins what may be called though it is not HTTPS on the public internet
 */
record WebhookSettings(int workers, Set<String> allowedOrigins) {}
