// caught: com.acme.application.orders.FieldInjected.placeOrder is injected into the field
package com.acme.application.orders;

import jakarta.inject.Inject;

final class FieldInjected {
    @Inject
    PlaceOrder placeOrder;
}
