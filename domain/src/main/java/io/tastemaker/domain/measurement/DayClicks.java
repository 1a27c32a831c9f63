package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.LocalDate;

/**
 * How often a link was followed on a day.
 *
 * @param link which link
 * @param day in UTC
 * @param clicks at least 1
 */
public record DayClicks(TrackedLinkId link, LocalDate day, long clicks) {}
