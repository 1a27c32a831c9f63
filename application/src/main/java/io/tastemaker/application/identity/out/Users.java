package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/** Accounts, and the teams that people belong to. Runs inside platform transactions. */
public interface Users {

    /**
     * A team of a person.
     *
     * @param membership what the person is in it
     * @param teamName what it is called
     */
    record Belonging(Membership membership, String teamName) {}

    /**
     * Adds an account.
     *
     * @param user version 1
     * @return false when there is one with this address
     */
    boolean add(User user);

    /**
     * Finds an account.
     *
     * @param id who
     * @return the account, or empty
     */
    Optional<User> find(UserId id);

    /**
     * Finds an account by its address.
     *
     * @param email where mail goes
     * @return the account, or empty
     */
    Optional<User> findByEmail(EmailAddress email);

    /**
     * Lists accounts.
     *
     * @param text part of an address or a name, in any case; empty for all
     * @param page which page
     * @return the newest first
     */
    Page<User> list(Optional<String> text, PageRequest page);

    /**
     * Replaces an account, unless somebody else was faster.
     *
     * @param user the next version
     * @return false when the stored version is not the one before, or another account has the address
     */
    boolean replace(User user);

    /**
     * Keeps what a person said to uses of their data; the later word on a tier counts.
     *
     * @param user who
     * @param consents what was said
     */
    void record(UserId user, List<Consent> consents);

    /**
     * What a person said to uses of their data.
     *
     * @param user who
     * @return one consent for each tier that was spoken of, in the order of the tiers
     */
    List<Consent> consents(UserId user);

    /**
     * Whether a team is the personal one of an account.
     *
     * @param team which team
     * @return true while such an account exists
     */
    boolean isHome(TeamId team);

    /**
     * Adds a membership.
     *
     * @param membership version 1
     * @return false when the person is a member already
     */
    boolean join(Membership membership);

    /**
     * The memberships of a person in teams that are not deleted.
     *
     * @param user who
     * @return the oldest first
     */
    List<Membership> memberships(UserId user);

    /**
     * The same memberships with the names of the teams.
     *
     * @param user who
     * @return the oldest first
     */
    List<Belonging> belongings(UserId user);

    /**
     * What a person is in a team.
     *
     * @param team which team
     * @param user who
     * @return the membership, or empty when there is none or the team is deleted
     */
    Optional<Membership> membership(TeamId team, UserId user);
}
