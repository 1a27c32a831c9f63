/** Creation of campaigns by chat: the use cases, and the ports they need. */
package io.tastemaker.application.briefing;
