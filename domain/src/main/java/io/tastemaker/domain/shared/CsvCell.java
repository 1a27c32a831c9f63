package io.tastemaker.domain.shared;

/**
 * Text as a cell of a CSV file that a spreadsheet may open. Whoever can get a text into a list could otherwise have it run as a formula
 * on the machine of whoever opens an export.
 */
public final class CsvCell {

    /** What spreadsheets begin a formula with, also in the wide forms of East Asian scripts. */
    private static final String BEGINS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCell() {}

    /**
     * Writes a text so that it is shown and never computed: what a spreadsheet could take for a formula gets an apostrophe in front.
     * A number is no text; it is written as it is, a minus sign included.
     *
     * @param text any text, such as a name or a note
     * @return the cell, in quotes where RFC 4180 or a separator other than the comma asks for them
     */
    public static String of(String text) {
        String harmless = isFormula(text) ? "'" + text : text;
        boolean quoted = !harmless.equals(text) || !harmless.equals(harmless.strip())
                || harmless.chars().anyMatch(unit -> "\",;|\t\r\n".indexOf(unit) >= 0);
        return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    private static boolean isFormula(String text) {
        if (text.startsWith("\t") || text.startsWith("\r") || text.startsWith("\n")) {
            return true;
        }
        // Some programs drop what cannot be seen before they look.
        int first = 0;
        while (first < text.length() && isUnseen(text.charAt(first))) {
            first++;
        }
        return first < text.length() && BEGINS_A_FORMULA.indexOf(text.charAt(first)) >= 0;
    }

    private static boolean isUnseen(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || Character.isISOControl(unit)
                || Character.getType(unit) == Character.FORMAT;
    }
}
