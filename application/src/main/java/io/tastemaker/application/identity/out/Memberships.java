package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.util.Optional;

/** The members of the team that the transaction is bound to. */
public interface Memberships {

    /**
     * A member as the others see it.
     *
     * @param membership what the person is here
     * @param email where mail goes
     * @param fullName the person's name
     */
    record Member(Membership membership, EmailAddress email, String fullName) {}

    /**
     * Finds a member.
     *
     * @param user who
     * @return the member, or empty
     */
    Optional<Member> find(UserId user);

    /**
     * The members, the oldest first.
     *
     * @param page which page
     * @return the members
     */
    Page<Member> list(PageRequest page);

    /**
     * How many members there are.
     *
     * @return at least 1, the owner
     */
    int count();

    /**
     * Replaces a membership, unless somebody else was faster.
     *
     * @param membership the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(Membership membership);

    /**
     * Ends a membership.
     *
     * @param user whose; not the owner's
     * @return false when there was none
     */
    boolean remove(UserId user);
}
