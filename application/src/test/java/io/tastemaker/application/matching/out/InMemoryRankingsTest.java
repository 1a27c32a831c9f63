package io.tastemaker.application.matching.out;

import java.time.InstantSource;

class InMemoryRankingsTest extends RankingsContract {

    @Override
    protected Rankings rankings(InstantSource clock) {
        return new InMemoryRankings(clock);
    }
}
