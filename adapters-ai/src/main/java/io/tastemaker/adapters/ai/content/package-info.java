/** Who reads texts: word lists for the rules, a language detector, models elsewhere and models in this program. */
package io.tastemaker.adapters.ai.content;
