package io.tastemaker.application.shared.out;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A box that gives tickets: what was sealed is kept here. */
public final class InMemorySecretBox implements SecretBox {

    private record Kept(byte[] plain, String context) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public byte[] seal(byte[] plain, String context) {
        String ticket = "sealed-%06d.".formatted(kept.size() + 1);
        kept.put(ticket, new Kept(plain.clone(), context));
        return ticket.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        Kept found = kept.get(new String(sealed, StandardCharsets.UTF_8));
        if (found == null || !found.context().equals(context)) {
            throw new IllegalStateException("not sealed here, or for something else");
        }
        return found.plain().clone();
    }
}
