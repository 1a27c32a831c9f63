package io.tastemaker.application.measurement.out;

class InMemoryConversionSecretsTest extends ConversionSecretsContract {

    @Override
    protected MeasurementStores open() {
        return MeasurementStores.inMemory();
    }
}
