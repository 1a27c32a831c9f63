package com.acme.domain.shipping;

import com.acme.domain.orders.OrderId;

public record Parcel(OrderId order, int grams) {}
