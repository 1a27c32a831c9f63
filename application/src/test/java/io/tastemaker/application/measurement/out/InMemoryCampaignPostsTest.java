package io.tastemaker.application.measurement.out;

class InMemoryCampaignPostsTest extends CampaignPostsContract {

    @Override
    protected MeasurementStores open() {
        return MeasurementStores.inMemory();
    }
}
