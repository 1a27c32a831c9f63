package io.tastemaker.application.shared.out;

class InMemoryIdsTest extends IdsContract {

    @Override
    protected Ids ids() {
        return new InMemoryIds();
    }
}
