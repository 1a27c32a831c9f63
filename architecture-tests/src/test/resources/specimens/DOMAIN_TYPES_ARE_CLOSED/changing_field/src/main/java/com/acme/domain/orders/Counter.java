// caught: com.acme.domain.orders.Counter.count is not final
package com.acme.domain.orders;

public final class Counter {
    private int count;

    int next() {
        return ++count;
    }
}
