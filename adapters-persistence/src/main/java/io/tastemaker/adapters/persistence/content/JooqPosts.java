package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.adapters.persistence.generated.content.Tables.POST;
import static io.tastemaker.adapters.persistence.generated.content.Tables.POST_ANALYSIS;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/**
 * Posts in PostgreSQL. Many travel with one statement: each column as one array. The team and the ids stand in the conditions once more, so
 * that the rows are found quickly even where the planner takes a table that grows fast for an empty one.
 */
public final class JooqPosts implements Posts {

    /** How many travel with one statement. */
    private static final int AT_ONCE = 500;

    private static final List<Field<?>> COLUMNS = List.of(POST.TEAM_ID, POST.ID, POST.CREATOR_TEAM_ID, POST.CREATOR_ID, POST.KEY, POST.URL,
            POST.POSTED_AT, POST.PUBLISHED_AT, POST.CAPTION, POST.LIKES, POST.COMMENTS, POST.VIEWS, POST.SHARES, POST.SAVES, POST.RAW,
            POST.SOURCE, POST.OBSERVED_AT, POST_ANALYSIS.TEXT_HASH, POST_ANALYSIS.READING, POST_ANALYSIS.READ_AT);

    private static final String SENT = """
            unnest({0}::uuid[], {1}::uuid[], {2}::uuid[], {3}::uuid[], {4}::text[], {5}::text[], {6}::timestamptz[], {7}::text[],
                   {8}::bigint[], {9}::bigint[], {10}::bigint[], {11}::bigint[], {12}::bigint[], {13}::text[], {14}::text[],
                   {15}::timestamptz[])
            as sent (team_id, id, creator_team_id, creator_id, key, url, posted_at, caption, likes, comments, views, shares, saves, raw,
                     source, observed_at)""";

    private static final String INSERT = """
            insert into content.post (team_id, id, creator_team_id, creator_id, key, url, posted_at, caption, likes, comments, views, shares,
                                      saves, raw, source, observed_at)
            select sent.team_id, sent.id, sent.creator_team_id, sent.creator_id, sent.key, sent.url, sent.posted_at, sent.caption, sent.likes,
                   sent.comments, sent.views, sent.shares, sent.saves, sent.raw::jsonb, sent.source, sent.observed_at
              from\s""" + SENT;

    private static final String UPDATE = """
            update content.post p
               set url = sent.url, posted_at = sent.posted_at, caption = sent.caption, likes = sent.likes, comments = sent.comments,
                   views = sent.views, shares = sent.shares, saves = sent.saves, raw = sent.raw::jsonb, source = sent.source,
                   observed_at = sent.observed_at
              from\s""" + SENT + " where p.team_id = {16} and p.id = sent.id and p.id = any({1}::uuid[])";

    private static final String KEEP = """
            insert into content.post_analysis (team_id, post_id, text_hash, reading, read_at)
            select p.team_id, p.id, sent.text_hash, sent.reading::jsonb, sent.read_at
              from unnest({1}::uuid[], {2}::text[], {3}::text[], {4}::timestamptz[]) as sent (id, text_hash, reading, read_at)
              join content.post p on p.team_id = {0} and p.id = sent.id and p.id = any({1}::uuid[])
               for key share of p
            on conflict (team_id, post_id) do update
               set text_hash = excluded.text_hash, reading = excluded.reading, read_at = excluded.read_at""";

    private final JooqTransactions transactions;

    public JooqPosts(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<AnalysedPost> find(PostId id) {
        return posts().where(isVisible().and(POST.ID.eq(id))).fetchOptional(JooqPosts::analysed);
    }

    @Override
    public List<AnalysedPost> all(Collection<PostId> ids) {
        return posts().where(isVisible().and(POST.ID.eq(DSL.any(ids.stream().distinct().toArray(PostId[]::new))))).fetch(JooqPosts::analysed);
    }

    @Override
    public List<AnalysedPost> byKeys(Collection<CreatorId> creators, Collection<String> keys) {
        return posts().where(isVisible()
                        .and(POST.CREATOR_ID.eq(DSL.any(creators.stream().distinct().toArray(CreatorId[]::new))))
                        .and(POST.KEY.eq(DSL.any(keys.stream().distinct().toArray(String[]::new))))
                        .and(isSeen()))
                .fetch(JooqPosts::analysed);
    }

    @Override
    public Page<AnalysedPost> list(CreatorId creator, PageRequest page) {
        Condition wanted = POST.CREATOR_ID.eq(creator).and(isSeen());
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(POST.PUBLISHED_AT, POST.ID).lt(after.time(), new PostId(after.id())));
        }
        List<Record> rows = List.copyOf(posts().where(wanted)
                .orderBy(POST.PUBLISHED_AT.desc(), POST.ID.desc())
                .limit(page.limit() + 1)
                .fetch());
        return Page.of(rows, page.limit(), last -> new Position(last.get(POST.PUBLISHED_AT), last.get(POST.ID).value()).toString())
                .map(JooqPosts::analysed);
    }

    private Condition isVisible() {
        return POST.TEAM_ID.in(transactions.team(), TeamId.CATALOGUE);
    }

    /** A post of the catalogue is passed over where the team has its own of the same key. */
    private Condition isSeen() {
        return POST.TEAM_ID.eq(transactions.team()).or(DSL.condition("""
                not exists (select from content.post mine
                             where mine.team_id = {0} and mine.creator_id = {1} and mine.key = {2})""",
                DSL.val(transactions.team().value()), POST.CREATOR_ID, POST.KEY));
    }

    @Override
    public List<Post> lock(CreatorId creator, Collection<String> keys) {
        transactions.sql().execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))",
                DSL.val("posts of " + creator + " in " + transactions.team()));
        return posts().where(POST.TEAM_ID.eq(transactions.team())).and(POST.CREATOR_ID.eq(creator))
                .and(POST.KEY.eq(DSL.any(keys.toArray(String[]::new))))
                .fetch(JooqPosts::post);
    }

    @Override
    public void add(Collection<Post> posts) {
        inParts(posts, part -> send(INSERT, part));
    }

    @Override
    public void replace(Collection<Post> posts) {
        inParts(posts, part -> send(UPDATE, part));
    }

    private static <T> void inParts(Collection<T> all, Consumer<List<T>> part) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            part.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
    }

    private void send(String statement, List<Post> posts) {
        if (posts.stream().anyMatch(post -> !post.owner().equals(transactions.team()))) {
            throw new IllegalArgumentException("a post of another team");
        }
        int written = transactions.sql().execute(statement,
                column(posts, UUID[]::new, post -> post.owner().value()),
                column(posts, UUID[]::new, post -> post.id().value()),
                column(posts, UUID[]::new, post -> post.creatorOwner().value()),
                column(posts, UUID[]::new, post -> post.creator().value()),
                column(posts, String[]::new, post -> post.content().key()),
                column(posts, String[]::new, post -> post.content().url().orElse(null)),
                column(posts, OffsetDateTime[]::new,
                        post -> post.content().postedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null)),
                column(posts, String[]::new, post -> post.content().caption()),
                count(posts, Counts::likes),
                count(posts, Counts::comments),
                count(posts, Counts::views),
                count(posts, Counts::shares),
                count(posts, Counts::saves),
                column(posts, String[]::new, post -> Json.write(post.content().raw()).data()),
                column(posts, String[]::new, Post::source),
                column(posts, OffsetDateTime[]::new, post -> post.observedAt().atOffset(ZoneOffset.UTC)),
                DSL.val(transactions.team().value()));
        if (written != posts.size()) {
            throw new IllegalStateException(written + " of " + posts.size() + " posts were written");
        }
    }

    private static <T> Field<T[]> column(Collection<Post> posts, IntFunction<T[]> array, Function<Post, T> value) {
        return DSL.val(posts.stream().map(value).toArray(array));
    }

    private static Field<Long[]> count(Collection<Post> posts, Function<Counts, Optional<Long>> count) {
        return column(posts, Long[]::new, post -> count.apply(post.content().counts()).orElse(null));
    }

    @Override
    public void keep(Collection<Analysis> analyses) {
        inParts(analyses.stream().collect(Collectors.toMap(Analysis::post, Function.identity(), (before, after) -> after, LinkedHashMap::new))
                .values(), this::keep);
    }

    private void keep(List<Analysis> last) {
        transactions.sql().execute(KEEP,
                DSL.val(transactions.team().value()),
                DSL.val(last.stream().map(analysis -> analysis.post().value()).toArray(UUID[]::new)),
                DSL.val(last.stream().map(Analysis::text).toArray(String[]::new)),
                DSL.val(last.stream().map(analysis -> ReadingJson.write(analysis.reading())).toArray(String[]::new)),
                DSL.val(last.stream().map(analysis -> analysis.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new)));
    }

    @Override
    public long count(Optional<CreatorId> creator) {
        return transactions.sql().fetchCount(POST, own(creator));
    }

    @Override
    public List<AnalysedPost> next(Optional<CreatorId> creator, Optional<Mark> after, int most) {
        Condition wanted = own(creator);
        if (after.isPresent()) {
            wanted = wanted.and(row(POST.CREATOR_ID, POST.ID).gt(after.get().creator(), after.get().post()));
        }
        return posts().where(wanted).orderBy(POST.CREATOR_ID, POST.ID).limit(most).fetch(JooqPosts::analysed);
    }

    private Condition own(Optional<CreatorId> creator) {
        Condition own = POST.TEAM_ID.eq(transactions.team());
        return creator.map(id -> own.and(POST.CREATOR_ID.eq(id))).orElse(own);
    }

    private SelectOnConditionStep<Record> posts() {
        return transactions.sql().select(COLUMNS).from(POST)
                .leftJoin(POST_ANALYSIS).on(POST_ANALYSIS.TEAM_ID.eq(POST.TEAM_ID)).and(POST_ANALYSIS.POST_ID.eq(POST.ID));
    }

    private static AnalysedPost analysed(Record row) {
        Post post = post(row);
        return new AnalysedPost(post, Optional.ofNullable(row.get(POST_ANALYSIS.TEXT_HASH)).map(text -> new Analysis(post.id(), text,
                ReadingJson.read(row.get(POST_ANALYSIS.READING)), row.get(POST_ANALYSIS.READ_AT))));
    }

    private static Post post(Record row) {
        Counts counts = new Counts(Optional.ofNullable(row.get(POST.LIKES)), Optional.ofNullable(row.get(POST.COMMENTS)),
                Optional.ofNullable(row.get(POST.VIEWS)), Optional.ofNullable(row.get(POST.SHARES)), Optional.ofNullable(row.get(POST.SAVES)));
        PostDraft content = new PostDraft(row.get(POST.KEY), Optional.ofNullable(row.get(POST.URL)),
                Optional.ofNullable(row.get(POST.POSTED_AT)), row.get(POST.CAPTION), counts, Json.read(row.get(POST.RAW)));
        return new Post(row.get(POST.ID), row.get(POST.TEAM_ID), row.get(POST.CREATOR_TEAM_ID), row.get(POST.CREATOR_ID), content,
                row.get(POST.SOURCE), row.get(POST.OBSERVED_AT));
    }
}
