// caught: domain contexts in a circle: orders -> shipping -> orders
// also: CONTEXTS_EXCHANGE_IDS
package com.acme.domain.orders;

import com.acme.domain.shipping.Parcel;

public record Shipment(Parcel parcel) {}
