/** Measurements: the ranking kernel against the simplest loop, and what a catalogue weighs in memory. */
package io.tastemaker.benchmarks;
