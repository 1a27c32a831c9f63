package io.tastemaker.application.exports;

import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Attributed;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.content.ProducedBy;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The posts of one creator that the team sees, the latest first; else all that are the team's own, by creator and id. */
final class PostSource implements RowSource {

    /** A post and whose it is. */
    private record Row(AnalysedPost analysed, Optional<Creator> creator) {

        PostDraft content() {
            return analysed.post().content();
        }

        <T> Optional<T> read(Function<Reading, Optional<Attributed<T>>> part) {
            return analysed.analysis().flatMap(analysis -> part.apply(analysis.reading())).map(Attributed::value);
        }
    }

    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("id", row -> new Cell.Text(row.analysed.post().id().toString())),
            new Column<>("scope", row -> new Cell.Text(row.analysed.post().owner().equals(TeamId.CATALOGUE) ? "catalogue" : "team")),
            new Column<>("creator_id", row -> new Cell.Text(row.analysed.post().creator().toString())),
            new Column<>("platform", row -> Cell.of(row.creator, creator -> new Cell.Text(creator.handle().platform().code()))),
            new Column<>("handle", row -> Cell.of(row.creator, creator -> new Cell.Text(creator.handle().name()))),
            new Column<>("key", row -> new Cell.Text(row.content().key())),
            new Column<>("url", row -> Cell.of(row.content().url(), Cell::of)),
            new Column<>("posted_at", row -> Cell.of(row.content().postedAt(), Cell.Moment::new)),
            new Column<>("caption", row -> Cell.of(row.content().caption())),
            new Column<>("likes", row -> Cell.of(row.content().counts().likes(), Cell.Count::new)),
            new Column<>("comments", row -> Cell.of(row.content().counts().comments(), Cell.Count::new)),
            new Column<>("views", row -> Cell.of(row.content().counts().views(), Cell.Count::new)),
            new Column<>("shares", row -> Cell.of(row.content().counts().shares(), Cell.Count::new)),
            new Column<>("saves", row -> Cell.of(row.content().counts().saves(), Cell.Count::new)),
            new Column<>("sentiment", row -> Cell.of(row.read(Reading::sentiment).map(Sentiment::mood).map(Coded::code), Cell::of)),
            new Column<>("sentiment_score", row -> Cell.of(row.read(Reading::sentiment).map(Sentiment::score).map(BigDecimal::valueOf),
                    Cell.Exact::new)),
            new Column<>("language", row -> Cell.of(row.read(Reading::language).flatMap(Guess::best).map(Guess.Likely::value)
                    .map(Language::code), Cell::of)),
            new Column<>("category", row -> Cell.of(row.read(Reading::category).flatMap(Guess::best).map(Guess.Likely::value)
                    .map(Coded::code), Cell::of)),
            new Column<>("read_by", row -> Cell.of(row.analysed.analysis().stream().flatMap(analysis -> analysis.reading().origins())
                    .map(PostSource::reader).distinct().sorted().toList())),
            new Column<>("source", row -> Cell.of(row.analysed.post().source())),
            new Column<>("observed_at", row -> new Cell.Moment(row.analysed.post().observedAt())),
            new Column<>("raw", row -> row.content().raw().isEmpty() ? Cell.NOTHING : new Cell.Named(row.content().raw())));

    private final Posts posts;
    private final Creators creators;

    PostSource(Posts posts, Creators creators) {
        this.posts = posts;
        this.creators = creators;
    }

    private static String reader(ProducedBy by) {
        return by.model().source().code() + " " + by.model().name() + " " + by.model().version();
    }

    @Override
    public ExportKind kind() {
        return ExportKind.POSTS;
    }

    @Override
    public List<? extends Column<?>> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Long> total(Export export) {
        return export.scope().of().isPresent() ? Optional.empty() : Optional.of(posts.count(Optional.empty()));
    }

    @Override
    public Rows open(Export export, Instant now) {
        Function<Row, List<Cell>> row = Column.row(COLUMNS, export.columns());
        return export.scope().of().map(CreatorId::new)
                .<Rows>map(creator -> new PagedRows<>(page -> posts.list(creator, page), found -> cells(found, row)))
                .orElseGet(() -> new Own(row));
    }

    private List<List<Cell>> cells(List<AnalysedPost> found, Function<Row, List<Cell>> row) {
        Map<CreatorId, Creator> known = creators.all(found.stream().map(post -> post.post().creator()).distinct().toList()).stream()
                .collect(Collectors.toMap(Creator::id, Function.identity()));
        return found.stream().map(post -> row.apply(new Row(post, Optional.ofNullable(known.get(post.post().creator()))))).toList();
    }

    private final class Own implements Rows {
        private final Function<Row, List<Cell>> row;
        private Optional<Posts.Mark> after = Optional.empty();

        Own(Function<Row, List<Cell>> row) {
            this.row = row;
        }

        @Override
        public Optional<List<List<Cell>>> next() {
            List<AnalysedPost> found = posts.next(Optional.empty(), after, CHUNK);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            after = Optional.of(new Posts.Mark(found.getLast().post().creator(), found.getLast().post().id()));
            return Optional.of(cells(found, row));
        }
    }
}
