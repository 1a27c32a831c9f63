package com.acme.adapters.persistence.generated.shipping;

public final class ParcelTable {
    public static final String NAME = new String("shipping.parcel");
}
