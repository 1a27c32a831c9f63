package io.tastemaker.domain.briefing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: 20k, 1.5M, 20.000, 20,000, 20 000, 1,50,000, twenty thousand, half a million, 20 mil, 2 lakh.
 *
 * <p>One separator before exactly three digits groups thousands ("20.000" and "20,000" are both twenty thousand), unless a word for a
 * million or more follows ("1.250 million") or it begins with 0; any other single separator is a decimal one. "mil" is the thousand of
 * Spanish and Portuguese, a lakh a hundred thousand, a crore ten million.
 */
final class Amounts {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** No number of a brief has more digits. */
    private static final int MOST_DIGITS = 18;

    private static final Phrases<BigDecimal> SCALES = Phrases.of("""
            1000: k, grand, thousand, thousands, thousend, thousnd, tausend, tsd, mil, miles, mille, mila, \
            \u0627\u0644\u0641, \u0623\u0644\u0641, \u0622\u0644\u0627\u0641, \u0939\u091c\u093c\u093e\u0930, \u0939\u091c\u093e\u0930, \
            \u0939\u095b\u093e\u0930, hazar, hazaar, \u5343, \ucc9c, ribu, bin, tys, \u0442\u044b\u0441, \u0442\u044b\u0441\u044f\u0447
            10000: \u4e07, \u842c, \ub9cc
            100000: lakh, lakhs, lac, lacs, \u0932\u093e\u0916
            1000000: m, mm, mn, mio, mill, million, millions, milion, millon, millones, millionen, milhao, milhoes, milhoes de, milione, milioni, \
            mi, mln, juta, milyon, \u0645\u0644\u064a\u0648\u0646, \u0645\u0644\u0627\u064a\u064a\u0646, \u043c\u043b\u043d
            10000000: crore, crores, cr, \u0915\u0930\u094b\u095c, \u0915\u0930\u094b\u0921
            1000000000: bn, billion, billions
            """, BigDecimal::new);

    /** Scales that only stand after digits, because as words they mean something else. */
    private static final Set<String> AFTER_DIGITS = Set.of("k", "m", "mm", "mn", "mi", "cr", "bn", "tsd", "mio", "mill", "bin", "mln", "tys");

    private static final Phrases<BigDecimal> WORDS = Phrases.of("""
            1: one, eins
            2: two, dos, dois, duas, zwei, deux, due
            3: three, tres, drei, trois, tre
            4: four, cuatro, quatro, vier, quatre, quattro
            5: five, cinco, funf, fuenf, cinq, cinque
            6: six, seis, sechs, sei
            7: seven, siete, sete, sieben, sept, sette
            8: eight, ocho, oito, acht, huit, otto
            9: nine, nueve, nove, neun, neuf
            10: ten, diez, dez, zehn, dix, dieci
            11: eleven, onze, elf, undici
            12: twelve, doce, doze, zwolf, zwoelf, douze, dodici
            13: thirteen, trece, treze, dreizehn, treize, tredici
            14: fourteen, catorce, catorze, quatorze, vierzehn, quattordici
            15: fifteen, quince, quinze, funfzehn, fuenfzehn, quindici
            16: sixteen, dieciseis, dezesseis, sechzehn, seize, sedici
            17: seventeen, diecisiete, dezessete, siebzehn, dix sept, diciassette
            18: eighteen, dieciocho, dezoito, achtzehn, dix huit, diciotto
            19: nineteen, diecinueve, dezenove, neunzehn, dix neuf, diciannove
            20: twenty, veinte, vinte, zwanzig, vingt, venti
            21: veintiuno, veintiun, einundzwanzig, ventuno
            25: veinticinco, funfundzwanzig, fuenfundzwanzig, venticinque
            30: thirty, treinta, trinta, dreisig, dreissig, trente, trenta
            35: funfunddreisig, trentacinque
            40: forty, fourty, cuarenta, quarenta, vierzig, quarante, quaranta
            50: fifty, cincuenta, cinquenta, funfzig, fuenfzig, cinquante, cinquanta
            60: sixty, sesenta, sessenta, sechzig, soixante, sessanta
            70: seventy, setenta, siebzig, soixante dix, settanta
            75: funfundsiebzig, settantacinque
            80: eighty, ochenta, oitenta, achtzig, quatre vingt, quatre vingts, ottanta
            90: ninety, noventa, neunzig, quatre vingt dix, novanta
            100: cien, ciento, cem, cento, cent, hundert
            200: doscientos, doscientas, duzentos, duzentas, duecento
            300: trescientos, trezentos, trecento
            400: cuatrocientos, quatrocentos, quattrocento
            500: quinientos, quinientas, quinhentos, quinhentas, cinquecento
            600: seiscientos, seiscentos, seicento
            700: setecientos, setecentos, settecento
            800: ochocientos, oitocentos, ottocento
            900: novecientos, novecentos, novecento
            """, BigDecimal::new);

    /** "a", where a scale follows: "a million", "ein paar" is none. */
    private static final Set<String> ARTICLES = Set.of("a", "an", "one", "un", "una", "uno", "um", "uma", "ein", "eine", "einen", "une");

    private static final Set<String> HUNDREDS = Set.of("hundred", "hundreds", "hundert", "cent", "cents", "cento");

    private static final Set<String> JOINTS = Set.of("and", "y", "e", "und", "et");

    private static final Phrases<BigDecimal> HALVES = Phrases.of("""
            500000: half a million, half million, half a mil, medio millon, meio milhao, eine halbe million, halbe million, halben million, \
            einer halben million, un demi million, demi million, mezzo milione
            1500000: anderthalb millionen, eineinhalb millionen
            250000: quarter of a million, quarter million, a quarter million, a quarter of a million, un cuarto de millon
            """, BigDecimal::new);

    private static final Phrases<String> AND_A_HALF = Phrases.of("half: and a half, y medio, y media, e meio, e mezzo, et demi, und eine halbe",
            text -> text);

    private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(?:,\\d{2})+,\\d{3}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,' \u00a0\u202f\u2009\u2019])\\d{3})(?:\\1\\d{3})*");
    private static final Pattern GROUPED_DECIMAL = Pattern.compile("\\d{1,3}(?:,\\d{3})+\\.\\d{1,4}|\\d{1,3}(?:\\.\\d{3})+,\\d{1,4}");
    private static final Pattern DECIMAL = Pattern.compile("\\d+[.,]\\d+");

    private Amounts() {}

    /**
     * The number that begins at a piece.
     *
     * @param sheet the message
     * @param i the piece
     * @return the number, or empty when none begins there
     */
    static Optional<Amount> at(Sheet sheet, int i) {
        if (!sheet.isFree(i)) {
            return Optional.empty();
        }
        Optional<Amount> found = sheet.at(i).is(Token.Kind.NUMBER) ? digits(sheet, i) : sheet.at(i).is(Token.Kind.WORD) ? words(sheet, i) : Optional.empty();
        return found.filter(amount -> amount.digits() <= MOST_DIGITS && sheet.isFree(amount.start(), amount.end()));
    }

    private static Optional<Amount> digits(Sheet sheet, int i) {
        String written = sheet.at(i).word();
        Optional<BigDecimal> scale = Optional.empty();
        int end = i + 1;
        Token next = sheet.near(end);
        Optional<Phrases.Hit<BigDecimal>> after = next.is(Token.Kind.WORD) ? scaleAt(sheet, end, true) : Optional.empty();
        if (after.isPresent()) {
            scale = Optional.of(after.get().meaning());
            end = after.get().end();
            // "2 hundred thousand" is a rare way to write, "5 hundred" no rarer.
            Optional<Phrases.Hit<BigDecimal>> more = sheet.near(end).is(Token.Kind.WORD) && !sheet.near(end).is("k") && !sheet.near(end).is("m")
                    ? scaleAt(sheet, end, false) : Optional.empty();
            if (more.isPresent() && more.get().meaning().compareTo(scale.get()) > 0) {
                scale = Optional.of(scale.get().multiply(more.get().meaning()));
                end = more.get().end();
            }
        } else if (HUNDREDS.contains(next.word())) {
            Optional<Phrases.Hit<BigDecimal>> more = scaleAt(sheet, end + 1, false);
            scale = Optional.of(BigDecimal.valueOf(100).multiply(more.map(Phrases.Hit::meaning).orElse(BigDecimal.ONE)));
            end = more.map(Phrases.Hit::end).orElse(end + 1);
        }
        Optional<BigDecimal> value = value(written, scale);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal factor = scale.orElse(BigDecimal.ONE);
        Optional<Phrases.Hit<String>> half = AND_A_HALF.at(sheet, end);
        BigDecimal plain = value.get();
        if (half.isPresent()) {
            plain = plain.add(HALF);
            end = half.get().end();
            if (factor.compareTo(BigDecimal.ONE) == 0) {
                Optional<Phrases.Hit<BigDecimal>> late = scaleAt(sheet, end, false);
                factor = late.map(Phrases.Hit::meaning).orElse(factor);
                end = late.map(Phrases.Hit::end).orElse(end);
            }
        }
        return Optional.of(new Amount(plain.multiply(factor), factor, i, end));
    }

    private static Optional<Phrases.Hit<BigDecimal>> scaleAt(Sheet sheet, int i, boolean afterDigits) {
        return SCALES.at(sheet, i).filter(hit -> afterDigits || !AFTER_DIGITS.contains(sheet.at(i).word()));
    }

    /** The value of digits with separators. */
    static Optional<BigDecimal> value(String written, Optional<BigDecimal> scale) {
        boolean large = scale.isPresent() && scale.get().compareTo(THOUSAND) > 0;
        if (written.matches("[\\d\\h]+,\\d{1,2}") && !written.matches("[\\d,]+")) {
            return Optional.of(new BigDecimal(written.replaceAll("\\h", "").replace(',', '.')));
        }
        if (written.chars().allMatch(Character::isDigit)) {
            return Optional.of(new BigDecimal(written));
        }
        if (INDIAN.matcher(written).matches() || GROUPED.matcher(written).matches() && !written.startsWith("0") && !large) {
            return Optional.of(new BigDecimal(written.replaceAll("\\D", "")));
        }
        if (GROUPED_DECIMAL.matcher(written).matches()) {
            int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
            return Optional.of(new BigDecimal(written.substring(0, last).replaceAll("\\D", "") + "." + written.substring(last + 1)));
        }
        if (DECIMAL.matcher(written).matches()) {
            return Optional.of(new BigDecimal(written.replace(',', '.')));
        }
        return GROUPED.matcher(written).matches() ? Optional.of(new BigDecimal(written.replaceAll("\\D", ""))) : Optional.empty();
    }

    private static Optional<Amount> words(Sheet sheet, int start) {
        Optional<Phrases.Hit<BigDecimal>> half = HALVES.at(sheet, start);
        if (half.isPresent()) {
            return Optional.of(new Amount(half.get().meaning(), half.get().meaning(), start, half.get().end()));
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal current = BigDecimal.ZERO;
        BigDecimal scale = BigDecimal.ONE;
        boolean counted = false;
        int i = start;
        while (i < sheet.size() && sheet.isFree(i) && sheet.at(i).is(Token.Kind.WORD)) {
            String word = sheet.at(i).word();
            Optional<Phrases.Hit<BigDecimal>> unit = WORDS.at(sheet, i);
            Optional<Phrases.Hit<BigDecimal>> magnitude = scaleAt(sheet, i, counted);
            Optional<BigDecimal> compound = unit.isPresent() || magnitude.isPresent() ? Optional.empty() : compound(word);
            if (unit.isPresent() && !(HUNDREDS.contains(word) && current.signum() > 0 && current.compareTo(BigDecimal.TEN) < 0)) {
                if (counted && current.signum() > 0 && !joins(current, unit.get().meaning())) {
                    break;
                }
                current = current.add(unit.get().meaning());
                i = unit.get().end();
            } else if (HUNDREDS.contains(word)) {
                current = (current.signum() == 0 ? BigDecimal.ONE : current).multiply(BigDecimal.valueOf(100));
                i++;
            } else if (magnitude.isPresent()) {
                BigDecimal by = magnitude.get().meaning();
                total = total.add((current.signum() == 0 ? BigDecimal.ONE : current).multiply(by));
                if (total.compareTo(by) == 0 && !counted && !mayStandAlone(word)) {
                    return Optional.empty();
                }
                scale = scale.max(by);
                current = BigDecimal.ZERO;
                i = magnitude.get().end();
                Optional<Phrases.Hit<String>> more = AND_A_HALF.at(sheet, i);
                if (more.isPresent()) {
                    total = total.add(by.multiply(HALF));
                    i = more.get().end();
                }
            } else if (compound.isPresent()) {
                total = total.add(compound.get());
                scale = scale.max(compound.get().compareTo(THOUSAND) >= 0 ? THOUSAND : BigDecimal.ONE);
                i++;
            } else if (!counted && ARTICLES.contains(word) && (HUNDREDS.contains(sheet.near(i + 1).word()) || scaleAt(sheet, i + 1, false).isPresent())) {
                current = current.add(HUNDREDS.contains(sheet.near(i + 1).word()) ? BigDecimal.ZERO : BigDecimal.ONE);
                i++;
            } else if (counted && JOINTS.contains(word) && current.signum() > 0 && sheet.near(i + 1).is(Token.Kind.WORD)
                    && WORDS.at(sheet, i + 1).filter(hit -> joins(BigDecimal.TEN.multiply(BigDecimal.TEN), hit.meaning())).isPresent()
                    && current.remainder(BigDecimal.TEN).signum() == 0 && !word.equals("und")
                    && current.compareTo(WORDS.at(sheet, i + 1).get().meaning()) > 0 && isOneNumber(sheet, i + 1, current)) {
                i++;
            } else {
                break;
            }
            counted = true;
        }
        if (!counted) {
            return Optional.empty();
        }
        BigDecimal value = total.add(current);
        return value.signum() == 0 ? Optional.empty() : Optional.of(new Amount(value, scale, start, i));
    }

    /** "cincuenta y cinco" is one number, "zehn und zwanzig" are two, and so is "between ten and fifty". */
    private static boolean isOneNumber(Sheet sheet, int after, BigDecimal current) {
        BigDecimal next = WORDS.at(sheet, after).orElseThrow().meaning();
        return next.compareTo(BigDecimal.TEN) < 0 || current.compareTo(BigDecimal.valueOf(100)) >= 0 && next.compareTo(BigDecimal.valueOf(100)) < 0;
    }

    private static boolean joins(BigDecimal before, BigDecimal after) {
        return before.compareTo(after) > 0 && (before.compareTo(BigDecimal.valueOf(20)) >= 0 && after.compareTo(BigDecimal.TEN) < 0
                || before.compareTo(BigDecimal.valueOf(100)) >= 0 && after.compareTo(BigDecimal.valueOf(100)) < 0);
    }

    private static boolean mayStandAlone(String scale) {
        return Set.of("mil", "mille", "tausend", "\u0627\u0644\u0641", "hunderttausend").contains(scale);
    }

    /** German and Italian write a number as one word. */
    private static Optional<BigDecimal> compound(String word) {
        for (String thousand : List.of("tausend", "mila", "mille")) {
            int cut = word.indexOf(thousand);
            int after = cut + thousand.length();
            if (cut >= 0 && after < word.length()) {
                Optional<BigDecimal> count = cut == 0 ? Optional.of(BigDecimal.ONE) : part(word.substring(0, cut));
                Optional<BigDecimal> rest = part(word.substring(after));
                if (count.isPresent() && rest.isPresent()) {
                    return Optional.of(count.get().multiply(THOUSAND).add(rest.get()));
                }
            }
        }
        for (Map.Entry<String, BigDecimal> tail : Map.of(
                "tausend", THOUSAND, "mila", THOUSAND, "hundert", BigDecimal.valueOf(100), "cento", BigDecimal.valueOf(100)).entrySet()) {
            if (word.length() > tail.getKey().length() && word.endsWith(tail.getKey())) {
                String head = word.substring(0, word.length() - tail.getKey().length());
                Optional<BigDecimal> count = head.equals("ein") ? Optional.of(BigDecimal.ONE) : WORDS.find(head).or(() -> compound(head));
                if (count.isPresent()) {
                    return count.map(tail.getValue()::multiply);
                }
            }
        }
        int joint = word.indexOf("und");
        if (joint > 0) {
            String ones = word.substring(0, joint);
            Optional<BigDecimal> one = ones.equals("ein") ? Optional.of(BigDecimal.ONE) : WORDS.find(ones);
            Optional<BigDecimal> tens = WORDS.find(word.substring(joint + 3));
            if (one.isPresent() && tens.isPresent()) {
                return Optional.of(one.get().add(tens.get()));
            }
        }
        for (int cut = 4; cut < word.length() - 2; cut++) {
            Optional<BigDecimal> tens = WORDS.find(word.substring(0, cut));
            Optional<BigDecimal> ones = WORDS.find(word.substring(cut));
            if (tens.isPresent() && ones.isPresent() && joins(tens.get(), ones.get())) {
                return Optional.of(tens.get().add(ones.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> part(String word) {
        return word.equals("ein") ? Optional.of(BigDecimal.ONE) : WORDS.find(word).or(() -> compound(word));
    }

    /** A whole number of followers, rounded down; a number beyond a long is none. */
    static Optional<Long> whole(Amount amount) {
        BigDecimal floor = amount.value().setScale(0, RoundingMode.DOWN);
        return floor.precision() > 18 ? Optional.empty() : Optional.of(floor.longValueExact());
    }

    static boolean isMillion(Amount amount) {
        return amount.scale().compareTo(MILLION) >= 0;
    }
}
