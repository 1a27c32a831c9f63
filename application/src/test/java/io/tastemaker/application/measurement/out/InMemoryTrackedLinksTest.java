package io.tastemaker.application.measurement.out;

class InMemoryTrackedLinksTest extends TrackedLinksContract {

    @Override
    protected MeasurementStores open() {
        return MeasurementStores.inMemory();
    }
}
