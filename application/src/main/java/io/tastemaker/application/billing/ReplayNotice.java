package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Begins anew with a notice, a dead letter most of all: it is read again from the provider, in the form that we know, and then heeded. */
public final class ReplayNotice {

    private final Transactions transactions;
    private final Inbox inbox;
    private final PaymentProvider provider;
    private final InstantSource clock;

    ReplayNotice(Transactions transactions, Inbox inbox, PaymentProvider provider, InstantSource clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor an operator
     * @param notice the provider's id of it
     */
    public record Command(Actor actor, String notice) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It will be heeded again.
         *
         * @param notice how it stands now
         */
        record Renewed(StoredNotice notice) implements Outcome {}

        /** Somebody works on it at this moment. */
        record InWork() implements Outcome {}
    }

    /**
     * Begins anew. When the provider does not have it any more, what we read then has to do.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such notice
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        StoredNotice stored = inbox.find(command.notice()).orElseThrow(Refusal.NotFound::new);
        Optional<Notice> read = provider.findNotice(command.notice());
        boolean renewed = inbox.renew(read.orElse(stored.notice()), clock.instant());
        Subject subject = Subject.of("notice", command.notice());
        transactions.run(command.actor(), "notice.replay", () -> {
            if (renewed) {
                transactions.about(subject, List.of());
            } else {
                transactions.refused(subject);
            }
        });
        return renewed ? new Outcome.Renewed(inbox.find(command.notice()).orElse(stored)) : new Outcome.InWork();
    }
}
