package io.tastemaker.application.identity.out;

import java.net.URI;

class InMemoryIdentityProvidersTest extends IdentityProvidersContract {

    private final InMemoryIdentityProviders providers = new InMemoryIdentityProviders();

    @Override
    protected IdentityProviders providers() {
        return providers;
    }

    @Override
    protected String consent(URI page, Person person) {
        return providers.consent(page, person);
    }
}
