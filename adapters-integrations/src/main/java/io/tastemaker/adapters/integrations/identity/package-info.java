/** What keeps accounts safe: hashes of passwords, signed tokens, sealed secrets. */
package io.tastemaker.adapters.integrations.identity;
