package io.tastemaker.application.exports;

import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Disclosure;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A creator as far as it is open to the team, as cells. */
record OpenCreator(Creator creator, Disclosure open) {

    /** The columns of whatever has creators as its rows. */
    static <R> List<Column<R>> columns(Function<R, OpenCreator> creator) {
        return Stream.<Column<OpenCreator>>of(
                        new Column<>("creator_id", row -> new Cell.Text(row.creator.id().toString())),
                        new Column<>("scope", row -> new Cell.Text(row.creator.inCatalogue() ? "catalogue" : "team")),
                        new Column<>("platform", row -> new Cell.Text(row.creator.handle().platform().code())),
                        new Column<>("handle", row -> new Cell.Text(row.creator.handle().name())),
                        new Column<>("handle_kind", row -> new Cell.Text(row.creator.handleKind().code())),
                        of(Fact.NAME, Cell::of),
                        of(Fact.BIOGRAPHY, Cell::of),
                        of(Fact.FOLLOWERS, Cell.Count::new),
                        of(Fact.POSTS_COUNT, Cell.Count::new),
                        of(Fact.AVERAGE_VIEWS, Cell.Count::new),
                        of(Fact.AVERAGE_LIKES, Cell.Count::new),
                        of(Fact.AVERAGE_COMMENTS, Cell.Count::new),
                        of(Fact.AVERAGE_SHARES, Cell.Count::new),
                        of(Fact.AVERAGE_ENGAGEMENTS, Cell.Count::new),
                        of(Fact.TOTAL_VIEWS, Cell.Count::new),
                        new Column<>("engagement_rate", row -> Cell.of(row.creator.engagementRate().map(Observed::value)
                                .map(EngagementRate::fraction), Cell.Exact::new)),
                        of(Fact.CATEGORIES, OpenCreator::codes),
                        of(Fact.LOCATION, OpenCreator::place),
                        of(Fact.LANGUAGES, OpenCreator::languages),
                        of(Fact.AUDIENCE_LOCATION, OpenCreator::place),
                        of(Fact.VERIFIED, Cell.Flag::new),
                        of(Fact.LAST_POST_ON, Cell.Day::new),
                        of(Fact.CONTENT_CATEGORIES, OpenCreator::shares),
                        of(Fact.CONTENT_LANGUAGES, OpenCreator::languages),
                        of(Fact.CONTENT_SENTIMENT, score -> new Cell.Exact(score.score())),
                        new Column<>("has_email", row -> new Cell.Flag(row.creator.facts().value(Fact.EMAIL).isPresent())),
                        of(Fact.EMAIL, Cell::of),
                        of(Fact.WEBSITE, Cell::of),
                        of(Fact.AVATAR_URL, Cell::of),
                        new Column<>("observed_at", row -> Cell.of(row.newest(), Cell.Moment::new)),
                        new Column<>("raw", row -> row.creator.inCatalogue() || row.creator.raw().isEmpty() ? Cell.NOTHING
                                : new Cell.Named(row.creator.raw())),
                        new Column<>("unlocked", row -> new Cell.Flag(row.open.record())),
                        new Column<>("locked", row -> Cell.of(row.locked())))
                .map(column -> new Column<R>(column.name(), creator.andThen(column.cell())))
                .toList();
    }

    private static <T> Column<OpenCreator> of(Fact<T> fact, Function<T, Cell> cell) {
        return new Column<>(fact.code(), row -> row.open.shows(fact) ? Cell.of(row.creator.facts().value(fact), cell) : Cell.NOTHING);
    }

    /** What is known of it and not shown. */
    private List<String> locked() {
        return creator.facts().kinds().stream().filter(fact -> !open.shows(fact)).map(Fact::code).sorted().toList();
    }

    private Optional<Instant> newest() {
        return creator.facts().kinds().stream().flatMap(fact -> creator.facts().get(fact).stream()).map(Observed::observedAt)
                .max(Comparator.naturalOrder());
    }

    private static Cell place(Place place) {
        return new Cell.Text(place.code());
    }

    private static Cell codes(Set<Category> categories) {
        return Cell.of(categories.stream().map(Coded::code).sorted().toList());
    }

    private static Cell languages(Set<Language> languages) {
        return Cell.of(languages.stream().map(Language::code).sorted().toList());
    }

    /** The largest share first, in whole percents. */
    private static Cell shares(CategoryShares shares) {
        return Cell.of(shares.percents().entrySet().stream()
                .sorted(Map.Entry.<Category, Integer>comparingByValue().reversed().thenComparing(share -> share.getKey().code()))
                .map(share -> share.getKey().code() + " " + share.getValue() + "%")
                .toList());
    }
}
