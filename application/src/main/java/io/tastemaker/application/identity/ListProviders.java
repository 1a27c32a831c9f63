package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.IdentityProviders;
import io.tastemaker.domain.access.Anonymous;
import java.util.List;

/** Says which other providers people can sign in with. */
public final class ListProviders {

    private final IdentityProviders providers;

    ListProviders(IdentityProviders providers) {
        this.providers = providers;
    }

    /**
     * What is asked.
     *
     * @param caller anybody
     */
    public record Query(Anonymous caller) {}

    /**
     * Names them.
     *
     * @param query what is asked
     * @return their names, in the order in which people shall see them
     */
    public List<String> handle(Query query) {
        return providers.names();
    }
}
