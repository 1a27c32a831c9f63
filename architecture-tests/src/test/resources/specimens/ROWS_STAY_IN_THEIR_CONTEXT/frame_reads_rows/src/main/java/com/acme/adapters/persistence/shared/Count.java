// caught: com.acme.adapters.persistence.shared.Count.table()
package com.acme.adapters.persistence.shared;

import com.acme.adapters.persistence.generated.orders.OrderTable;

final class Count {
    static String table() {
        return OrderTable.NAME;
    }
}
