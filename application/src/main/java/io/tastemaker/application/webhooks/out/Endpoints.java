package io.tastemaker.application.webhooks.out;

import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.webhooks.Endpoint;
import java.util.Optional;

/** The endpoints of the team that the transaction is bound to. Secrets come in sealed, and only {@link Deliveries} hands them out again. */
public interface Endpoints {

    /**
     * Counts them, so that one can be added: until the transaction ends nobody else of the team adds one.
     *
     * @return how many there are
     */
    int countToAdd();

    /**
     * Adds one.
     *
     * @param endpoint of version 1
     * @param sealedSecret its secret
     */
    void add(Endpoint endpoint, byte[] sealedSecret);

    /**
     * Finds one.
     *
     * @param id which
     * @return the endpoint, or empty when the team has none of this id
     */
    Optional<Endpoint> find(EndpointId id);

    /**
     * Lists them.
     *
     * @param page which page
     * @return the newest first
     */
    Page<Endpoint> list(PageRequest page);

    /**
     * Replaces one, with its count of failures; its secrets stay. An endpoint whose count is cleared is not left alone any more.
     *
     * @param endpoint the next version
     * @return false when the stored one is not of the version before, and then nothing was written
     */
    boolean replace(Endpoint endpoint);

    /**
     * Replaces one that has a new secret. The secret it had is kept for as long as the endpoint says.
     *
     * @param endpoint the next version
     * @param sealedSecret the new secret
     * @return false when the stored one is not of the version before, and then nothing was written
     */
    boolean rotate(Endpoint endpoint, byte[] sealedSecret);

    /**
     * Removes one, with all that was and would have been sent to it.
     *
     * @param id which
     */
    void remove(EndpointId id);
}
