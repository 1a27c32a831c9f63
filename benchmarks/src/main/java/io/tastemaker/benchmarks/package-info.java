/**
 * Measurements: the ranking engine against the simplest loop ({@code RankingBenchmark}, run by {@code org.openjdk.jmh.Main}), and what
 * a catalogue weighs in memory ({@code CatalogueMemory}). Nothing else may run on the machine meanwhile.
 */
package io.tastemaker.benchmarks;
