/** Search criteria, the snapshot of the catalogue, the scorer and its receipts, rankings and explanations. */
package io.tastemaker.domain.matching;
