// caught: com.acme.application.orders.out.Orders: its OrdersContract is extended by no test in adapters
package com.acme.adapters.persistence.orders;

class StoredOrdersTest {}
