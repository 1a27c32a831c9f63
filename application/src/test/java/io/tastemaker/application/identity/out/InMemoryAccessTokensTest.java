package io.tastemaker.application.identity.out;

class InMemoryAccessTokensTest extends AccessTokensContract {

    private final InMemoryAccessTokens tokens = new InMemoryAccessTokens();

    @Override
    protected AccessTokens tokens() {
        return tokens;
    }

    @Override
    protected AccessTokens foreign() {
        return new InMemoryAccessTokens();
    }
}
