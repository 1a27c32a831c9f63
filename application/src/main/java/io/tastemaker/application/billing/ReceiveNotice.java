package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.application.billing.out.SignedNotices;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.billing.Notice;
import java.time.InstantSource;

/** Takes in what the payment provider tells: believes its signature, stores it once, and heeds it later. */
public final class ReceiveNotice {

    private final SignedNotices notices;
    private final Inbox inbox;
    private final InstantSource clock;

    ReceiveNotice(SignedNotices notices, Inbox inbox, InstantSource clock) {
        this.notices = notices;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * What came.
     *
     * @param caller anybody; the signature says who it is
     * @param body the bytes as they came
     * @param signature the header that signs them; empty text when there was none
     */
    public record Command(Anonymous caller, byte[] body, String signature) {
        /** Shows neither the body nor the signature. */
        @Override
        public String toString() {
            return "Command[" + body.length + " bytes]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is stored.
         *
         * @param notice the notice
         * @param isNew whether it was told for the first time
         */
        record Stored(Notice notice, boolean isNew) implements Outcome {}

        /**
         * It is not believed, and nothing was stored.
         *
         * @param reason why, for people
         */
        record Doubtful(String reason) implements Outcome {}
    }

    /**
     * Takes it in.
     *
     * @param command what came
     * @return what came of it
     */
    public Outcome handle(Command command) {
        return switch (notices.read(command.body(), command.signature())) {
            case SignedNotices.Reading.Genuine(Notice notice) -> new Outcome.Stored(notice, inbox.add(notice, clock.instant()));
            case SignedNotices.Reading.Doubtful(String reason) -> new Outcome.Doubtful(reason);
        };
    }
}
