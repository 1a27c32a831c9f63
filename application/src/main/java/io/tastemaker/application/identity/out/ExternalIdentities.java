package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.ExternalIdentity;
import io.tastemaker.domain.shared.ExternalIdentityId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/** Accounts with other providers that people sign in with. Runs inside platform transactions. */
public interface ExternalIdentities {

    /**
     * Links an account with another provider.
     *
     * @param identity the link
     * @return false when somebody has it already, or the person has another one with this issuer
     */
    boolean link(ExternalIdentity identity);

    /**
     * Finds a link by what the provider says.
     *
     * @param issuer who vouches
     * @param subject for whom
     * @return the link, or empty
     */
    Optional<ExternalIdentity> find(String issuer, String subject);

    /**
     * The links of a person.
     *
     * @param user whose
     * @return the oldest first
     */
    List<ExternalIdentity> of(UserId user);

    /**
     * Removes a link.
     *
     * @param user whose
     * @param id which
     * @param keepOne whether another link of the person must remain, because there is no other way to sign in
     * @return false when there was none, or none would remain
     */
    boolean unlink(UserId user, ExternalIdentityId id, boolean keepOne);
}
