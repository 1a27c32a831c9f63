// caught: com.acme.domain.orders.Ordering.port
// also: DOMAIN_IS_PLAIN_JAVA
package com.acme.domain.orders;

import com.acme.application.orders.out.Orders;

public record Ordering(Orders port) {}
