package io.tastemaker.adapters.billing.simulator;

/** What a webhook is sent: the body, and the header {@code Stripe-Signature}. */
public record SignedEvent(String body, String header) {}
