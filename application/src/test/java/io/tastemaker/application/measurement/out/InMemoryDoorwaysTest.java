package io.tastemaker.application.measurement.out;

class InMemoryDoorwaysTest extends DoorwaysContract {

    @Override
    protected MeasurementStores open() {
        return MeasurementStores.inMemory();
    }
}
