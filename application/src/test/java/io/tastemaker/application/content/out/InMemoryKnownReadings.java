package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What models said, in memory, and never forgotten for want of room. */
public final class InMemoryKnownReadings implements KnownReadings {

    private record Key(Model model, String text) {}

    private record Kept(Findings findings, Instant at) {}

    private final Map<Key, Kept> kept = new HashMap<>();

    @Override
    public synchronized Optional<Findings> find(Model model, String text, Instant now) {
        return fresh(new Key(model, text), now).map(Kept::findings);
    }

    @Override
    public synchronized void keep(Model model, String text, Findings said, Instant now) {
        Key key = new Key(model, text);
        Kept before = fresh(key, now).orElseGet(() -> new Kept(Findings.NOTHING, now));
        kept.put(key, new Kept(new Findings(said.sentiment().or(before.findings()::sentiment),
                said.language().or(before.findings()::language), said.category().or(before.findings()::category)), before.at()));
    }

    private Optional<Kept> fresh(Key key, Instant now) {
        return Optional.ofNullable(kept.get(key)).filter(known -> known.at().plus(Analysis.LIFETIME).isAfter(now));
    }
}
