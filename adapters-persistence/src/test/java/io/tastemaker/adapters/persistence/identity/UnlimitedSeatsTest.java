package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.application.identity.out.SeatsContract;

class UnlimitedSeatsTest extends SeatsContract {

    @Override
    protected Seats seats() {
        return new UnlimitedSeats();
    }
}
