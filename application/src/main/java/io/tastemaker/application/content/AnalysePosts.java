package io.tastemaker.application.content;

import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.ProducedBy;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.wallets.OperationKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Detailed analytics of some posts of one creator, now: posts that were not read lately are read, and what follows from these posts is
 * computed. Paid by the request; nothing is paid when a model was chosen and something else had to answer for it.
 *
 * <p>Posts that a source showed longer than {@link SourceState#POSTS_LIFETIME} ago are served as they are known,
 * and fetched anew in the background while the source answers. Only where no posts are known at all the caller is told to wait for them.
 */
public final class AnalysePosts {

    /** The most posts of one request. */
    public static final int MOST_POSTS = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final Posts posts;
    private final ShowCreator showCreator;
    private final FetchCreator fetchCreator;
    private final Analysts analysts;
    private final PaidWork paidWork;
    private final ProfileKeeper profiles;
    private final InstantSource clock;

    AnalysePosts(Transactions transactions, Posts posts, ShowCreator showCreator, FetchCreator fetchCreator, Analysts analysts,
            PaidWork paidWork, ProfileKeeper profiles, InstantSource clock) {
        this.transactions = transactions;
        this.posts = posts;
        this.showCreator = showCreator;
        this.fetchCreator = fetchCreator;
        this.analysts = analysts;
        this.paidWork = paidWork;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param creator whose posts
     * @param which which of them
     * @param key names the request
     * @param most the most credits the caller is willing to pay
     * @param dryRun whether only to say what it would cost
     */
    public record Command(Actor actor, CreatorId creator, Which which, OperationKey key, OptionalLong most, boolean dryRun) {}

    /** Which posts. */
    public sealed interface Which {
        /**
         * These.
         *
         * @param posts 1 to {@link #MOST_POSTS} ids of posts of the creator
         */
        record Named(List<PostId> posts) implements Which {
            /** Copies the list and checks its size. */
            public Named {
                posts = List.copyOf(posts);
                if (posts.isEmpty() || posts.size() > MOST_POSTS) {
                    throw new IllegalArgumentException("1 to " + MOST_POSTS + " posts");
                }
            }
        }

        /**
         * The latest.
         *
         * @param count how many, 1 to {@link #MOST_POSTS}
         */
        record Latest(int count) implements Which {
            /** Checks the count. */
            public Latest {
                if (count < 1 || count > MOST_POSTS) {
                    throw new IllegalArgumentException("1 to " + MOST_POSTS + " posts");
                }
            }
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The analytics.
         *
         * @param posts the posts as they were read
         * @param profile what follows from these alone
         * @param answered what the wallet answered; empty when nothing was to be paid
         */
        record Analysed(List<AnalysedPost> posts, ContentProfile profile, Optional<Answered> answered) implements Outcome {}

        /**
         * No posts are known yet, and a source is being asked for them; nothing is charged.
         *
         * @param job the job that fetches them
         */
        record Fetching(Job job) implements Outcome {}

        /** No posts are known, and there is no source to ask; nothing is charged. */
        record NoPosts() implements Outcome {}

        /**
         * Some of the posts are none of this creator's that the team may see; nothing is charged.
         *
         * @param posts which
         */
        record UnknownPosts(List<PostId> posts) implements Outcome {
            /** Copies the list. */
            public UnknownPosts {
                posts = List.copyOf(posts);
            }
        }

        /**
         * Nothing was done: this is what the wallet would answer; empty when nothing would be to pay.
         *
         * @param answered the answer
         */
        record Foreseen(Optional<Answered> answered) implements Outcome {}

        /**
         * It is not paid for.
         *
         * @param answered why
         */
        record Refused(Answered answered) implements Outcome {}
    }

    /** What was paid for. */
    private record Product(List<AnalysedPost> posts, ContentProfile profile) {}

    /**
     * Analyses them.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such creator that the team may see
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.ANALYSE_CONTENT);
        Creator creator = showCreator.handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(command.creator())));
        List<AnalysedPost> wanted = transactions.reading(actor, () -> find(creator.id(), command.which()));
        if (command.which() instanceof Which.Named(List<PostId> named) && wanted.size() < named.stream().distinct().count()) {
            List<PostId> found = wanted.stream().map(post -> post.post().id()).toList();
            return new Outcome.UnknownPosts(named.stream().distinct().filter(post -> !found.contains(post)).toList());
        }
        if (wanted.isEmpty()) {
            return command.dryRun() ? new Outcome.NoPosts() : fetch(actor, creator);
        }
        PaidWork.Order order = new PaidWork.Order(actor, OperationKey.about(command.key(), creator.id() + " " + command.which()), Action.POST_ANALYTICS, 1, command.most());
        if (command.dryRun()) {
            return new Outcome.Foreseen(paidWork.foresee(order));
        }
        return switch (paidWork.run(order, () -> analyse(actor, creator, wanted), AnalysePosts::worth)) {
            case PaidWork.Outcome.Done<Product>(Product(List<AnalysedPost> read, ContentProfile profile), Optional<Answered> answered) ->
                new Outcome.Analysed(read, profile, answered);
            case PaidWork.Outcome.Refused<Product>(Answered answered) -> new Outcome.Refused(answered);
        };
    }

    private List<AnalysedPost> find(CreatorId creator, Which which) {
        return switch (which) {
            case Which.Named(List<PostId> named) -> posts.all(named).stream().filter(post -> post.post().creator().equals(creator))
                    .sorted(Comparator.comparingInt(post -> named.indexOf(post.post().id()))).toList();
            case Which.Latest(int count) -> posts.list(creator, PageRequest.first(count)).items();
        };
    }

    private Outcome fetch(Actor actor, Creator creator) {
        return switch (fetchCreator.handle(new FetchCreator.Command(actor, new FindCreator.Which.ById(creator.id()),
                SourceState.POSTS_LIFETIME))) {
            case FetchCreator.Outcome.Queued(Job job) -> new Outcome.Fetching(job);
            case FetchCreator.Outcome.Fresh fresh -> new Outcome.NoPosts();
            case FetchCreator.Outcome.NoSource none -> new Outcome.NoPosts();
        };
    }

    private Product analyse(Actor actor, Creator creator, List<AnalysedPost> wanted) {
        fetchCreator.renew(actor, creator);
        Map<PostId, Analysis> analyses = analysts.analyse(analysts.unread(wanted), PATIENCE).stream()
                .collect(Collectors.toMap(Analysis::post, Function.identity()));
        List<AnalysedPost> read = wanted.stream().map(post -> new AnalysedPost(post.post(),
                Optional.ofNullable(analyses.get(post.post().id())).or(post::analysis))).toList();
        List<Analysis> own = wanted.stream().map(AnalysedPost::post).filter(post -> post.owner().equals(actor.team()))
                .flatMap(post -> Optional.ofNullable(analyses.get(post.id())).stream()).toList();
        transactions.run(actor, "content.analyse", () -> {
            posts.keep(own);
            if (!own.isEmpty()) {
                profiles.outdate(creator.owner(), creator.id(), clock.instant());
            }
            transactions.about(Subject.of("creator", creator.id()), List.of());
        });
        return new Product(read, profiles.of(actor.team(), creator, read));
    }

    /** Worth nothing where a model was to answer and did not. */
    private static long worth(Product product) {
        boolean isWhole = product.posts().stream().flatMap(post -> post.analysis().stream())
                .flatMap(analysis -> analysis.reading().origins()).noneMatch(ProducedBy::isFallback);
        return isWhole ? 1 : 0;
    }
}
