package io.tastemaker.application.identity.out;

class InMemorySeatsTest extends SeatsContract {

    @Override
    protected Seats seats() {
        return new InMemorySeats();
    }
}
