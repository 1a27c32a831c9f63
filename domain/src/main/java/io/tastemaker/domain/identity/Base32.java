package io.tastemaker.domain.identity;

/** Five bits per letter, the first bits first; a last group that is not full is filled up with zeros. */
final class Base32 {

    /** The letters of RFC 4648, section 6. */
    static final String RFC_4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String write(byte[] bytes, String letters) {
        StringBuilder text = new StringBuilder(bytes.length * 8 / 5 + 1);
        int bits = 0;
        int waiting = 0;
        for (byte next : bytes) {
            bits = bits << 8 | next & 0xFF;
            waiting += 8;
            while (waiting >= 5) {
                waiting -= 5;
                text.append(letters.charAt(bits >> waiting & 31));
            }
            bits &= (1 << waiting) - 1;
        }
        if (waiting > 0) {
            text.append(letters.charAt(bits << 5 - waiting & 31));
        }
        return text.toString();
    }
}
