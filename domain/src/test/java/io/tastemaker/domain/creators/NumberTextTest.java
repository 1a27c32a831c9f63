package io.tastemaker.domain.creators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    private static final List<String> WITH_ORACLE = List.of("instagram_top1000_2022a.csv",
            "instagram_top1000_2022-06_misaligned_headers.csv",
            "youtube_top1000_2022a.csv", "youtube_top1000_2022-06.csv", "tiktok_top1000_2022-06.csv");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, value = {
        "48.5M;48500000", "0.89k;890", "29.0b;29000000000", "22,20,00,000;222000000", "1,98,45,90,90,822;198459090822", "17,317;17317",
        "1.234.567;1234567", "1 234 567;1234567", "1'234'567;1234567", "1’234’567;1234567", "1\u00A0234\u00A0567;1234567",
                "1\u202F234;1234",
        "477900000.00;477900000", "1.234;1234", "1.234M;1234000", "1,5M;1500000", "12,5 mil;12500", "2.28E+11;228000000000",
                "2,28e11;228000000000",
        "3.3 lakh;330000", "2 crore;20000000", "1,2 Mio.;1200000", "15 tsd;15000", "3,4 млн;3400000", "1.2万;12000", "5억;500000000",
        "４８．５Ｍ;48500000", "٤٨٫٥M;48500000", "१,२३४;1234", "10K+;10000", " 12 K ;12000", "+7;7", "1.2M followers;1200000", "12 posts;12",
        "\uFEFF42;42", "1_000_000;1000000", "0;0", "~5k;5000", "1.234,56;1235", "1,234.56;1235", "007;7", "0,5k;500"})
    void a_count_is_read_in_every_form_people_write(String text, long value) {
        assertThat(CountText.read(text)).isInstanceOfSatisfying(CountText.Count.class, count -> assertThat(count.value()).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "N/A", "n/a", "N/A'", "-", "--", "—", "null", "None", "NaN", "\u00A0", "\uFEFF"})
    void words_for_nothing_are_missing(String text) {
        assertThat(CountText.read(text)).isEqualTo(new CountText.Missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#VALOR!", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NUM!", "#¡VALOR!", "#WERT!"})
    void errors_of_spreadsheets_are_unreadable_and_said_to_be_such(String text) {
        assertThat(CountText.read(text)).isEqualTo(new CountText.Unreadable("a spreadsheet left an error here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spain", "1.39%", "1,2,3", "1.5 mil", "12 apples", "$12", "1..2", "1.2.3", "1e", "12M34", "1-2", "<1000", "x",
            "🔥", "1,234.567.890",
        "11111111111111111111111111111111111111111111111111111111111111111111111"})
    void what_is_no_count_is_unreadable(String text) {
        assertThat(CountText.read(text)).isInstanceOf(CountText.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "−1.2M", "9223372036854775808", "1e99", "9999999999T"})
    void negative_and_monstrous_numbers_are_out_of_range(String text) {
        assertThat(CountText.read(text)).isInstanceOf(CountText.OutOfRange.class);
    }

    @Test
    void a_fraction_is_rounded_half_up_and_said_to_be() {
        assertThat(CountText.read("348.5")).isEqualTo(new CountText.Count(349, true));
        assertThat(CountText.read("348.0")).isEqualTo(new CountText.Count(348, false));
        assertThat(CountText.read("1e-99")).isEqualTo(new CountText.Count(0, true));
    }

    @Test
    void the_mark_settles_a_single_separator_with_three_digits() {
        assertThat(value("1.234", DecimalMark.POINT)).isEqualByComparingTo("1.234");
        assertThat(value("1.234", DecimalMark.COMMA)).isEqualByComparingTo("1234");
        assertThat(value("1,234", DecimalMark.POINT)).isEqualByComparingTo("1234");
        assertThat(value("1,234", DecimalMark.COMMA)).isEqualByComparingTo("1.234");
        assertThat(value("0.123", DecimalMark.WHOLE)).isEqualByComparingTo("0.123");
    }

    @Test
    void numbers_betray_the_mark_of_their_column() {
        assertThat(NumberText.betrayedMark("12,5")).contains(DecimalMark.COMMA);
        assertThat(NumberText.betrayedMark("1.234.567")).contains(DecimalMark.COMMA);
        assertThat(NumberText.betrayedMark("1.234,5")).contains(DecimalMark.COMMA);
        assertThat(NumberText.betrayedMark("12.5")).contains(DecimalMark.POINT);
        assertThat(NumberText.betrayedMark("22,20,00,000")).contains(DecimalMark.POINT);
        assertThat(NumberText.betrayedMark("1.234")).isEmpty();
        assertThat(NumberText.betrayedMark("1234")).isEmpty();
    }

    private static BigDecimal value(String text, DecimalMark mark) {
        return ((NumberText.Amount) NumberText.read(text, mark)).value();
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("plain", (LongFunction<String>) Long::toString),
                Arguments.of("western", (LongFunction<String>) n -> String.format(java.util.Locale.ROOT, "%,d", n)),
                Arguments.of("german", (LongFunction<String>) n -> grouped(n, ".", false)),
                Arguments.of("swiss", (LongFunction<String>) n -> grouped(n, "'", false)),
                Arguments.of("french", (LongFunction<String>) n -> grouped(n, "\u202F", false)),
                Arguments.of("indian", (LongFunction<String>) n -> grouped(n, ",", true)),
                Arguments.of("decimals", (LongFunction<String>) n -> n + ".00"),
                Arguments.of("thousands", (LongFunction<String>) n -> BigDecimal.valueOf(n, 3).toPlainString() + "K"),
                Arguments.of("millions with comma", (LongFunction<String>) n -> (BigDecimal.valueOf(n, 6).toPlainString() + "M")
                        .replace('.', ',')),
                Arguments.of("exponent", (LongFunction<String>) n -> BigDecimal.valueOf(n, 11).toPlainString() + "E+11"),
                Arguments.of("arabic digits", (LongFunction<String>) n -> shifted(n, 0x0660)),
                Arguments.of("full-width digits", (LongFunction<String>) n -> shifted(n, 0xFF10)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void what_is_written_in_a_form_is_read_back(String name, LongFunction<String> form) {
        long seed = 20220601;
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            long n = Math.abs(random.nextLong()) >> random.nextInt(8, 62);
            assertThat(CountText.read(form.apply(n))).as("seed %d, %s as %s", seed, n, form.apply(n)).isEqualTo(new CountText.Count(n,
                    false));
        }
    }

    private static String grouped(long n, String sign, boolean indian) {
        String digits = Long.toString(n);
        int end = Math.max(0, digits.length() - 3);
        String tail = digits.substring(end);
        for (int width = indian ? 2 : 3; end > 0; end = Math.max(0, end - width)) {
            tail = digits.substring(Math.max(0, end - width), end) + sign + tail;
        }
        return tail;
    }

    private static String shifted(long n, int zero) {
        StringBuilder shifted = new StringBuilder();
        Long.toString(n).chars().forEach(c -> shifted.appendCodePoint(c - '0' + zero));
        return shifted.toString();
    }

    @Test
    void rubbish_never_makes_the_parser_fail() {
        Random random = new Random(7);
        String signs = "0123456789.,' +-%eEkMKb#/\u00A0万٫٬X😀";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(14), 0, signs.length()).forEach(at -> text.append(signs.charAt(at)));
            assertThat(CountText.read(text.toString())).isNotNull();
            NumberText.betrayedMark(text.toString());
        }
    }

    @Test
    void in_the_real_lists_all_16636_abbreviations_agree_with_the_plain_number_beside_them() throws IOException {
        int pairs = 0;
        int agreeing = 0;
        for (String file : WITH_ORACLE) {
            List<List<String>> rows = RealLists.rows(file);
            for (int i = 0; i + 1 < rows.getFirst().size(); i++) {
                if (isPair(rows.getFirst().get(i), rows.getFirst().get(i + 1))) {
                    for (List<String> row : rows.subList(1, rows.size())) {
                        if (row.get(i).matches("[\\d.]+[KMB]")) {
                            pairs++;
                            BigDecimal plain = new BigDecimal(row.get(i + 1));
                            agreeing += NumberText.read(row.get(i), DecimalMark.POINT) instanceof NumberText.Amount amount
                                    && amount.value().compareTo(plain) == 0 ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertThat(agreeing).isEqualTo(pairs).isEqualTo(16_636);
    }

    private static boolean isPair(String first, String second) {
        String bare = second.replaceAll("(?i)values|numbers|\\$", "");
        return FoldedText.of(first).equals(FoldedText.of(bare));
    }
}
