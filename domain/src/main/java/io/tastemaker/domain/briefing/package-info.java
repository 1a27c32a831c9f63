/** The conversation that fills a campaign's brief: what was said, what is understood of it, and what is still missing. */
package io.tastemaker.domain.briefing;
