package io.tastemaker.application.webhooks.out;

import java.time.Duration;
import java.util.Optional;

class InMemoryCourierTest extends CourierContract {

    private final InMemoryCourier courier = new InMemoryCourier();

    @Override
    protected Courier courier() {
        return courier;
    }

    @Override
    protected String receiver() {
        return "https://hooks.example.com/in";
    }

    @Override
    protected void answers(int status, Optional<Duration> retryAfter) {
        retryAfter.ifPresentOrElse(time -> courier.answers(status, time), () -> courier.answers(status));
    }
}
