package io.tastemaker.domain.creators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisclosureTest {

    @Test
    void the_basics_are_shown_to_everybody_and_the_address_to_none_who_did_not_open_it() {
        Disclosure nothing = new Disclosure(false, false);

        assertThat(Fact.all().stream().filter(nothing::shows)).containsExactly(Fact.NAME, Fact.BIOGRAPHY, Fact.FOLLOWERS, Fact.POSTS_COUNT,
                Fact.DECLARED_ENGAGEMENT_RATE, Fact.CATEGORIES, Fact.LOCATION, Fact.LANGUAGES, Fact.VERIFIED, Fact.AVATAR_URL,
                Fact.CONTENT_CATEGORIES, Fact.CONTENT_LANGUAGES);
        assertThat(Fact.all().stream().filter(fact -> !new Disclosure(true, false).shows(fact))).containsExactly(Fact.EMAIL);
        assertThat(new Disclosure(false, true).shows(Fact.EMAIL)).isTrue();
        assertThat(Fact.all()).allMatch(Disclosure.ALL::shows);
    }
}
