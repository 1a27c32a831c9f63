/** Background jobs and the health of the program. */
package io.tastemaker.domain.operations;
