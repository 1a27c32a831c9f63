// caught: com.acme.adapters.persistence.orders.Join.tables()
package com.acme.adapters.persistence.orders;

import com.acme.adapters.persistence.generated.orders.OrderTable;
import com.acme.adapters.persistence.generated.shipping.ParcelTable;

final class Join {
    static String tables() {
        return OrderTable.NAME + ParcelTable.NAME;
    }
}
