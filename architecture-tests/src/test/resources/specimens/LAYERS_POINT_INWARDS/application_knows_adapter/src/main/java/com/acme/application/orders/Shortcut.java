// caught: com.acme.application.orders.Shortcut.store
// also: APPLICATION_IS_PLAIN_JAVA
package com.acme.application.orders;

import com.acme.adapters.persistence.orders.StoredOrders;

record Shortcut(StoredOrders store) {}
