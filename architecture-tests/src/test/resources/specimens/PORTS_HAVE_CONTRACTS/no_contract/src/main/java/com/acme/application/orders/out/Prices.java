// caught: com.acme.application.orders.out.Prices has no abstract PricesContract
package com.acme.application.orders.out;

public interface Prices {
    long of(String article);
}
