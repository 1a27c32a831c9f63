package io.tastemaker.adapters.http.shared;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A request's name, given by the client or made here; it stands in every answer, problem and log line. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";
    static final String MDC_KEY = "request_id";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private RequestIds() {}

    static String of(String given) {
        return given != null && VALID.matcher(given).matches() ? given : made();
    }

    /** It need not be secret, and no request should wait for another one's. */
    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L).toString();
    }
}
