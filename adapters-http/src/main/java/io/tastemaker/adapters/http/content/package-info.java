/** Posts, what was read out of them, and what follows. */
package io.tastemaker.adapters.http.content;
