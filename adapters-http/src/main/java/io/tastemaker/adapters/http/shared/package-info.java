/** The frame of the HTTP API: the route table, strict input, problems, authentication, idempotency, and the documents. */
package io.tastemaker.adapters.http.shared;
