package io.tastemaker.application.measurement.out;

class InMemoryMetricRowsTest extends MetricRowsContract {

    @Override
    protected MeasurementStores open() {
        return MeasurementStores.inMemory();
    }
}
