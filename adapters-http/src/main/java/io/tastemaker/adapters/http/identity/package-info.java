/** People and teams: signing up and in, sessions, teams and their members, API keys, and the pages that links in mail open. */
package io.tastemaker.adapters.http.identity;
