package io.tastemaker.application.measurement.out;

class InMemoryConversionsTest extends ConversionsContract {

    @Override
    protected MeasurementStores open() {
        return MeasurementStores.inMemory();
    }
}
