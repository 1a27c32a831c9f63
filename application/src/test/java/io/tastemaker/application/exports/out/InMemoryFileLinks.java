package io.tastemaker.application.exports.out;

import io.tastemaker.application.shared.out.SeededIds;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Links that are remembered instead of signed. */
public final class InMemoryFileLinks implements FileLinks {

    private final Map<String, Link> made = new ConcurrentHashMap<>();
    private final Map<Link, String> names = new ConcurrentHashMap<>();

    @Override
    public String sign(Link link) {
        String name = names.computeIfAbsent(link, first -> SeededIds.next().toString());
        made.put(name, link);
        return name;
    }

    @Override
    public Optional<Link> read(String signed) {
        return Optional.ofNullable(made.get(signed));
    }
}
