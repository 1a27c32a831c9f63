package io.tastemaker.application.creators.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every keeper of uploads does. */
public abstract class UploadsContract {

    protected abstract Uploads uploads();

    /** How many files are kept, whole or in part. */
    protected abstract int filesKept();

    @Test
    void a_kept_file_has_a_key_of_its_own_its_size_and_its_hash() {
        Uploads.Kept.Whole first = (Uploads.Kept.Whole) uploads().keep(bytes("abc"), 3);
        Uploads.Kept.Whole second = (Uploads.Kept.Whole) uploads().keep(bytes("abc"), 3);

        assertThat(first.bytes()).isEqualTo(3);
        assertThat(first.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(filesKept()).isEqualTo(2);
    }

    @Test
    void a_file_over_the_limit_is_not_kept_at_all() {
        assertThat(uploads().keep(bytes("abcd"), 3)).isEqualTo(new Uploads.Kept.TooLarge(3));
        assertThat(filesKept()).isZero();
    }

    @Test
    void a_file_whose_upload_breaks_off_is_not_kept_at_all() {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("connection reset");
                }
                left--;
                return 'a';
            }
        };

        assertThatThrownBy(() -> uploads().keep(broken, 1_000_000)).isInstanceOf(UncheckedIOException.class);
        assertThat(filesKept()).isZero();
    }

    @Test
    void a_deleted_file_is_gone_and_deleting_again_does_nothing() {
        String key = ((Uploads.Kept.Whole) uploads().keep(bytes("abc"), 3)).key();

        uploads().delete(key);
        uploads().delete(key);

        assertThat(filesKept()).isZero();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
