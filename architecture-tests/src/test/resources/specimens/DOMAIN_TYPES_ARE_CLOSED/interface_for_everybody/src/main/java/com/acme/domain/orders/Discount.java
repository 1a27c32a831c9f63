// caught: com.acme.domain.orders.Discount is open
package com.acme.domain.orders;

public interface Discount {
    final class Half implements Discount {}
}
