package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.MailTransport;
import io.tastemaker.application.operations.out.OutgoingMail;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/**
 * What is done with mail on its way out.
 *
 * @param deliverMail sends one letter
 * @param forgetSentMail drops what is remembered of old ones
 */
public record MailUseCases(DeliverMail deliverMail, ForgetSentMail forgetSentMail) {

    /** Builds them from the driven ports and those who want to know which letters were given up. */
    @Inject
    public MailUseCases(OutgoingMail mail, MailTransport transport, List<LetterHandler> handlers, InstantSource clock) {
        this(new DeliverMail(mail, transport, handlers, clock), new ForgetSentMail(mail, clock));
    }
}
