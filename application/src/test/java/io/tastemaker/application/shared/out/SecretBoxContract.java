package io.tastemaker.application.shared.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every box for secrets does. */
public abstract class SecretBoxContract {

    private static final byte[] SECRET = "JBSWY3DPEHPK3PXP".getBytes(StandardCharsets.UTF_8);
    private static final String CONTEXT = "totp:0195a000-0000-7000-8000-000000000001";

    protected abstract SecretBox box();

    /** A box of other keys. */
    protected abstract SecretBox foreign();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100_000})
    void what_was_sealed_is_opened(int length) {
        byte[] plain = new byte[length];
        Arrays.fill(plain, (byte) 7);
        SecretBox box = box();
        assertThat(box.open(box.seal(plain, CONTEXT), CONTEXT)).isEqualTo(plain);
    }

    @Test
    void what_is_sealed_does_not_show_the_secret_and_differs_each_time() {
        SecretBox box = box();
        byte[] sealed = box.seal(SECRET, CONTEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("JBSWY3DPEHPK3PXP");
        assertThat(box.seal(SECRET, CONTEXT)).isNotEqualTo(sealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "totp", "totp:0195a000-0000-7000-8000-000000000002"})
    void it_is_not_opened_for_anything_else(String other) {
        SecretBox box = box();
        byte[] sealed = box.seal(SECRET, CONTEXT);
        assertThatThrownBy(() -> box.open(sealed, other)).isInstanceOf(IllegalStateException.class).message().doesNotContain("JBSWY3DPEHPK3PXP");
    }

    @Test
    void a_changed_byte_is_noticed_wherever_it_is() {
        SecretBox box = box();
        byte[] sealed = box.seal(SECRET, CONTEXT);
        for (int place = 0; place < sealed.length; place++) {
            byte[] changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> box.open(changed, CONTEXT)).as("byte %d", place).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void what_was_cut_off_or_added_to_is_not_opened() {
        SecretBox box = box();
        byte[] sealed = box.seal(SECRET, CONTEXT);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> box.open(cut, CONTEXT)).as("%d bytes", length).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> box.open(Arrays.copyOf(sealed, sealed.length + 1), CONTEXT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_box_of_other_keys_does_not_open_it() {
        byte[] sealed = box().seal(SECRET, CONTEXT);
        assertThatThrownBy(() -> foreign().open(sealed, CONTEXT)).isInstanceOf(IllegalStateException.class);
    }
}
