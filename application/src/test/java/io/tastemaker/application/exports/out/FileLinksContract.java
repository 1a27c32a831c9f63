package io.tastemaker.application.exports.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.exports.out.FileLinks.Link;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.domain.shared.ExportId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everybody who signs links does. */
public abstract class FileLinksContract {

    private static final Link LINK = new Link(Actors.LIMA, new ExportId(UUID.fromString("0195e000-0000-7000-8000-000000000001")),
            Instant.parse("2026-09-01T13:00:00Z"));

    protected abstract FileLinks links();

    protected abstract FileLinks linksWithAnotherKey();

    @Test
    void a_link_says_what_it_was_signed_for() {
        String signed = links().sign(LINK);

        assertThat(signed).matches("[A-Za-z0-9_-]{20,200}");
        assertThat(links().read(signed)).contains(LINK);
        assertThat(links().sign(LINK)).isEqualTo(signed);
    }

    @Test
    void nothing_else_opens_anything() {
        String signed = links().sign(LINK);

        assertThat(linksWithAnotherKey().read(signed)).isEmpty();
        for (int place = 0; place < signed.length(); place++) {
            char other = signed.charAt(place) == 'A' ? 'Q' : 'A';
            assertThat(links().read(signed.substring(0, place) + other + signed.substring(place + 1))).as("changed at " + place).isEmpty();
            assertThat(links().read(signed.substring(0, place))).as("cut at " + place).isEmpty();
        }
        assertThat(links().read("")).isEmpty();
        assertThat(links().read("no base64url: \u00e9=")).isEmpty();
        assertThat(links().read("A".repeat(100_000))).isEmpty();
        assertThat(links().read(signed + "A")).isEmpty();
        assertThat(links().read(signed + "=")).isEmpty();
    }
}
