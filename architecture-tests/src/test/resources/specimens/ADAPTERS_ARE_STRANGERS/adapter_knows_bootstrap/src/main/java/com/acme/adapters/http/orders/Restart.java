// caught: com.acme.adapters.http.orders.Restart.now()
// also: LAYERS_POINT_INWARDS
package com.acme.adapters.http.orders;

import com.acme.bootstrap.Main;

final class Restart {
    static void now() {
        Main.main(new String[0]);
    }
}
