/** Named lists of creators: who is on them in which order, who may read and edit them, and what their creators amount to. */
package io.tastemaker.domain.lists;
