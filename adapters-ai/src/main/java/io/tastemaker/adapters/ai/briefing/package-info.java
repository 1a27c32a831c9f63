/** Models that understand briefs. */
package io.tastemaker.adapters.ai.briefing;
