package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;
import java.util.Objects;

/**
 * A value of a list that was rejected or altered, and where it stands.
 *
 * @param row the number of the row below the header, from 1
 * @param line the line of the file on which the row begins, from 1
 * @param column the column's header, empty when the fault concerns the row
 * @param value what stood there, cut to {@value #LONGEST_VALUE} characters
 * @param code the kind of fault
 * @param detail what was expected or done, for people
 */
public record RowFault(long row, long line, String column, String value, Code code, String detail) {

    /** How many characters of a value are kept. */
    public static final int LONGEST_VALUE = 200;

    /** Kinds of faults. */
    public enum Code implements Coded {
        /** A count or rate was expected. */
        NOT_A_NUMBER,
        /** A number, but an impossible one; or a day that cannot be. */
        OUT_OF_RANGE,
        /** A fraction of something that comes in wholes was rounded. */
        ALTERED_NUMBER,
        /** Invisible characters were removed, or a text was cut. */
        ALTERED_TEXT,
        /** Bytes that the file's encoding does not know were replaced. */
        REPLACED_CHARACTERS,
        /** No country is called that. */
        UNKNOWN_COUNTRY,
        /** No language is called that. */
        UNKNOWN_LANGUAGE,
        /** No platform is called that; the row is rejected. */
        UNKNOWN_PLATFORM,
        /** It is not said whose it is: neither handle nor name; the row is rejected. */
        NO_HANDLE,
        /** A handle was expected and something else stood there; the handle was inferred from it. */
        NOT_A_HANDLE,
        /** Nothing tells which post it is; the row is rejected. */
        NO_POST,
        /** A day was expected, or it cannot be told which number is the month. */
        NOT_A_DATE,
        /** Yes or no was expected. */
        NOT_A_YES_OR_NO,
        /** No e-mail address. */
        BAD_EMAIL,
        /** No web address. */
        BAD_URL,
        /** Two columns, or two rows of one creator, say different things; the first, or plainer, was kept. */
        DISAGREEMENT,
        /** The row has values beyond the last header; they were left out. */
        TOO_MANY_CELLS,
        /** A field too long to be kept whole was cut. */
        TOO_LONG,
        /** The line is no JSON object; the row is left out. */
        BAD_JSON,
        /** A quotation mark was opened and not closed; it was taken literally. */
        UNBALANCED_QUOTE;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Cuts the value. */
    public RowFault {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        value = cut(value);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_VALUE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return text.substring(0, end);
    }
}
