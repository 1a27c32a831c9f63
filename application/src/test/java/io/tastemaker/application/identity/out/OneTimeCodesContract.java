package io.tastemaker.application.identity.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.identity.OneTimeCode;
import io.tastemaker.domain.identity.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all one-time codes are. */
public abstract class OneTimeCodesContract {

    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    protected abstract OneTimeCodes codes();

    /** RFC 6238, appendix B; of its eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:59Z, 287082",
        "2005-03-18T01:58:29Z, 081804",
        "2005-03-18T01:58:31Z, 050471",
        "2009-02-13T23:31:30Z, 005924",
        "2033-05-18T03:33:20Z, 279037",
        "2603-10-11T11:33:20Z, 353130"
    })
    void codes_are_those_of_the_standard(Instant moment, String digits) {
        assertThat(codes().at(SECRET, OneTimeCode.stepAt(moment)).digits()).isEqualTo(digits);
    }

    @Test
    void another_secret_has_other_codes() {
        TotpSecret other = new TotpSecret("12345678901234567891".getBytes(StandardCharsets.US_ASCII));
        assertThat(codes().at(other, 1)).isNotEqualTo(codes().at(SECRET, 1));
    }
}
