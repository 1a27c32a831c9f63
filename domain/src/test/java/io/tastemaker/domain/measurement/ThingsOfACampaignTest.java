package io.tastemaker.domain.measurement;

import static io.tastemaker.domain.measurement.EvidenceFixtures.CAMPAIGN;
import static io.tastemaker.domain.measurement.EvidenceFixtures.DAY;
import static io.tastemaker.domain.measurement.EvidenceFixtures.creator;
import static io.tastemaker.domain.measurement.EvidenceFixtures.id;
import static io.tastemaker.domain.measurement.EvidenceFixtures.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.content.PostLink;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PromoCodeId;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThingsOfACampaignTest {

    @Test
    void a_code_is_good_on_its_days_and_until_it_is_archived() {
        PromoCode code = code("ANA10", Optional.of(DAY.plusDays(1)), Optional.of(DAY.plusDays(3)));

        assertThat(code.isGoodAt(noon(0))).isFalse();
        assertThat(code.isGoodAt(noon(1))).isTrue();
        assertThat(code.isGoodAt(noon(3))).isTrue();
        assertThat(code.isGoodAt(noon(4))).isFalse();
        PromoCode archived = code.archived(noon(2));
        assertThat(archived.isGoodAt(noon(2))).isFalse();
        assertThat(archived.isGoodAt(noon(1))).isTrue();
        assertThat(archived.archived(noon(3))).isEqualTo(archived);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "has space", "ümlaut", "lower", "A.B.C", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_nobody_could_type_is_no_code(String text) {
        assertThatThrownBy(() -> code(text, Optional.empty(), Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_ends_after_it_begins_and_is_typed_in_any_case() {
        assertThatThrownBy(() -> code("ANA10", Optional.of(DAY), Optional.of(DAY.minusDays(1)))).isInstanceOf(IllegalArgumentException.class);
        assertThat(PromoCode.normal(" ana-10 ")).isEqualTo("ANA-10");
    }

    @Test
    void a_link_counts_for_its_post_else_its_creator_else_the_campaign() {
        CampaignPostId post = new CampaignPostId(id(2, 1));
        assertThat(link(Optional.of(post), true).about()).isEqualTo(new Measured.OfPost(post));
        assertThat(link(Optional.empty(), true).about()).isEqualTo(new Measured.OfCreator(creator(1)));
        assertThat(link(Optional.empty(), false).about()).isEqualTo(new Measured.OfCampaign());
        assertThat(link(Optional.empty(), false).archived(noon(1)).archived(noon(2)).archivedAt()).contains(noon(1));
    }

    @ParameterizedTest
    @CsvSource({"abcdefghijkl, true", "A-c_efghij12, true", "abcdefghijk, false", "abcdefghijklm, false", "abcdefghij.l, false", "'', false"})
    void a_code_of_a_link_has_one_form(String text, boolean isCode) {
        assertThat(TrackedLink.isCode(text)).isEqualTo(isCode);
    }

    @Test
    void an_old_secret_is_believed_for_a_day() {
        ConversionSecret secret = new ConversionSecret(id(5, 1), CAMPAIGN, new byte[] {1}, noon(0), Optional.empty());
        assertThat(secret.isGoodAt(noon(900))).isTrue();
        assertThat(secret.replaced(noon(1)).isGoodAt(noon(2).minusSeconds(1))).isTrue();
        assertThat(secret.replaced(noon(1)).isGoodAt(noon(2))).isFalse();
        assertThat(secret.toString()).doesNotContain("[1]");
    }

    @Test
    void an_order_told_again_says_the_same() {
        Conversion first = order("10.00", Optional.of(1));
        assertThat(first.repeats(order("10.00", Optional.of(1)))).isTrue();
        assertThat(first.repeats(order("10.01", Optional.of(1)))).isFalse();
        assertThat(first.repeats(order("10.00", Optional.of(2)))).isFalse();
        assertThatThrownBy(() -> order("10.00", Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order("-1.00", Optional.of(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.instagram.com/p/CxYz12/?igsh=abc, https://www.instagram.com/p/CxYz12/",
        "youtube.com/watch?v=dQw4w9WgXcQ&t=3, https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "HTTP://m.tiktok.com/@ana/video/712345#x, https://m.tiktok.com/@ana/video/712345"})
    void an_address_is_kept_without_what_trackers_add(String written, String kept) {
        assertThat(CampaignPost.address(written, PostLink.read(written).orElseThrow())).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 400.0, false, true",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36, false, true",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36, true, false",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html), false, false",
        "facebookexternalhit/1.1, false, false", "WhatsApp/2.23, false, false", "curl/8.1, false, false", "python-requests/2.31, false, false",
        "'', false, false", "'   ', false, false"})
    void people_are_counted_and_programs_are_not(String userAgent, boolean isPreliminary, boolean counts) {
        assertThat(ClickRule.counts(userAgent, isPreliminary)).isEqualTo(counts);
    }

    private static PromoCode code(String text, Optional<LocalDate> from, Optional<LocalDate> to) {
        return new PromoCode(new PromoCodeId(id(6, 1)), CAMPAIGN, text, Optional.empty(), "", from, to, "user:ana", noon(0), Optional.empty());
    }

    private static TrackedLink link(Optional<CampaignPostId> post, boolean hasCreator) {
        return new TrackedLink(new TrackedLinkId(id(4, 1)), CAMPAIGN, "abcdefghijkl", new LinkTarget("https://shop.com/"), "",
                hasCreator ? Optional.of(creator(1)) : Optional.empty(), post, "user:ana", noon(0), Optional.empty());
    }

    private static Conversion order(String amount, Optional<Integer> link) {
        return new Conversion(CAMPAIGN, "A-1", Money.of(amount, "USD"), link.map(number -> new TrackedLinkId(id(4, number))), Optional.empty(),
                new Measured.OfCampaign(), noon(1), noon(1));
    }
}
