package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The addresses in a body that people are to be sent to, by the member that names them. */
final class Addresses {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Map<String, URI> read = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    Addresses(Map<String, Optional<String>> members) {
        new TreeSet<>(members.keySet()).forEach(member -> members.get(member).ifPresent(text -> read(member, text)));
    }

    private void read(String member, String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
                read.put(member, address);
                return;
            }
        } catch (URISyntaxException unreadable) {
            // A fault like any other.
        }
        faults.add(Wanted.fault(member, "must be an address such as https://app.example.com/done"));
    }

    /** What is no address. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    Optional<URI> at(String member) {
        return Optional.ofNullable(read.get(member));
    }

    /** Names the addresses that lead nowhere that is allowed. */
    Problem notAllowed(Set<String> allowed) {
        String says = allowed.isEmpty() ? "leave it out: no address may be given here"
                : "must begin with " + String.join(" or ", new TreeSet<>(allowed));
        return Problem.of(read.entrySet().stream().filter(one -> !allowed.contains(origin(one.getValue())))
                .map(one -> Wanted.fault(one.getKey(), says)).toList());
    }

    private static String origin(URI address) {
        return address.getUserInfo() != null ? ""
                : address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
