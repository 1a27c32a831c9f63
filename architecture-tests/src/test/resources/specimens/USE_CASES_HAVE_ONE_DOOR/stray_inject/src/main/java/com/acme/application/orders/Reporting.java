// caught: com.acme.application.orders.Reporting has an @Inject constructor, but is no assembly
package com.acme.application.orders;

import jakarta.inject.Inject;

final class Reporting {
    @Inject
    Reporting() {}
}
