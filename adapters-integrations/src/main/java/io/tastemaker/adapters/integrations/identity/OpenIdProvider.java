package io.tastemaker.adapters.integrations.identity;

import java.net.URI;
import java.util.Set;

/**
 * A provider as it is set up.
 *
 * @param name what it is called here, such as {@code google}
 * @param issuer who it says it is, to the letter; https, or http on this machine
 * @param clientId what this program is called there
 * @param clientSecret what this program proves itself with there
 */
public record OpenIdProvider(String name, String issuer, String clientId, String clientSecret) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * Checks the issuer.
     *
     * @throws IllegalArgumentException when it is no address that can be trusted
     */
    public OpenIdProvider {
        if (!isTrustworthy(issuer)) {
            throw new IllegalArgumentException("an issuer is an https address without query or fragment");
        }
    }

    /**
     * Whether what an address says can be believed: the connection is encrypted, or does not leave the machine.
     *
     * @param address any text
     * @return false when it is no such address
     */
    public static boolean isTrustworthy(String address) {
        try {
            URI uri = URI.create(address);
            boolean local = "http".equals(uri.getScheme()) && uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
            return ("https".equals(uri.getScheme()) && uri.getHost() != null || local)
                    && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
