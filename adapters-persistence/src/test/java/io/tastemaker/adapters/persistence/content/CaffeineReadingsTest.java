package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.application.content.out.ContentFixtures.JUDGE;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.KnownReadings;
import io.tastemaker.application.content.out.KnownReadingsContract;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Sentiment;
import org.junit.jupiter.api.Test;

class CaffeineReadingsTest extends KnownReadingsContract {

    @Override
    protected KnownReadings known() {
        return new CaffeineReadings();
    }

    @Test
    void the_meter_tells_how_many_of_those_looked_for_were_known() {
        CaffeineReadings readings = new CaffeineReadings();
        assertThat(readings.read()).extracting(Meter.Reading::value).containsExactly(0.0);

        readings.keep(JUDGE, "a", Findings.NOTHING.with(Sentiment.NEUTRAL), NOON);
        for (String text : new String[] {"a", "b", "a", "c"}) {
            readings.find(JUDGE, text, NOON);
        }
        assertThat(readings.read()).extracting(Meter.Reading::value).containsExactly(0.5);
    }
}
