package io.tastemaker.adapters.http.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxies whose word about the caller is believed, and so the one place that says where a call comes from. Anybody can send
 * {@code X-Forwarded-For} and {@code Forwarded}; what stands in them counts only as far as a trusted proxy wrote it, from the right.
 */
public final class TrustedProxies {

    /** No proxy: every call comes from whoever opened the connection. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)](:[0-9]{1,5})?");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*\"?([^\";]*)");
    /** What one customer of an IPv6 network usually has: 64 bits to number their own machines with. */
    private static final int OWN_BYTES = 8;

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Trusts the proxies of some networks.
     *
     * @param networks such as {@code 10.0.0.0/8}, {@code fd00::/8} or a single address
     * @return them
     * @throws IllegalArgumentException when one is not an address with an optional prefix length; the message says which
     */
    public static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(Network::of).toList());
    }

    /** Where a call comes from. */
    String source(HttpServletRequest request) {
        return source(request.getRemoteAddr(), values(request, "X-Forwarded-For"), values(request, "Forwarded"));
    }

    /**
     * Where a call comes from: an IPv4 address, or the first half of an IPv6 address, since its other half can be chosen freely.
     *
     * @param peer who opened the connection
     * @param forwardedFor the values of {@code X-Forwarded-For}, in the order they came
     * @param forwarded the values of {@code Forwarded} (RFC 7239), in the order they came
     * @return such as {@code 203.0.113.7} or {@code 2001:db8:0:1:0:0:0:0/64}
     */
    String source(String peer, List<String> forwardedFor, List<String> forwarded) {
        if (forwardedFor.isEmpty() && forwarded.isEmpty() && !peer.contains(":")) {
            return peer; // nearly every call, and there is nothing to find out
        }
        Optional<InetAddress> known = address(peer);
        if (known.isEmpty()) {
            return peer;
        }
        InetAddress connected = known.get();
        InetAddress byName = beyond(connected, split(forwardedFor));
        InetAddress byStandard = beyond(connected, split(forwarded).stream().map(TrustedProxies::node).toList());
        if (forwardedFor.isEmpty() || forwarded.isEmpty()) {
            return text(forwarded.isEmpty() ? byName : byStandard);
        }
        // A proxy writes one of the two and may hand the other through as the caller made it up.
        return text(byName.equals(byStandard) ? byName : connected);
    }

    private InetAddress beyond(InetAddress peer, List<String> hops) {
        InetAddress last = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> before = trusts(last) ? address(hop) : Optional.empty();
            if (before.isEmpty()) {
                return last;
            }
            last = before.get();
        }
        return last;
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return request.getHeader(name) == null ? List.of() : Collections.list(request.getHeaders(name));
    }

    /** Commas within quotes divide too: a quote left open by the caller must not swallow what the proxy wrote behind it. */
    private static List<String> split(List<String> values) {
        List<String> hops = new ArrayList<>();
        values.forEach(value -> hops.addAll(Arrays.asList(value.split(",", -1))));
        return hops;
    }

    private static String node(String element) {
        Matcher found = FOR.matcher(element);
        return found.find() ? found.group(1) : "";
    }

    /** Reads an address as it is written, and never asks a name server. */
    private static Optional<InetAddress> address(String written) {
        String text = written.strip();
        Matcher bracketed = BRACKETED.matcher(text);
        Matcher withPort = WITH_PORT.matcher(text);
        if (bracketed.matches()) {
            text = bracketed.group(1);
        } else if (withPort.matches()) {
            text = withPort.group(1);
        }
        try {
            Matcher four = IPV4.matcher(text);
            if (four.matches()) {
                byte[] bytes = new byte[4];
                for (int i = 0; i < bytes.length; i++) {
                    int part = Integer.parseInt(four.group(i + 1));
                    if (part > 255) {
                        return Optional.empty();
                    }
                    bytes[i] = (byte) part;
                }
                return Optional.of(InetAddress.getByAddress(bytes));
            }
            return text.contains(":") && IPV6.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName("[" + text + "]"))
                    : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), OWN_BYTES), address.getAddress().length);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("sixteen bytes are an address", impossible);
        }
    }

    private record Network(byte[] bytes, int prefix) {

        static Network of(String text) {
            String[] parts = text.strip().split("/", -1);
            Optional<InetAddress> address = address(parts[0]);
            if (address.isPresent() && parts.length <= 2) {
                byte[] bytes = address.get().getAddress();
                int most = 8 * bytes.length;
                if (parts.length == 1) {
                    return new Network(bytes, most);
                }
                if (parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= most) {
                    return new Network(bytes, Integer.parseInt(parts[1]));
                }
            }
            throw new IllegalArgumentException("'" + text + "' is no network such as 10.0.0.0/8 or fd00::/8");
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != bytes.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
