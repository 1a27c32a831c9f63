// caught: com.acme.adapters.http.orders.Failing.fail()
package com.acme.adapters.http.orders;

final class Failing {
    static void fail() {
        throw new RuntimeException("something");
    }
}
