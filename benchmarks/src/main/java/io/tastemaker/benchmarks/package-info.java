/**
 * Measurements, each a command of {@code benchmarks/run}: the program under load against SQL and a bare route
 * ({@code LoadRun}), the ranking engine against the simplest loop ({@code RankingBenchmark}), and what a catalogue weighs in memory ({@code CatalogueMemory}).
 * Nothing else may run on the machine meanwhile.
 */
package io.tastemaker.benchmarks;
