package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.application.matching.out.Rankings;
import io.tastemaker.application.matching.out.RankingsContract;
import java.time.InstantSource;

class CaffeineRankingsTest extends RankingsContract {

    @Override
    protected Rankings rankings(InstantSource clock) {
        return new CaffeineRankings(clock);
    }
}
