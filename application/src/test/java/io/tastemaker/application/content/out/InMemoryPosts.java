package io.tastemaker.application.content.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Posts in memory. */
public final class InMemoryPosts implements Posts {

    private record Name(TeamId owner, CreatorId creator, String key) {
        static Name of(Post post) {
            return new Name(post.owner(), post.creator(), post.content().key());
        }
    }

    private static final Comparator<Mark> ORDER =
            Comparator.comparing((Mark mark) -> mark.creator().toString()).thenComparing(mark -> mark.post().toString());

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<PostId, Post> rows;
    private final InMemoryTransactions.Table<Name, PostId> names;
    private final InMemoryTransactions.Table<PostId, Analysis> analyses;

    public InMemoryPosts(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
        this.names = transactions.table();
        this.analyses = transactions.table();
    }

    @Override
    public Optional<AnalysedPost> find(PostId id) {
        return rows.get(id).filter(this::isVisible).map(this::analysed);
    }

    @Override
    public List<AnalysedPost> all(Collection<PostId> ids) {
        return Set.copyOf(ids).stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public List<AnalysedPost> byKeys(Collection<CreatorId> creators, Collection<String> keys) {
        return creators.stream().distinct().flatMap(this::seen).filter(post -> keys.contains(post.content().key())).map(this::analysed).toList();
    }

    /** All posts, whoever holds them. */
    public Stream<Post> everything() {
        return rows.rows();
    }

    private Stream<Post> seen(CreatorId creator) {
        TeamId team = transactions.team();
        return rows.rows()
                .filter(post -> post.creator().equals(creator) && isVisible(post))
                .filter(post -> post.owner().equals(team) || names.get(new Name(team, creator, post.content().key())).isEmpty());
    }

    @Override
    public Page<AnalysedPost> list(CreatorId creator, PageRequest page) {
        Stream<Post> seen = seen(creator);
        return Newest.first(seen, page, post -> post.content().postedAt().orElse(Instant.MIN), post -> post.id().value()).map(this::analysed);
    }

    @Override
    public List<Post> lock(CreatorId creator, Collection<String> keys) {
        TeamId team = transactions.team();
        return Set.copyOf(keys).stream().flatMap(key -> names.get(new Name(team, creator, key)).flatMap(rows::get).stream()).toList();
    }

    @Override
    public void add(Collection<Post> posts) {
        for (Post post : posts) {
            requireBound(post);
            if (rows.get(post.id()).isPresent() || names.get(Name.of(post)).isPresent()) {
                throw new IllegalStateException("this post is there already: " + post.content().key());
            }
            rows.put(post.id(), post);
            names.put(Name.of(post), post.id());
        }
    }

    @Override
    public void replace(Collection<Post> posts) {
        for (Post post : posts) {
            requireBound(post);
            if (!names.get(Name.of(post)).equals(Optional.of(post.id()))) {
                throw new IllegalStateException("this post is not there: " + post.id());
            }
            rows.put(post.id(), post);
        }
    }

    @Override
    public void keep(Collection<Analysis> some) {
        TeamId team = transactions.team();
        some.stream().filter(analysis -> rows.get(analysis.post()).map(post -> post.owner().equals(team)).orElse(false))
                .forEach(analysis -> analyses.put(analysis.post(), analysis));
    }

    @Override
    public long count(Optional<CreatorId> creator) {
        return own(creator).count();
    }

    @Override
    public List<AnalysedPost> next(Optional<CreatorId> creator, Optional<Mark> after, int most) {
        return own(creator)
                .filter(post -> after.map(mark -> ORDER.compare(mark(post), mark) > 0).orElse(true))
                .sorted(Comparator.comparing(InMemoryPosts::mark, ORDER))
                .limit(most)
                .map(this::analysed)
                .toList();
    }

    private Stream<Post> own(Optional<CreatorId> creator) {
        TeamId team = transactions.team();
        return rows.rows().filter(post -> post.owner().equals(team) && creator.map(post.creator()::equals).orElse(true));
    }

    private boolean isVisible(Post post) {
        return post.owner().equals(transactions.team()) || post.owner().equals(TeamId.CATALOGUE);
    }

    private AnalysedPost analysed(Post post) {
        return new AnalysedPost(post, analyses.get(post.id()));
    }

    private static Mark mark(Post post) {
        return new Mark(post.creator(), post.id());
    }

    private void requireBound(Post post) {
        if (!transactions.team().equals(post.owner())) {
            throw new IllegalArgumentException("only the owner's transactions may write its posts");
        }
    }
}
