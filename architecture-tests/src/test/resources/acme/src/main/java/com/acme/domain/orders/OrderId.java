package com.acme.domain.orders;

public record OrderId(long value) {}
