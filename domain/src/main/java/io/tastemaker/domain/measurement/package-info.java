/** Measurement: which posts count for a campaign, what was measured of them, and what follows from it. */
package io.tastemaker.domain.measurement;
