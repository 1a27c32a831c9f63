package io.tastemaker.domain.measurement;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a tracked link may lead: to a page of the public internet, told by the form of the address alone. Nothing is looked up and nothing
 * is fetched, since it is people's browsers that go there.
 *
 * @param url as it is sent to browsers
 */
public record LinkTarget(String url) {

    /** The longest address, in characters. */
    public static final int LONGEST = 2_000;

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    /** What ends in a number is an address of version 4, as browsers read it. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    /** Names that never leave a house, by RFC 6761, RFC 6762, RFC 8375 and RFC 9476, and what is used as one. */
    private static final Set<String> INNER = Set.of("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "test",
            "example", "invalid", "onion", "alt", "arpa");
    private static final Set<Integer> PORTS = Set.of(-1, 443, 8443);

    /** What an address was found to be. */
    public sealed interface Verdict {
        /**
         * A link may lead there.
         *
         * @param target the place
         */
        record Good(LinkTarget target) implements Verdict {}

        /**
         * No link leads there.
         *
         * @param reason what is wrong, after "the address"
         */
        record Bad(String reason) implements Verdict {}
    }

    /**
     * Looks at an address.
     *
     * @param text what was written
     * @return whether a link may lead there
     */
    public static Verdict check(String text) {
        Optional<URI> parsed = parse(text);
        if (parsed.isEmpty() || parsed.get().getHost() == null) {
            return new Verdict.Bad("is no absolute URL of at most " + LONGEST + " printable ASCII characters");
        }
        URI uri = parsed.get();
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return new Verdict.Bad("must begin with https://");
        }
        if (uri.getRawUserInfo() != null || uri.getRawAuthority().contains("@")) {
            return new Verdict.Bad("must not carry a user name");
        }
        if (!PORTS.contains(uri.getPort())) {
            return new Verdict.Bad("must use port 443 or 8443");
        }
        return isPublic(uri.getHost().toLowerCase(Locale.ROOT))
                ? new Verdict.Good(new LinkTarget(text))
                : new Verdict.Bad("is of a private network, or its host has an unusual form");
    }

    private static Optional<URI> parse(String text) {
        if (text.length() > LONGEST || !PRINTABLE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }

    private static boolean isPublic(String host) {
        if (host.startsWith("[")) {
            return isPublicIpv6(host.substring(1, host.length() - 1));
        }
        List<String> labels = List.of(host.split("\\.", -1));
        if (NUMBER.matcher(labels.getLast()).matches()) {
            return IPV4.matcher(host).matches() && isPublicIpv4(host);
        }
        return host.length() <= 253 && labels.size() >= 2 && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
                && !INNER.contains(labels.getLast());
    }

    /** By the registry of special-purpose addresses of IANA (RFC 6890 and later). */
    private static boolean isPublicIpv4(String address) {
        int[] part = Arrays.stream(address.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return !(part[0] == 0 || part[0] == 10 || part[0] == 127 || part[0] >= 224
                || part[0] == 100 && part[1] >= 64 && part[1] < 128
                || part[0] == 169 && part[1] == 254
                || part[0] == 172 && part[1] >= 16 && part[1] < 32
                || part[0] == 192 && (part[1] == 168 || part[1] == 0 && (part[2] == 0 || part[2] == 2) || part[1] == 88 && part[2] == 99)
                || part[0] == 198 && (part[1] == 18 || part[1] == 19 || part[1] == 51 && part[2] == 100)
                || part[0] == 203 && part[1] == 0 && part[2] == 113);
    }

    /** Global unicast only (2000::/3), without what carries other addresses inside (2001::/23, 2002::/16) and documentation. */
    private static boolean isPublicIpv6(String address) {
        String[] groups = address.split(":", -1);
        if (!groups[0].matches("[23][0-9a-f]{3}") || address.contains(".")) {
            return false;
        }
        int first = Integer.parseInt(groups[0], 16);
        int second = groups.length > 1 && groups[1].matches("[0-9a-f]{1,4}") ? Integer.parseInt(groups[1], 16) : 0;
        return !(first == 0x2001 && (second < 0x200 || second == 0xdb8) || first == 0x2002 || first == 0x3fff);
    }

    @Override
    public String toString() {
        return url;
    }
}
