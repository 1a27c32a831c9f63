package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.TokensContract;

class SecureTokensTest extends TokensContract {

    @Override
    protected Tokens tokens() {
        return new SecureTokens();
    }
}
