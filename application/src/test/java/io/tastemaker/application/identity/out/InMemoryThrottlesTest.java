package io.tastemaker.application.identity.out;

class InMemoryThrottlesTest extends ThrottlesContract {

    private final InMemoryThrottles throttles = new InMemoryThrottles();

    @Override
    protected Throttles throttles() {
        return throttles;
    }
}
