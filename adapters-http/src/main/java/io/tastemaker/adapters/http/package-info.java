/** The HTTP API: {@code shared} is the frame; each other package holds the routes of one context. */
package io.tastemaker.adapters.http;
