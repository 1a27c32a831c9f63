package io.tastemaker.application.shared.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source of secrets does. */
public abstract class TokensContract {

    protected abstract Tokens tokens();

    @Test
    void tokens_are_43_characters_that_never_repeat() {
        Tokens tokens = tokens();
        assertThat(Stream.generate(tokens::next).limit(1_000).toList())
                .doesNotHaveDuplicates()
                .allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }
}
