/**
 * The rules of a hexagonal program, published for architects: {@link io.tastemaker.architecture.HexagonRules} checks them,
 * {@link io.tastemaker.architecture.Rule} lists them with their reasons.
 */
package io.tastemaker.architecture;
