/**
 * The place for content analysts, chat and studios: everything that knows a model will live here and nowhere else. The architecture rules
 * already guard it; it holds no code until content is read by AI.
 */
package io.tastemaker.adapters.ai;
