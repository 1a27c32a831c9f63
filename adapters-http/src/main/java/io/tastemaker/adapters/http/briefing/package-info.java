/** Routes: Creation of campaigns by chat. */
package io.tastemaker.adapters.http.briefing;
