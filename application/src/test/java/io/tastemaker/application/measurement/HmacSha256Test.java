package io.tastemaker.application.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 4231. */
class HmacSha256Test {

    @Test
    void a_short_key_signs_as_the_standard_says() {
        assertThat(hex("4a656665", "7768617420646f2079612077616e7420", "666f72206e6f7468696e673f"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(hex("0b".repeat(20), "4869205468657265")).isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Test
    void a_key_longer_than_a_block_is_hashed_first() {
        assertThat(hex("aa".repeat(131), "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374"))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    private static String hex(String key, String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = HexFormat.of().parseHex(parts[i]);
        }
        return HexFormat.of().formatHex(HmacSha256.of(HexFormat.of().parseHex(key), bytes));
    }
}
