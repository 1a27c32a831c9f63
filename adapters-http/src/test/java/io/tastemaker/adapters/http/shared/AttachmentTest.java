package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        creators.csv                  | creators.csv          | creators.csv
        creators of 2026.csv          | creators_of_2026.csv  | creators%20of%202026.csv
        Criação.csv                   | Criacao.csv           | Cria%C3%A7%C3%A3o.csv
        日本.csv                      | _.csv                 | %E6%97%A5%E6%9C%AC.csv
        ../../etc/passwd              | _etc_passwd           | _etc_passwd
        C:\\windows\\win.ini          | C_windows_win.ini     | C_windows_win.ini
        .htaccess                     | htaccess              | htaccess
        a";filename="b.exe            | a_filename__b.exe     | a_filename%3D_b.exe
        ``                            | download              | download
        ...                           | download              | download
        """)
    void a_name_is_made_safe_for_every_client(String name, String plain, String whole) {
        assertThat(Attachment.named(name)).isEqualTo("attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: b", "a\u0000.csv", "a\u202Efdp.exe", "a\uD800.csv", "a%2f..%2fb", "\u2028", "a/b\\c", "\u200B"})
    void nothing_leaves_the_line_or_the_folder(String name) {
        assertThat(Attachment.named(name)).matches("attachment; filename=\"[A-Za-z0-9_-][A-Za-z0-9._-]*\"; filename\\*=UTF-8''[!-~]+")
                .doesNotContain("%00", "%0D", "%0A", "%E2%80", "/", "\\", "..");
    }

    @Test
    void a_name_without_end_gets_one() {
        assertThat(Attachment.named("a".repeat(10_000))).hasSizeLessThan(300);
    }
}
