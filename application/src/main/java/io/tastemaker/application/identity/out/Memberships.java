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
     * Finds a member by the address.
     *
     * @param email where mail goes
     * @return the member, or empty
     */
    Optional<Member> findByEmail(EmailAddress email);

    /**
     * Finds the owner.
     *
     * @return the owner; empty when the team is deleted, or was made by an operator
     */
    Optional<Member> owner();

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
     * @return 0 or more
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

    /**
     * Ends all memberships, the owner's too, because the team is deleted.
     *
     * @return how many there were
     */
    int removeAll();
}
