package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        no proxy at all            | 203.0.113.7      | -                                 | 203.0.113.7
        a stranger's word          | 203.0.113.7      | 198.51.100.1                      | 203.0.113.7
        one proxy                  | 10.0.0.2         | 198.51.100.1                      | 198.51.100.1
        a proxy without a word     | 10.0.0.2         | -                                 | 10.0.0.2
        two proxies                | 10.0.0.2         | 198.51.100.1, 192.0.2.1           | 198.51.100.1
        a forged beginning         | 10.0.0.2         | 1.1.1.1, 198.51.100.1             | 198.51.100.1
        a forged proxy             | 10.0.0.2         | 10.9.9.9, 198.51.100.1, 10.0.0.3  | 198.51.100.1
        only proxies               | 10.0.0.2         | 10.0.0.4, 10.0.0.3                | 10.0.0.4
        a hidden hop               | 10.0.0.2         | 198.51.100.1, unknown             | 10.0.0.2
        an empty hop               | 10.0.0.2         | 198.51.100.1,                     | 10.0.0.2
        a name                     | 10.0.0.2         | localhost                         | 10.0.0.2
        a number                   | 10.0.0.2         | 2130706433                        | 10.0.0.2
        a part too large           | 10.0.0.2         | 198.51.100.256                    | 10.0.0.2
        a port                     | 10.0.0.2         | 198.51.100.1:4711                 | 198.51.100.1
        IPv6                       | fd00:0:0::2      | 2001:db8:1:2:3:4:5:6              | 2001:db8:1:2:0:0:0:0/64
        IPv6 with a port           | [fd00::2]        | [2001:db8:1:2::9]:4711            | 2001:db8:1:2:0:0:0:0/64
        IPv6 with a zone           | fd00::2          | fe80::1%eth0                      | fd00:0:0:0:0:0:0:0/64
        IPv4 within IPv6           | ::ffff:10.0.0.2  | ::ffff:198.51.100.1               | 198.51.100.1
        a neighbour of the network | 11.0.0.2         | 198.51.100.1                      | 11.0.0.2
        """)
    void x_forwarded_for_is_believed_as_far_as_a_trusted_proxy_wrote_it(String name, String peer, String header, String source) {
        assertThat(proxies.source(peer, header == null ? List.of() : List.of(header), List.of())).isEqualTo(source);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        one proxy       | for=198.51.100.1;proto=https;by=10.0.0.2        | 198.51.100.1
        another order   | proto=https;For="198.51.100.1:4711"             | 198.51.100.1
        IPv6            | for="[2001:db8:1:2::9]:4711"                    | 2001:db8:1:2:0:0:0:0/64
        a forged one    | for=1.1.1.1, for=198.51.100.1                   | 198.51.100.1
        an open quote   | for="1.1.1.1, for=198.51.100.1                  | 198.51.100.1
        a hidden one    | for=_secret                                     | 10.0.0.2
        without for     | for=1.1.1.1, proto=https                        | 10.0.0.2
        another word    | notfor=1.1.1.1                                  | 10.0.0.2
        """)
    void forwarded_is_read_as_rfc_7239_has_it(String name, String header, String source) {
        assertThat(proxies.source("10.0.0.2", List.of(), List.of(header))).isEqualTo(source);
    }

    @Test
    void the_lines_of_a_header_are_one_list() {
        assertThat(proxies.source("10.0.0.2", List.of("1.1.1.1", "198.51.100.1", "10.0.0.3"), List.of())).isEqualTo("198.51.100.1");
    }

    @Test
    void two_headers_that_disagree_are_not_believed() {
        List<String> written = List.of("198.51.100.1");

        assertThat(proxies.source("10.0.0.2", written, List.of("for=1.1.1.1"))).isEqualTo("10.0.0.2");
        assertThat(proxies.source("10.0.0.2", written, List.of("for=198.51.100.1"))).isEqualTo("198.51.100.1");
    }

    @Test
    void without_proxies_nobody_is_believed() {
        assertThat(TrustedProxies.NONE.source("127.0.0.1", List.of("1.1.1.1"), List.of("for=1.1.1.1"))).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "fd00::/129", "10.0.0/8", "proxy.example.com", "10.0.0.0/8/8", "10.0.0.0/-1", "*", "::g"})
    void what_is_no_network_is_refused(String network) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(network))).hasMessageContaining("is no network");
    }
}
