package io.tastemaker.domain.campaigns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a piece of work can be seen: an address on the public web, judged by its form alone and never fetched. It begins with
 * {@code https://}, names a host by its full name (an address in numbers is no name, whether private or not), tells no user and no other
 * port than 443, and has at most {@link #MOST_LENGTH} printable ASCII characters.
 *
 * @param address as it was given
 */
public record ProofLink(String address) {

    /** The longest address, in characters; as browsers and servers commonly take it. */
    public static final int MOST_LENGTH = 2_048;

    private static final Pattern FORM = Pattern.compile("(?i)https://([^/?#]+)([/?#][!-~]*)?");
    private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /** Names that lead nowhere outside of a private network: RFC 6761, RFC 6762, RFC 8375, and what ICANN keeps for private use. */
    private static final Set<String> PRIVATE = Set.of("localhost", "local", "internal", "lan", "intranet", "corp", "home", "arpa", "invalid", "onion");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when it is no such address
     */
    public ProofLink {
        if (!isPublic(address)) {
            throw new IllegalArgumentException("a proof link is a public https address");
        }
    }

    /**
     * Reads an address.
     *
     * @param text what was given
     * @return the link; empty when it is none, or leads to a private place
     */
    public static Optional<ProofLink> read(String text) {
        return isPublic(text) ? Optional.of(new ProofLink(text)) : Optional.empty();
    }

    private static boolean isPublic(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > MOST_LENGTH || !form.matches()) {
            return false;
        }
        String authority = form.group(1).toLowerCase(Locale.ROOT);
        String host = authority.endsWith(":443") ? authority.substring(0, authority.length() - 4) : authority;
        String last = Arrays.asList(host.split("\\.", -1)).getLast();
        return host.length() <= 253 && HOST.matcher(host).matches() && !NUMBER.matcher(last).matches() && !PRIVATE.contains(last);
    }

    @Override
    public String toString() {
        return address;
    }
}
