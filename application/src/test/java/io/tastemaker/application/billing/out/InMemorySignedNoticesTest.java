package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Notice.Kind;
import io.tastemaker.domain.billing.Notice.Matter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

class InMemorySignedNoticesTest extends SignedNoticesContract {

    private static final String SECRET = "whsec_test";

    private final HandClock clock = new HandClock();

    @Override
    protected SignedNotices notices() {
        return new InMemorySignedNotices(Optional.of(SECRET), clock);
    }

    @Override
    protected SignedNotices unconfigured() {
        return new InMemorySignedNotices(Optional.empty(), clock);
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected Sent session(String id, String session, Instant happened, Instant signed) {
        return sent(new Notice(id, "checkout.session.completed", happened, Optional.of(new Matter(Kind.SESSION, session)), Optional.empty()), signed);
    }

    @Override
    protected Sent unheeded(String id, Instant happened, Instant signed) {
        return sent(new Notice(id, "account.updated", happened, Optional.empty(), Optional.empty()), signed);
    }

    private static Sent sent(Notice notice, Instant signed) {
        byte[] body = InMemorySignedNotices.body(notice);
        return new Sent(body, InMemorySignedNotices.sign(SECRET, body, signed));
    }

    @Override
    protected Sent signed(String body, Instant signed) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Sent(bytes, InMemorySignedNotices.sign(SECRET, bytes, signed));
    }
}
