package com.acme.bootstrap;

import com.acme.adapters.http.orders.OrderRoutes;
import com.acme.adapters.persistence.orders.StoredOrders;
import com.acme.application.orders.OrderUseCases;
import java.time.InstantSource;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        OrderUseCases useCases = new OrderUseCases(new StoredOrders(), InstantSource.system());
        System.out.println(new OrderRoutes(useCases.placeOrder()).post("Ada", 1, "pen"));
    }
}
