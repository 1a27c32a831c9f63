package io.tastemaker.adapters.integrations.content;

import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import java.time.Duration;
import java.util.Optional;

/** What an attempt is worth: the answer it makes, what it says about the source, and whether another one may be worth more. */
record Verdict(Answer answer, Standing standing, boolean mayPass, Optional<Duration> pause) {

    /** How the source does. */
    enum Standing {
        /** It answers, if not what one would like to hear. */
        WELL,
        /** It does not answer, or only nonsense. */
        FAILING,
        /** Nobody can tell from this. */
        UNKNOWN
    }

    /** When what fails of itself may have passed. */
    private static final Duration SOON = Duration.ofSeconds(1);
    /** When somebody may have done something about it. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private static final int MISSING = 404;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;

    /** An answer that says what was asked. */
    static Verdict settled(Answer answer) {
        return new Verdict(answer, Standing.WELL, false, Optional.empty());
    }

    /** Nobody waits for it any more. */
    static Verdict stopped() {
        return new Verdict(unavailable(Reason.TIMEOUT, "it was not waited for"), Standing.UNKNOWN, false, Optional.empty());
    }

    /** No answer, or no whole one. */
    static Verdict broken(Reason reason, String why) {
        return new Verdict(unavailable(reason, why), Standing.FAILING, reason != Reason.UNUSABLE_ANSWER, Optional.empty());
    }

    /** An answer that is none. */
    static Verdict garbage(String why) {
        return broken(Reason.UNUSABLE_ANSWER, why);
    }

    /**
     * A well-formed answer without a profile. Accounts that are gone give such answers too; whoever asks for many of them must not close
     * the source to others, so it counts neither way.
     */
    static Verdict nothing(String why, boolean mayPass) {
        return new Verdict(unavailable(Reason.UNUSABLE_ANSWER, why), Standing.UNKNOWN, mayPass, Optional.empty());
    }

    /** Another status than those of success, of the call itself or of a page behind it; {@code pause} is what was asked for. */
    static Verdict ofStatus(int status, Optional<Duration> pause) {
        String detail = "status " + status;
        if (status == MISSING) {
            return settled(new Answer.Unknown());
        }
        if (status == TOO_MANY) {
            return new Verdict(new Answer.Unavailable(Reason.RATE_LIMITED, detail, pause.orElse(LATER)), Standing.WELL, true, pause);
        }
        if (status >= FAULT) {
            return new Verdict(new Answer.Unavailable(Reason.FAILED, detail, pause.orElse(SOON)), Standing.FAILING, true, pause);
        }
        return new Verdict(unavailable(Reason.REJECTED, detail), Standing.WELL, false, Optional.empty());
    }

    /** Nothing is known, for a reason that names its own time. */
    static Answer.Unavailable unavailable(Reason reason, String detail) {
        Duration again = switch (reason) {
            case BREAKER_OPEN, TIMEOUT, UNREACHABLE, FAILED, BUSY -> SOON;
            case NOT_CONFIGURED, RATE_LIMITED, REJECTED, UNUSABLE_ANSWER -> LATER;
        };
        return new Answer.Unavailable(reason, detail, again);
    }
}
