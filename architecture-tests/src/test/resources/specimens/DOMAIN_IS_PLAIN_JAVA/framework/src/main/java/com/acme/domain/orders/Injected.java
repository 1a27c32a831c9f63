// caught: com.acme.domain.orders.Injected.orders
package com.acme.domain.orders;

import jakarta.inject.Provider;

public record Injected(Provider<Order> orders) {}
