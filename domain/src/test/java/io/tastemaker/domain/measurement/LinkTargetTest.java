package io.tastemaker.domain.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.com", "https://shop.com/a?b=c#d", "https://www.shop.com.br:8443/x", "https://8.8.8.8/", "https://xn--mnchen-3ya.de/",
        "https://[2606:4700::1111]/", "HTTPS://Shop.Com/A", "https://shop.com:443/%C3%A9"})
    void a_page_of_the_public_internet_is_led_to_as_it_was_written(String url) {
        assertThat(LinkTarget.check(url)).isEqualTo(new LinkTarget.Verdict.Good(new LinkTarget(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.com", "ftp://shop.com", "javascript:alert(1)", "//shop.com", "shop.com", "", "https://", "https://localhost/",
        "https://localhost./", "https://router.local/", "https://db.internal/", "https://nas/", "https://127.0.0.1/", "https://127.1/", "https://0/",
        "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://10.1.2.3/", "https://172.16.0.1/", "https://172.31.255.255/",
        "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data/", "https://100.64.0.1/", "https://0.0.0.0/", "https://224.0.0.1/",
        "https://255.255.255.255/", "https://198.18.0.1/", "https://192.0.2.1/", "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/",
        "https://[fd00::1]/", "https://[fe80::1]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://[2001:db8::1]/",
        "https://[2001:0:1::1]/", "https://user@shop.com/", "https://user:pw@shop.com/", "https://shop.com@evil.com/", "https://shop.com:22/",
        "https://shop.com:80/", "https://shop.com\\@10.0.0.1/", "https://shop.com/\r\nSet-Cookie:a", "https://shop.com/ a", "https://shöp.com/",
        "https://-a.com/", "https://shop..com/"})
    void nothing_else_is(String url) {
        assertThat(LinkTarget.check(url)).isInstanceOf(LinkTarget.Verdict.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_983, 1_984})
    void an_address_has_at_most_two_thousand_characters(int length) {
        LinkTarget.Verdict verdict = LinkTarget.check("https://shop.com/" + "a".repeat(length));
        assertThat(verdict instanceof LinkTarget.Verdict.Good).isEqualTo(length == 1_983);
    }
}
