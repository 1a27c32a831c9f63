package io.tastemaker.adapters.persistence.creators;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.shared.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the facts of a creator come from, as one column of JSON: a group of facts for each kind, source and time. */
final class Provenance {

    /** Some facts of the same origin. */
    record Group(Observed.Kind kind, String source, Instant at, List<FactColumn<?, ?>> columns) {}

    private record Origin(Observed.Kind kind, String source, Instant at) {}

    private record Stored(
            @JsonProperty("kind") String kind,
            @JsonProperty("source") String source,
            @JsonProperty("at") String at,
            @JsonProperty("facts") List<String> facts) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** All rows of a list have the same few texts. */
    private static final Cache<String, List<Group>> READ = Caffeine.newBuilder().maximumSize(2_000).build();

    private static final List<Fact<?>> ORDER = Fact.all();

    private Provenance() {}

    static String write(Facts facts) {
        Map<Origin, List<String>> codes = new LinkedHashMap<>();
        for (Fact<?> fact : ORDER) {
            facts.get(fact).ifPresent(known -> codes.computeIfAbsent(
                            new Origin(known.kind(), known.source(), known.observedAt()), origin -> new ArrayList<>())
                    .add(fact.code()));
        }
        List<Stored> groups = new ArrayList<>();
        codes.forEach((origin, list) -> groups.add(new Stored(origin.kind().code(), origin.source(), origin.at().toString(), list)));
        try {
            return MAPPER.writeValueAsString(groups);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    static List<Group> read(String json) {
        return READ.get(json, Provenance::parse);
    }

    private static List<Group> parse(String json) {
        try {
            return Arrays.stream(MAPPER.readValue(json, Stored[].class))
                    .map(stored -> new Group(
                            Codes.read(Observed.Kind.class, stored.kind()),
                            stored.source(),
                            Instant.parse(stored.at()),
                            stored.facts().stream().<FactColumn<?, ?>>map(FactColumn::of).toList()))
                    .toList();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
