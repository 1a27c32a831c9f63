package io.tastemaker.adapters.persistence.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.application.content.out.KnownReadings;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What models said about texts, in memory: the latest 50,000 answers, of some 500 bytes each. */
public final class CaffeineReadings implements KnownReadings, Meter {

    private static final int MOST = 50_000;

    private record Key(Model model, String text) {}

    private record Kept(Findings findings, Instant at) {
        boolean isFresh(Instant now) {
            return at.plus(Analysis.LIFETIME).isAfter(now);
        }
    }

    private final Cache<Key, Kept> kept = Caffeine.newBuilder().maximumSize(MOST).build();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    @Override
    public Optional<Findings> find(Model model, String text, Instant now) {
        Optional<Findings> known = Optional.ofNullable(kept.getIfPresent(new Key(model, text))).filter(said -> said.isFresh(now))
                .map(Kept::findings);
        (known.isPresent() ? hits : misses).increment();
        return known;
    }

    @Override
    public void keep(Model model, String text, Findings findings, Instant now) {
        kept.asMap().merge(new Key(model, text), new Kept(findings, now),
                (before, said) -> before.isFresh(now) ? together(before, said) : said);
    }

    private static Kept together(Kept before, Kept said) {
        return new Kept(new Findings(
                said.findings().sentiment().or(before.findings()::sentiment), said.findings().language().or(before.findings()::language),
                said.findings().category().or(before.findings()::category)), before.at());
    }

    @Override
    public List<Reading> read() {
        long asked = hits.sum() + misses.sum();
        return List.of(new Reading("ai_cache_hit_ratio", "Texts whose reading by a model was known, of those looked for",
                asked == 0 ? 0 : (double) hits.sum() / asked));
    }
}
