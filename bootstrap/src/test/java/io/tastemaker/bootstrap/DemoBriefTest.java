package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.briefing.BriefReader;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DemoBriefTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Range<Long> SIZES = Range.of(8_800_000L, 26_000_000L);

    private static BriefDraft understood(DemoBrief brief) {
        BriefDraft draft = BriefDraft.EMPTY;
        for (String message : brief.messages(TODAY)) {
            draft = draft.with(BriefReader.read(message, draft, draft.next(), TODAY).changes());
        }
        return draft;
    }

    private static BriefDraft understood(Platform platform, List<Category> categories, Optional<Place> country) {
        return understood(new DemoBrief(platform, categories, Optional.of(SIZES), country));
    }

    @ParameterizedTest
    @EnumSource
    void every_platform_is_understood(Platform platform) {
        BriefDraft draft = understood(platform, List.of(Category.BEAUTY), Optional.empty());
        assertThat(draft.missing()).isEmpty();
        assertThat(draft.platforms()).containsExactly(platform);
    }

    @ParameterizedTest
    @EnumSource
    void every_pair_of_categories_is_understood(Category category) {
        for (Category other : Category.values()) {
            BriefDraft draft = understood(Platform.INSTAGRAM, List.of(category, other), Optional.empty());
            assertThat(draft.missing()).as(other.code()).isEmpty();
            assertThat(draft.categories()).as(other.code()).containsOnly(category, other);
        }
    }

    @ParameterizedTest
    @MethodSource
    void every_country_is_understood(String country) {
        BriefDraft draft = understood(Platform.INSTAGRAM, List.of(Category.BEAUTY), Optional.of(Place.ofCountry(country)));
        assertThat(draft.missing()).isEmpty();
        if (DemoBrief.name(Place.ofCountry(country)).isPresent()) {
            assertThat(draft.places()).containsExactly(Place.ofCountry(country));
        } else {
            assertThat(draft.isKnown(BriefTopic.PLACES)).isTrue();
        }
    }

    /** But for two territories of a few thousand people that are named after a feast and a month. */
    static Set<String> every_country_is_understood() {
        Set<String> countries = new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        countries.removeAll(Set.of("CX", "SJ"));
        return countries;
    }

    @Test
    void a_list_that_says_nothing_is_briefed_too() {
        BriefDraft draft = understood(new DemoBrief(Platform.X, List.of(), Optional.empty(), Optional.empty()));
        assertThat(draft.missing()).isEmpty();
        assertThat(draft.isKnown(BriefTopic.CATEGORIES)).isTrue();
    }

    @Test
    void the_correction_counts() {
        assertThat(understood(Platform.X, List.of(Category.BEAUTY), Optional.empty()).followers()).contains(SIZES);
    }
}
