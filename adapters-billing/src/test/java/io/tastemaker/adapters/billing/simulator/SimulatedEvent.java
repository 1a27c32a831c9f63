package io.tastemaker.adapters.billing.simulator;

import java.time.Instant;

/** One event; the body is what a webhook is sent, byte for byte, every time. */
public record SimulatedEvent(String id, String type, Instant created, String body) {}
