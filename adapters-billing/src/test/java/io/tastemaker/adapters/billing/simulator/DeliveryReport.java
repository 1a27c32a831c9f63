package io.tastemaker.adapters.billing.simulator;

/** What became of the events of a plan: how many there were, were lost, were sent counting copies, and how many sent were not accepted. */
public record DeliveryReport(int events, int lost, int sent, int refused) {}
