// caught: com.acme.domain.billing.Bill.order
package com.acme.domain.billing;

import com.acme.domain.orders.OrderId;

public record Bill(OrderId order) {}
