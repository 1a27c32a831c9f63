package io.tastemaker.domain.identity;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which passwords are taken. Length is what makes a password strong, so nothing is asked about its composition and nothing is cut or
 * trimmed; refused is what anybody would try first.
 */
public final class PasswordRules {

    /** The fewest code points. */
    public static final int LEAST = 8;
    /** The most code points. */
    public static final int MOST = 128;

    private static final String PRODUCT = "tastemaker";
    /** Below this, an address's local part stands in too many innocent words. */
    private static final int LEAST_TELLING = 4;

    private PasswordRules() {}

    /** What is wrong with a password. */
    public enum Fault implements Coded {
        /** Fewer than {@value PasswordRules#LEAST} code points. */
        TOO_SHORT,
        /** More than {@value PasswordRules#MOST} code points. */
        TOO_LONG,
        /** A common word with what people append to it, a walk over the keyboard, a sequence, a repetition or a date. */
        COMMON,
        /** It holds the part of the address before the at sign. */
        NAMES_ADDRESS,
        /** It is the name of this product. */
        NAMES_PRODUCT;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the rules say. */
    public sealed interface Judgement {
        /** The password is taken. */
        record Acceptable() implements Judgement {}

        /**
         * It is not.
         *
         * @param faults all of them, at least one
         */
        record Refused(Set<Fault> faults) implements Judgement {
            /** Copies the faults, in their order. */
            public Refused {
                faults = Set.copyOf(faults);
            }
        }
    }

    /**
     * Judges a password.
     *
     * @param password any text
     * @param email whose password it is to be
     * @return acceptable, or every fault
     */
    public static Judgement judge(String password, EmailAddress email) {
        EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
        int length = Characters.count(password);
        if (length < LEAST) {
            faults.add(Fault.TOO_SHORT);
        }
        if (length > MOST) {
            faults.add(Fault.TOO_LONG);
        } else {
            Set<String> readings = readings(password.toLowerCase(Locale.ROOT));
            if (readings.stream().anyMatch(PasswordRules::isCommon)) {
                faults.add(Fault.COMMON);
            }
            if (names(readings, email.value().substring(0, email.value().indexOf('@')))) {
                faults.add(Fault.NAMES_ADDRESS);
            }
            if (readings.contains(PRODUCT)) {
                faults.add(Fault.NAMES_PRODUCT);
            }
        }
        return faults.isEmpty() ? new Judgement.Acceptable() : new Judgement.Refused(faults);
    }

    private static boolean names(Set<String> readings, String localPart) {
        return localPart.length() >= LEAST_TELLING
                ? readings.stream().anyMatch(reading -> reading.contains(localPart))
                : readings.contains(localPart);
    }

    /** The text as it stands, without what is put before, between and behind words, and with the letters that digits stand for. */
    private static Set<String> readings(String text) {
        Set<String> readings = new LinkedHashSet<>();
        for (String part : List.of(text, text.replaceAll("[\\s._-]+", ""))) {
            for (String piece : List.of(part, core(part, false, true), core(part, true, false), core(part, true, true))) {
                readings.add(piece);
                readings.add(spelled(piece, 'i'));
                readings.add(spelled(piece, 'l'));
            }
        }
        return readings;
    }

    /** The text without what stands before or behind its letters, when that is but a few characters, a sequence or a repetition. */
    private static String core(String text, boolean cutBefore, boolean cutBehind) {
        int begin = 0;
        int end = text.length();
        while (cutBefore && begin < end && !Character.isLetter(text.charAt(begin))) {
            begin++;
        }
        while (cutBehind && end > begin && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        boolean bare = isTrifle(text.substring(0, begin)) && isTrifle(text.substring(end));
        return bare && begin < end ? text.substring(begin, end) : text;
    }

    private static boolean isTrifle(String affix) {
        return affix.length() <= 5 || CommonPatterns.match(affix);
    }

    private static String spelled(String text, char one) {
        StringBuilder letters = new StringBuilder(text.length());
        for (char sign : text.toCharArray()) {
            letters.append(switch (sign) {
                case '0' -> 'o';
                case '1', '!', '|' -> one;
                case '3' -> 'e';
                case '4', '@' -> 'a';
                case '5', '$' -> 's';
                case '7', '+' -> 't';
                case '8' -> 'b';
                case '9' -> 'g';
                default -> sign;
            });
        }
        return letters.toString();
    }

    private static boolean isCommon(String reading) {
        return CommonWords.ALL.contains(reading) || CommonPatterns.match(reading) || isRepeatedWord(reading);
    }

    private static boolean isRepeatedWord(String reading) {
        int half = reading.length() / 2;
        return reading.length() % 2 == 0 && half > 0 && reading.substring(0, half).equals(reading.substring(half))
                && CommonWords.ALL.contains(reading.substring(0, half));
    }
}
