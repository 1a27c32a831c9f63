package io.tastemaker.application.outreach.out;

import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** What creators and teams wrote about invitations. Runs inside a transaction of the caller. */
public interface InvitationMessages {

    /**
     * Adds a message.
     *
     * @param message a new one
     */
    void add(InvitationMessage message);

    /**
     * How many there are.
     *
     * @param invitation about which invitation
     * @return at least 0
     */
    int count(InvitationId invitation);

    /**
     * What was written, the oldest first.
     *
     * @param invitation about which invitation
     * @param page which page
     * @return the messages
     */
    Page<InvitationMessage> list(InvitationId invitation, PageRequest page);
}
