// caught: com.acme.bootstrap.Peek.table()
package com.acme.bootstrap;

import com.acme.adapters.persistence.generated.orders.OrderTable;

final class Peek {
    static String table() {
        return OrderTable.NAME;
    }
}
