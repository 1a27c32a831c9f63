package io.tastemaker.application.measurement;

/**
 * What is wrong with one of the things that were sent.
 *
 * @param index which one, from 0
 * @param field which member of it, in snake_case
 * @param detail what is wrong
 */
public record InputFault(int index, String field, String detail) {}
