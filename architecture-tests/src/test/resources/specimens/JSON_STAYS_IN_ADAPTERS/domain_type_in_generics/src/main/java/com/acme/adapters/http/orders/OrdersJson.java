// caught: com.acme.adapters.http.orders.OrdersJson.byName carries com.acme.domain.orders.OrderId
// caught: com.acme.adapters.http.orders.OrdersJson$ItemJson.outcome carries com.acme.application.orders.PlaceOrder$Outcome
package com.acme.adapters.http.orders;

import com.acme.application.orders.PlaceOrder;
import com.acme.domain.orders.OrderId;
import java.util.List;
import java.util.Map;

record OrdersJson(Map<String, List<OrderId>> byName, ItemJson item) {
    record ItemJson(PlaceOrder.Outcome outcome) {}
}
