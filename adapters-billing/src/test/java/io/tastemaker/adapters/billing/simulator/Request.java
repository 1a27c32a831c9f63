package io.tastemaker.adapters.billing.simulator;

/** A request to the API whose parameters are all known. */
record Request(String id, Params params) {}
