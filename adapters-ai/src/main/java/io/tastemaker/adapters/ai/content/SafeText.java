package io.tastemaker.adapters.ai.content;

/** Makes of any text one that every server can read. */
final class SafeText {

    private static final int INSTEAD = 0xFFFD;

    private SafeText() {}

    /** The beginning of a text without half characters, and with a space for each control character that parts no lines or columns. */
    static String of(String text, int most) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), most));
        text.codePoints().map(SafeText::safe).takeWhile(point -> safe.length() + Character.charCount(point) <= most)
                .forEachOrdered(safe::appendCodePoint);
        return safe.toString();
    }

    private static int safe(int point) {
        if (Character.getType(point) == Character.SURROGATE) {
            return INSTEAD;
        }
        return Character.isISOControl(point) && point != '\n' && point != '\t' ? ' ' : point;
    }
}
