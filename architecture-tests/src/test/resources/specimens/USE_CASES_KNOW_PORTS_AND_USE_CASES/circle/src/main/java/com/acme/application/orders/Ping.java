// caught: com.acme.application.orders.Ping -> com.acme.application.orders.Pong -> com.acme.application.orders.Ping
package com.acme.application.orders;

import com.acme.domain.shared.Actor;

public final class Ping {
    private final Pong pong;

    Ping(Pong pong) {
        this.pong = pong;
    }

    public Object handle(Query query) {
        return pong;
    }

    public record Query(Actor actor) {}
}
