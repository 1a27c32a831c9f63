/** Campaigns: the brief, the life cycle and the shortlist. */
package io.tastemaker.domain.campaigns;
