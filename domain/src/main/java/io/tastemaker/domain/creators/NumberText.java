package io.tastemaker.domain.creators;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it: {@code 48.5M}, {@code 22,20,00,000}, {@code 1.234.567}, {@code 1 234 567}, {@code 1'234'567},
 * {@code 12,5 mil}, {@code 2.28E+11}, {@code 1.39%}, {@code 10K+ followers}, in the decimal digits of any script.
 * Exact decimal arithmetic; nothing is rounded here.
 */
public sealed interface NumberText {

    /**
     * A number.
     *
     * @param value exact; its {@linkplain BigDecimal#ulp() last place} is the last digit that was written, so 48.5M has the ulp 100,000
     * @param abbreviated whether a unit such as M, K or lakh was written, as abbreviations do
     * @param percent whether a percent sign was written; {@code value} is then in percent
     */
    record Amount(BigDecimal value, boolean abbreviated, boolean percent) implements NumberText {}

    /** Nothing, or a word for nothing such as {@code N/A}, {@code -} or {@code null}. */
    record Missing() implements NumberText {}

    /**
     * No number.
     *
     * @param reason what it is instead, for people
     */
    record Unreadable(String reason) implements NumberText {}

    /** The longest text that is looked at, in characters; longer ones are no numbers. */
    int LONGEST = 64;

    /**
     * Reads a number.
     *
     * @param text what was written
     * @param mark what settles a single separator with three digits behind it; with a unit and {@link DecimalMark#WHOLE}, a point is
     *     decimal
     * @return the number, or why there is none
     */
    static NumberText read(String text, DecimalMark mark) {
        if (text.length() > LONGEST) {
            return new Unreadable("it is longer than any number");
        }
        if (Syntax.isWhole(text)) {
            return new Amount(new BigDecimal(text), false, false);
        }
        String plain = Syntax.plain(text);
        if (MissingText.isMissing(plain)) {
            return new Missing();
        }
        if (Syntax.SPREADSHEET_ERROR.matcher(plain).matches()) {
            return new Unreadable("a spreadsheet left an error here");
        }
        Matcher shape = Syntax.NUMBER.matcher(plain);
        if (!shape.matches() || !Syntax.isNoun(shape.group("noun"))) {
            return new Unreadable("it is no number");
        }
        String unit = Syntax.unit(shape);
        String digits = shape.group("digits");
        if (unit.equals("mil") && digits.contains(".")) {
            return new Unreadable("mil is a thousand in Spanish and Portuguese, but with a decimal point it may be an English million");
        }
        OptionalInt power = Syntax.powerOfTen(unit);
        if (power.isEmpty()) {
            return new Unreadable("its unit " + shape.group("unit") + " is unknown");
        }
        String exponent = Optional.ofNullable(shape.group("exponent")).orElse("0");
        boolean abbreviated = power.getAsInt() > 0;
        return Syntax.decimal(digits, mark, abbreviated || shape.group("exponent") != null)
                .map(value -> value.scaleByPowerOfTen(power.getAsInt() + Integer.parseInt(exponent)))
                .map(value -> "-".equals(shape.group("sign")) ? value.negate() : value)
                .<NumberText>map(value -> new Amount(value, abbreviated, unit.equals("%")))
                .orElseGet(() -> new Unreadable("its digits are grouped in no known way"));
    }

    /**
     * What one number tells about the decimal mark of its column: {@code 12,5} and {@code 1.234.567} say comma,
     * {@code 12.5} and {@code 1,234,567} say point, {@code 1.234} says nothing.
     *
     * @param text what was written
     * @return the mark it betrays, or empty when it betrays none
     */
    static Optional<DecimalMark> betrayedMark(String text) {
        if (text.length() > LONGEST || Syntax.isWhole(text)) {
            return Optional.empty();
        }
        Matcher shape = Syntax.NUMBER.matcher(Syntax.plain(text));
        if (!shape.matches()) {
            return Optional.empty();
        }
        String digits = shape.group("digits");
        boolean abbreviated = !Syntax.unit(shape).isEmpty();
        Optional<BigDecimal> point = Syntax.decimal(digits, DecimalMark.POINT, abbreviated);
        Optional<BigDecimal> comma = Syntax.decimal(digits, DecimalMark.COMMA, abbreviated);
        if (point.isEmpty() || !point.equals(comma)) {
            return Optional.empty();
        }
        int points = (int) digits.chars().filter(c -> c == '.').count();
        int commas = (int) digits.chars().filter(c -> c == ',').count();
        if (points == 0 && commas == 0) {
            return Optional.empty();
        }
        boolean pointIsLast = digits.lastIndexOf('.') > digits.lastIndexOf(',');
        boolean lastIsDecimal = point.get().scale() > 0 || (points > 0 && commas > 0);
        return Optional.of(pointIsLast == lastIsDecimal ? DecimalMark.POINT : DecimalMark.COMMA);
    }

    /** How numbers are written. */
    final class Syntax {

        private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#¡?[\\p{Lu}0-9/_ ]{1,20}[!?]?");
        private static final Pattern NUMBER = Pattern.compile("[~≈>]?\\s*(?<sign>[+-])?\\s*"
                + "(?<digits>\\d+(?:[.,' _]\\d+)*|[.,]\\d+)(?:[eE](?<exponent>[+-]?\\d{1,2}))?\\s*"
                + "(?<unit>%|[\\p{L}\\p{M}]+)?\\.?\\s*\\+?\\s*(?<noun>\\p{L}+)?");
        /** What is counted, where a list repeats it behind every number; worth a power of zero. */
        private static final Set<String> NOUNS = Set.of("followers", "subscribers", "subs", "posts", "videos", "views", "likes",
                "comments", "shares", "fans");
        private static final Pattern NO_DIGIT = Pattern.compile("\\D");
        private static final Pattern THREES = Pattern.compile("\\d{1,3}(?:\\D\\d{3})+");
        private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(?:\\D\\d{2})*\\D\\d{3}");

        /**
         * Units by their power of ten: English, Indian English, German, Spanish and Portuguese, French, Polish, Indonesian, Turkish,
         * Russian, Chinese, Japanese and Korean. Left out as ambiguous: the Vietnamese {@code Tr} and {@code N}, and the lone {@code L}.
         */
        private static final Map<String, Integer> POWERS = powers(Map.of(
                0, "%",
                3, "k thousand thousands tsd mil mille tys rb ribu тыс 千 천",
                4, "万 萬 만",
                5, "lakh lakhs lac lacs",
                6, "m mn mm million millions mio mill mln mi millones millón milhões milhão jt juta млн",
                7, "cr crore crores",
                8, "亿 億 억",
                9, "b bn billion billions bln bi mrd md miliar млрд",
                12, "t trillion trillions"));

        private Syntax() {}

        private static Map<String, Integer> powers(Map<Integer, String> words) {
            Map<String, Integer> powers = new HashMap<>();
            words.forEach((power, list) -> {
                for (String word : list.split(" ")) {
                    powers.put(word, power);
                }
            });
            return Map.copyOf(powers);
        }

        /** Digits and nothing else are most of what there is, and can be read in one way. */
        private static boolean isWhole(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                    return false;
                }
            }
            return !text.isEmpty();
        }

        private static boolean isNoun(String word) {
            return word == null || NOUNS.contains(word.toLowerCase(Locale.ROOT));
        }

        private static String unit(Matcher shape) {
            String unit = shape.group("unit");
            return unit == null || isNoun(unit) ? "" : unit.toLowerCase(Locale.ROOT);
        }

        private static OptionalInt powerOfTen(String unit) {
            if (unit.isEmpty()) {
                return OptionalInt.of(0);
            }
            Integer power = POWERS.get(unit);
            return power == null ? OptionalInt.empty() : OptionalInt.of(power);
        }

        /** Digits of every script to 0-9, full-width signs to ASCII, all kinds of blanks, minus signs and apostrophes to one. */
        private static String plain(String text) {
            StringBuilder plain = new StringBuilder(text.length());
            text.codePoints().forEach(c -> {
                int type = Character.getType(c);
                if (type == Character.DECIMAL_DIGIT_NUMBER) {
                    plain.append((char) ('0' + Character.digit(c, 10)));
                } else if (c >= 0xFF01 && c <= 0xFF5E) {
                    plain.append((char) (c - 0xFEE0));
                } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    plain.append(' ');
                } else if (type != Character.FORMAT && type != Character.CONTROL) {
                    plain.appendCodePoint(switch (c) {
                        case '−', '‒', '–', '—' -> '-';
                        case '’', '‘', 'ʼ', '′', '`', '´', '٬' -> '\'';
                        case '،', '、' -> ',';
                        case '٫' -> '.';
                        case '٪' -> '%';
                        default -> c;
                    });
                }
            });
            return plain.toString().strip();
        }

        /** Settles separators. Empty when the groups are neither of threes nor Indian. */
        private static Optional<BigDecimal> decimal(String digits, DecimalMark mark, boolean scaled) {
            int point = digits.lastIndexOf('.');
            int comma = digits.lastIndexOf(',');
            int last = Math.max(point, comma);
            if (last < 0) {
                return whole(digits).map(BigDecimal::new);
            }
            char sign = digits.charAt(last);
            boolean alone = digits.indexOf(sign) == last;
            boolean bothSigns = point >= 0 && comma >= 0;
            if (!alone) {
                return bothSigns ? Optional.empty() : whole(digits).map(BigDecimal::new);
            }
            String before = digits.substring(0, last);
            String after = digits.substring(last + 1);
            if (!after.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            boolean mayGroup = after.length() == 3 && before.length() <= 3 && !before.isEmpty() && !before.startsWith("0") && !bothSigns;
            if (mayGroup && !isDecimal(sign, mark, scaled)) {
                return Optional.of(new BigDecimal(before + after));
            }
            return whole(before).map(head -> new BigDecimal(head + "." + after));
        }

        private static boolean isDecimal(char sign, DecimalMark mark, boolean scaled) {
            return switch (mark) {
                case POINT -> sign == '.';
                case COMMA -> sign == ',';
                case WHOLE -> sign == '.' && scaled;
            };
        }

        private static Optional<String> whole(String digits) {
            String bare = NO_DIGIT.matcher(digits).replaceAll("");
            if (bare.length() == digits.length()) {
                return Optional.of(bare.isEmpty() ? "0" : bare);
            }
            Set<Integer> signs = new HashSet<>();
            digits.chars().filter(c -> c < '0' || c > '9').forEach(signs::add);
            boolean grouped = THREES.matcher(digits).matches() || INDIAN.matcher(digits).matches();
            return signs.size() == 1 && grouped ? Optional.of(bare) : Optional.empty();
        }
    }
}
