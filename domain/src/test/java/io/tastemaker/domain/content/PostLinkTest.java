package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.instagram.com/p/CHYOgoNLjwD/, instagram, CHYOgoNLjwD, ",
        "instagram.com/reel/C-_1a?igsh=x, instagram, C-_1a, ",
        "http://instagr.am/p/ABCD, instagram, ABCD, ",
        "https://www.instagram.com/nat.geo/p/CHYO/, instagram, CHYO, nat.geo",
        "https://www.instagram.com/share/p/BAABc/, , , ",
        "https://www.tiktok.com/@ana.b/video/7123456789012345678?lang=en, tiktok, 7123456789012345678, ana.b",
        "https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=1s, youtube, dQw4w9WgXcQ, ",
        "https://youtube.com/shorts/dQw4w9WgXcQ, youtube, dQw4w9WgXcQ, ",
        "https://youtu.be/dQw4w9WgXcQ?si=x, youtube, dQw4w9WgXcQ, ",
        "https://twitter.com/ana/status/20, , , ",
        "https://X.com/Ana/status/1234567890123456789/photo/1, x, 1234567890123456789, Ana",
        "https://x.com/i/status/1234567890123456789, x, 1234567890123456789, ",
        "https://twitter.com/i/web/status/1234567890123456789, x, 1234567890123456789, ",
        "https://www.threads.net/@ana/post/C1a2b3, threads, C1a2b3, ana",
        "https://www.facebook.com/ana.page/posts/pfbid02abc, facebook, pfbid02abc, ana.page",
        "https://pin.pinterest.co.uk/pin/123456, pinterest, 123456, ",
        "https://www.twitch.tv/videos/123456789, twitch, 123456789, "})
    void an_address_tells_where_the_post_stands_its_key_and_maybe_whose_it_is(String url, String platform, String key, String handle) {
        assertThat(PostLink.read(url).map(link -> link.platform().code()).orElse(null)).isEqualTo(platform);
        assertThat(PostLink.read(url).map(PostLink::key).orElse(null)).isEqualTo(key);
        assertThat(PostLink.read(url).flatMap(PostLink::handle).orElse(null)).isEqualTo(handle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://instagram.com/natgeo", "https://instagram.com.evil.example/p/CHYO",
            "https://evil.example/instagram.com/p/CHYO",
        "https://instagram.com/p/", "ftp://instagram.com/p/CHYO", "https://tiktok.com/@ana/video/abc", "https://user@instagram.com/p/CHYO",
        "https://instagram.com/p/CHYO\nhttps://instagram.com/p/CHYO2"})
    void other_addresses_tell_nothing(String url) {
        assertThat(PostLink.read(url)).isEmpty();
    }

    @Test
    void endless_addresses_are_quickly_none() {
        for (String part : new String[] {"&v=", "a/", "@", ".", "watch?&"}) {
            assertThat(PostLink.read("https://youtube.com/watch?" + part.repeat(1_900 / part.length()))).isEmpty();
            assertThat(PostLink.read(part.repeat(500_000))).isEmpty();
        }
    }
}
