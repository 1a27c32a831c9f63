package io.tastemaker.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TotpSecretTest {

    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void a_secret_is_written_in_base_32() {
        assertThat(SECRET.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void an_authenticator_reads_it_from_an_address() {
        assertThat(SECRET.uri(new EmailAddress("ana+work@example.com"))).isEqualTo("otpauth://totp/Tastemaker:ana%2Bwork%40example.com"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tastemaker&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void a_secret_of_another_length_is_refused() {
        assertThatThrownBy(() -> new TotpSecret(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_does_not_show_itself() {
        assertThat(SECRET.toString()).isEqualTo("TotpSecret[]");
    }
}
