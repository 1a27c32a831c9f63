/** Where profiles of creators are fetched: a scraping API, and how its answers are read, whatever they are. */
package io.tastemaker.adapters.integrations.content;
