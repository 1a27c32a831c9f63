package io.tastemaker.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({"Brazil, BR", "brasil, BR", "Brésil, BR", "Deutschland, DE", "South Korea, KR", "USA, US", "United States, US", "u.s.a., US",
        "UK, GB", "Russia, RU", "Türkiye, TR", "Viet Nam, VN", "czech republic, CZ", "BR-SP, BR-SP", "us-ca, US-CA", "IT, IT", "España, ES",
        "Côte d’Ivoire, CI", "Philippines, PH", "BRA, BR", "Россия, RU", "日本, JP", "대한민국, KR", "भारत, IN", "مصر, EG",
        "Ελλάδα, GR", "Україна, UA", "ไทย, TH", "İtalya, IT", "Brazylia, BR"})
    void a_place_is_read_as_people_write_it(String text, String code) {
        assertThat(Place.named(text)).map(Place::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Atlantis", "N/A", "0", "-", "B", "ZZ", "BR-", "BR-SAOPAULO"})
    void what_is_no_place_is_none(String text) {
        assertThat(Place.named(text)).isEmpty();
    }

    @Test
    void every_country_of_the_standard_has_a_region_of_the_world() {
        for (String country : Locale.getISOCountries()) {
            if (!country.equals("AN")) { // the Netherlands Antilles ceased to exist in 2010; some JDKs still list them
                assertThat(WorldRegion.of(country)).as(country).isPresent();
            }
        }
    }

    @Test
    void a_country_contains_its_regions_and_no_others() {
        Place brazil = Place.ofCountry("BR");
        Place saoPaulo = new Place("BR", Optional.of("BR-SP"));

        assertThat(brazil.contains(saoPaulo)).isTrue();
        assertThat(brazil.contains(brazil)).isTrue();
        assertThat(saoPaulo.contains(brazil)).isFalse();
        assertThat(Place.ofCountry("PT").contains(saoPaulo)).isFalse();
    }

    @Test
    void a_region_belongs_to_its_country() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Place("BR", Optional.of("US-CA")));
        assertThatIllegalArgumentException().isThrownBy(() -> Place.ofCountry("XX"));
    }
}
