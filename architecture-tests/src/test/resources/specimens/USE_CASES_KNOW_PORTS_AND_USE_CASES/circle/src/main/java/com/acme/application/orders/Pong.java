package com.acme.application.orders;

import com.acme.domain.shared.Actor;

public final class Pong {
    private final Ping ping;

    Pong(Ping ping) {
        this.ping = ping;
    }

    public Object handle(Query query) {
        return ping;
    }

    public record Query(Actor actor) {}
}
