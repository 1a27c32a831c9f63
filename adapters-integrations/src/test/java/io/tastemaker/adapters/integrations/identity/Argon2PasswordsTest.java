package io.tastemaker.adapters.integrations.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.PasswordsContract;
import io.tastemaker.domain.access.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest extends PasswordsContract {

    private static final Argon2Passwords PASSWORDS = new Argon2Passwords();
    private static final Argon2Passwords FORMER = new Argon2Passwords(new Argon2Hash.Cost(1_024, 1, 1), 1, Duration.ofSeconds(1));

    @AfterAll
    static void close() {
        PASSWORDS.close();
        FORMER.close();
    }

    @Override
    protected Passwords passwords() {
        return PASSWORDS;
    }

    @Override
    protected Passwords former() {
        return FORMER;
    }

    @Test
    void a_hash_costs_what_is_recommended() {
        assertThat(PASSWORDS.hash("correct horse")).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32}. */
    @Test
    void the_vector_of_the_reference_implementation_matches() {
        String vector = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(PASSWORDS.matches("password", vector)).isTrue();
        assertThat(PASSWORDS.matches("Password", vector)).isFalse();
    }

    @Test
    void who_would_wait_too_long_is_refused() {
        try (Argon2Passwords impatient = new Argon2Passwords(Argon2Passwords.TODAY, 1, Duration.ofMillis(1));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> calls = IntStream.range(0, 40)
                    .mapToObj(call -> CompletableFuture.runAsync(() -> impatient.matchNothing("x"), callers)).toList();
            assertThat(calls).anySatisfy(call -> assertThatThrownBy(call::join).cause().isInstanceOfSatisfying(Refusal.Unavailable.class,
                    refusal -> {
                        assertThat(refusal.dependency()).isEqualTo("password hashing");
                        assertThat(refusal.retryAfter()).isPositive();
                    }));
            assertThat(calls).anySatisfy(call -> assertThatCode(call::join).doesNotThrowAnyException());
        }
    }

    @Test
    void a_hash_does_not_show_itself_in_texts() {
        assertThat(Argon2Hash.read(PASSWORDS.hash("correct horse")).orElseThrow().toString()).doesNotContain("$");
    }
}
