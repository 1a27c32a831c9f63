package io.tastemaker.application.measurement.out;

class InMemoryPromoCodesTest extends PromoCodesContract {

    @Override
    protected MeasurementStores open() {
        return MeasurementStores.inMemory();
    }
}
