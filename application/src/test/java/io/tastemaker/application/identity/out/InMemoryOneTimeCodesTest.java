package io.tastemaker.application.identity.out;

class InMemoryOneTimeCodesTest extends OneTimeCodesContract {

    @Override
    protected OneTimeCodes codes() {
        return new InMemoryOneTimeCodes();
    }
}
