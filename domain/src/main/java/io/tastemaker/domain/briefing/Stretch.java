package io.tastemaker.domain.briefing;

/**
 * Some pieces of a message.
 *
 * @param start the first
 * @param end after the last
 */
record Stretch(int start, int end) {}
