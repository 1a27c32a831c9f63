/** Proposals of a partnership: what is offered, in which versions, and how it was decided. */
package io.tastemaker.domain.proposals;
