/** Routes: Campaigns and their shortlists. */
package io.tastemaker.adapters.http.campaigns;
