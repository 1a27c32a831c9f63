package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TeamInvitation;
import java.util.Optional;

/** Invitations of every team, as people present their tokens. Runs inside platform transactions. */
public interface MailedInvitations {

    /**
     * Finds an invitation by its token.
     *
     * @param tokenHash SHA-256 of the token in lower-case hex
     * @return the invitation, whatever became of it, or empty
     */
    Optional<TeamInvitation> find(String tokenHash);

    /**
     * Replaces an invitation, unless somebody else was faster, so that of many answers at once exactly one counts.
     *
     * @param invitation the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(TeamInvitation invitation);

    /**
     * Lets the accepted invitations to an address follow the person to another one, by which they are found when all about the person is
     * handed out or erased. Those that nobody answered stay as their teams wrote them.
     *
     * @param from the address the person had
     * @param to the address the person has now
     * @return how many there were
     */
    int follow(EmailAddress from, EmailAddress to);
}
