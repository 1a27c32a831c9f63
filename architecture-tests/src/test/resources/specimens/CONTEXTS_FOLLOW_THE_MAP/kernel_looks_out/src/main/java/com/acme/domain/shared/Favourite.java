// caught: com.acme.domain.shared.Favourite.order
// caught: domain contexts in a circle: orders -> shared -> orders
package com.acme.domain.shared;

import com.acme.domain.orders.OrderId;

public record Favourite(OrderId order) {}
