package io.tastemaker.adapters.integrations.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a URL must look like before any name in it is looked up. It is read once, strictly, and put together anew, so that nothing behind
 * reads it differently.
 *
 * @param schemes in lower case
 * @param ports the ports that may be called
 * @param allowedOrigins exempt from all rules but these: such as {@code http://127.0.0.1:9000}
 */
record UrlRules(Set<String> schemes, Set<Integer> ports, Set<String> allowedOrigins) {

    private static final int LONGEST = 2_048;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}\\]");

    /** A URL that was read. */
    sealed interface Verdict {
        /**
         * It may be called, if its addresses may.
         *
         * @param url put together anew, without a fragment
         * @param isExempt whether its origin is on the operator's list
         */
        record Allowed(URI url, boolean isExempt) implements Verdict {}

        /** It may not be called. */
        record Refused(GuardedClient.Reason reason) implements Verdict {}
    }

    static UrlRules strict(Set<String> allowedOrigins) {
        return new UrlRules(Set.of("https"), Set.of(HTTPS_PORT, 8443), allowedOrigins);
    }

    Verdict check(String text) {
        Optional<URI> parsed = parse(text);
        if (parsed.isEmpty() || parsed.get().getHost() == null || parsed.get().getScheme() == null) {
            return new Verdict.Refused(GuardedClient.Reason.NOT_A_URL);
        }
        URI uri = parsed.get();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("http") ? HTTP_PORT : HTTPS_PORT;
        String origin = scheme + "://" + host + ":" + port;
        if (uri.getRawUserInfo() != null || uri.getRawAuthority().contains("@")) {
            return new Verdict.Refused(GuardedClient.Reason.USERINFO);
        }
        URI clean = URI.create(origin + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                + Optional.ofNullable(uri.getRawQuery()).map(query -> "?" + query).orElse(""));
        if (allowedOrigins.contains(origin)) {
            return new Verdict.Allowed(clean, true);
        }
        if (!schemes.contains(scheme)) {
            return new Verdict.Refused(GuardedClient.Reason.SCHEME);
        }
        if (!ports.contains(port)) {
            return new Verdict.Refused(GuardedClient.Reason.PORT);
        }
        return isHost(host) ? new Verdict.Allowed(clean, false) : new Verdict.Refused(GuardedClient.Reason.HOST);
    }

    /** Whether the operator vouches for what listens there. */
    boolean isExempt(String host, int port) {
        return allowedOrigins.contains("http://" + host + ":" + port) || allowedOrigins.contains("https://" + host + ":" + port);
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

    /**
     * A full name, or an address in its one common form. What ends in a number is an address (as browsers read it), and of those
     * {@code 127.1}, {@code 0x7f000001} and {@code 0177.0.0.1} are forms that two readers read differently.
     */
    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return IPV6.matcher(host).matches();
        }
        String[] labels = host.split("\\.", -1);
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return IPV4.matcher(host).matches();
        }
        return host.length() <= 253 && labels.length >= 2 && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches());
    }
}
