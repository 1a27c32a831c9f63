// caught: com.acme.domain.shared.Coded is open
package com.acme.adapters.persistence.orders;

import com.acme.domain.shared.Coded;

final class StoredCodes implements Coded {
    @Override
    public String code() {
        return "stored";
    }
}
