// caught: com.acme.adapters.http.orders.DirectRoutes.store
package com.acme.adapters.http.orders;

import com.acme.adapters.persistence.orders.StoredOrders;

record DirectRoutes(StoredOrders store) {}
