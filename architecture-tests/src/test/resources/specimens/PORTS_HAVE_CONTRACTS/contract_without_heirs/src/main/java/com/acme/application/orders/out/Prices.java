// caught: com.acme.application.orders.out.Prices: its PricesContract is extended by no test in application
// caught: com.acme.application.orders.out.Prices: its PricesContract is extended by no test in adapters
package com.acme.application.orders.out;

public interface Prices {
    long of(String article);
}
