// caught: com.acme.domain.shipping.Load.order
package com.acme.domain.shipping;

import com.acme.domain.orders.Order;

public record Load(Order order) {}
