package io.tastemaker.benchmarks;

import io.tastemaker.bootstrap.SampleCreators;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Card;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.SegmentBuilder;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The creators of the sample generator as candidates, without the way through a file and a database. */
final class SampleCandidates {

    static final long SEED = 1;
    static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final Instant NOW = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final long VERSION_7 = 0x7000;

    private SampleCandidates() {}

    static Stream<Candidate> of(long count) {
        return new SampleCreators(SEED, TODAY).rows(count).map(SampleCandidates::candidate);
    }

    static Catalogue catalogue(int count) {
        SegmentBuilder rows = new SegmentBuilder(TeamId.CATALOGUE);
        of(count).forEach(rows::add);
        return Catalogue.of(CatalogueVersion.of(1, Instant.EPOCH), rows.build());
    }

    private static Candidate candidate(List<String> cells) {
        Platform platform = Coded.find(Platform.class, cell(cells, "platform").orElseThrow()).orElseThrow();
        Handle handle = Handle.read(platform, cell(cells, "handle").orElseThrow()).orElseThrow();
        Optional<Long> followers = count(cells, "followers");
        Optional<Long> likes = count(cells, "average likes");
        Optional<Long> comments = count(cells, "average comments");
        Optional<EngagementRate> rate = followers.filter(known -> known > 0)
                .flatMap(size -> likes.flatMap(liked -> comments.map(commented -> EngagementRate.of(liked + commented, size))));
        Set<Category> categories = Stream.of("category", "category 2").flatMap(column -> cell(cells, column).stream())
                .map(code -> Coded.find(Category.class, code).orElseThrow()).collect(Collectors.toSet());
        return new Candidate(id(handle), TeamId.CATALOGUE, handle, Observed.Kind.IMPORTED, stated(followers), stated(rate),
                stated(Optional.of(categories)), stated(cell(cells, "country").map(code -> Place.find(code).orElseThrow())),
                stated(cell(cells, "language").map(code -> Set.of(new Language(code)))), cell(cells, "verified").map(Boolean::valueOf),
                cell(cells, "last post").map(LocalDate::parse), cell(cells, "email").isPresent(), count(cells, "posts"), likes, comments,
                count(cells, "average views"), Optional.empty(), Optional.empty(),
                new Card(cell(cells, "name"), Optional.empty(), Optional.of(NOW)));
    }

    /** An id of the shape that the program gives: a rising time above, chance below. */
    private static CreatorId id(Handle handle) {
        long number = Long.parseLong(handle.name().substring(handle.name().lastIndexOf('.') + 1));
        long scattered = number * 0x9E3779B97F4A7C15L >>> 2 | Long.MIN_VALUE;
        return new CreatorId(new UUID(NOW.toEpochMilli() + number << 16 | VERSION_7, scattered));
    }

    private static Optional<String> cell(List<String> cells, String column) {
        return Optional.of(cells.get(SampleCreators.HEADER.indexOf(column))).filter(text -> !text.isEmpty());
    }

    private static Optional<Long> count(List<String> cells, String column) {
        return cell(cells, column).map(Long::valueOf);
    }

    private static <T> Optional<Observed<T>> stated(Optional<T> value) {
        return value.map(known -> new Observed<>(known, Observed.Kind.IMPORTED, "sample", NOW));
    }
}
