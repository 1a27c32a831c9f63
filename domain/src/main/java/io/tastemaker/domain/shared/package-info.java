/** The vocabulary that every context speaks: ids, platforms, categories, languages, places, money and observed facts. */
package io.tastemaker.domain.shared;
