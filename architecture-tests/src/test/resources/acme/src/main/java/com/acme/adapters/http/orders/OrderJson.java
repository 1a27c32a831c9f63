package com.acme.adapters.http.orders;

import com.acme.domain.orders.Order;
import com.fasterxml.jackson.annotation.JsonProperty;

record OrderJson(@JsonProperty("order_id") long id, String article, String status) {
    static OrderJson of(Order order) {
        return new OrderJson(order.id().value(), order.article(), order.status().code());
    }
}
