package io.tastemaker.application.webhooks.out;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Brings events to receivers that are played here. Whatever does not begin with HTTPS or is called internal is objected to. */
public final class InMemoryCourier implements Courier {

    private final List<Parcel> brought = new ArrayList<>();
    private Function<Parcel, Brought> receiver = parcel -> new Brought.Answered(204, Optional.empty());

    @Override
    public Optional<Objection> objection(String url) {
        if (!url.contains("://")) {
            return Optional.of(Objection.NOT_A_URL);
        }
        if (!url.startsWith("https://")) {
            return Optional.of(Objection.SCHEME);
        }
        return url.contains("127.0.0.1") || url.contains("internal") ? Optional.of(Objection.ADDRESS) : Optional.empty();
    }

    @Override
    public synchronized Brought bring(Parcel parcel) {
        Optional<Objection> objection = objection(parcel.url());
        if (objection.isPresent()) {
            return new Brought.Refused(objection.get());
        }
        brought.add(parcel);
        return receiver.apply(parcel);
    }

    /** What receivers answer from now on. */
    public synchronized void answers(int status) {
        receiver = parcel -> new Brought.Answered(status, Optional.empty());
    }

    /** What receivers answer from now on, asking to be left alone. */
    public synchronized void answers(int status, Duration retryAfter) {
        receiver = parcel -> new Brought.Answered(status, Optional.of(retryAfter));
    }

    /** Receivers answer nothing from now on. */
    public synchronized void fails(String reason) {
        receiver = parcel -> new Brought.Failed(reason);
    }

    /** All that was brought, the oldest first. */
    public synchronized List<Parcel> brought() {
        return List.copyOf(brought);
    }
}
