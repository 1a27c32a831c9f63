package io.tastemaker.application.shared.out;

class InMemoryTokensTest extends TokensContract {

    @Override
    protected Tokens tokens() {
        return new InMemoryTokens();
    }
}
