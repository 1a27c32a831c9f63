package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.domain.shared.TeamId;
import java.util.OptionalInt;

/** Seats as long as no plans are sold: as many as a team wants. */
public final class UnlimitedSeats implements Seats {

    @Override
    public OptionalInt of(TeamId team) {
        return OptionalInt.empty();
    }
}
