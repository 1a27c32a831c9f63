package io.tastemaker.application.content.out;

class InMemoryKnownReadingsTest extends KnownReadingsContract {

    @Override
    protected KnownReadings known() {
        return new InMemoryKnownReadings();
    }
}
