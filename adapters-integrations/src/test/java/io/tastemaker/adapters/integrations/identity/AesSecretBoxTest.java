package io.tastemaker.adapters.integrations.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.SecretBoxContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AesSecretBoxTest extends SecretBoxContract {

    @Override
    protected SecretBox box() {
        return new AesSecretBox(List.of(key(1)));
    }

    @Override
    protected SecretBox foreign() {
        return new AesSecretBox(List.of(key(2)));
    }

    @Test
    void a_former_key_opens_and_the_first_one_seals() {
        byte[] old = new AesSecretBox(List.of(key(1))).seal("secret".getBytes(UTF_8), "a");
        AesSecretBox rotated = new AesSecretBox(List.of(key(2), key(1)));

        assertThat(rotated.open(old, "a")).asString(UTF_8).isEqualTo("secret");
        assertThat(new AesSecretBox(List.of(key(2))).open(rotated.seal("new".getBytes(UTF_8), "a"), "a")).asString(UTF_8).isEqualTo("new");
    }

    @Test
    void a_key_that_is_gone_is_named_as_the_reason() {
        byte[] old = new AesSecretBox(List.of(key(1))).seal("secret".getBytes(UTF_8), "a");
        assertThatThrownBy(() -> new AesSecretBox(List.of(key(2))).open(old, "a")).hasMessageContaining("not among the keys");
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> new AesSecretBox(List.of(new byte[16]))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] key(int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return key;
    }
}
