/** Outreach: what creators are written, what they answer, and to whom nobody writes again. */
package io.tastemaker.domain.outreach;
