/** What posts say: mood, language and subject, who read them out of a text, and what follows from them for a creator. */
package io.tastemaker.domain.content;
