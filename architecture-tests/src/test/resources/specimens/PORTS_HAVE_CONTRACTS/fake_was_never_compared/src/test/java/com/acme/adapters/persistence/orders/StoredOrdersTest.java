// caught: com.acme.application.orders.out.OrdersContract is extended by no test in adapters
package com.acme.adapters.persistence.orders;

class StoredOrdersTest {}
