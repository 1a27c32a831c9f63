/** Routes: Creators, by hand and by import, and what the team saved about them. */
package io.tastemaker.adapters.http.creators;
