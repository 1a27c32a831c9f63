package io.tastemaker.application.content;

import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.content.out.SourceStates;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.LearnFacts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Fetches a profile from the source, keeps what it says, reads its posts and computes what follows. When the source gives nothing, what is
 * known stays as it is, and the failure is noted beside it.
 */
final class SourceReader {

    /** The part of the program that writes what sources say. */
    static final String PART = "source";

    private final Transactions transactions;
    private final CreatorSource source;
    private final SourceStates states;
    private final PostKeeper postKeeper;
    private final Posts posts;
    private final Analysts analysts;
    private final ProfileKeeper profiles;
    private final FindCreator findCreator;
    private final LearnFacts learnFacts;
    private final InstantSource clock;

    SourceReader(Transactions transactions, CreatorSource source, SourceStates states, PostKeeper postKeeper, Posts posts, Analysts analysts,
            ProfileKeeper profiles, FindCreator findCreator, LearnFacts learnFacts, InstantSource clock) {
        this.transactions = transactions;
        this.source = source;
        this.states = states;
        this.postKeeper = postKeeper;
        this.posts = posts;
        this.analysts = analysts;
        this.profiles = profiles;
        this.findCreator = findCreator;
        this.learnFacts = learnFacts;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {
        /** The creator as it is known now. */
        record Fetched(Creator creator) implements Result {}

        /** It has been fetched meanwhile. */
        record Unneeded() implements Result {}

        /** Nothing came, for people. */
        record Failed(String reason) implements Result {}

        /** There is no such creator any more. */
        record Gone() implements Result {}
    }

    /** Fetches an account that nobody knows, and that becomes a creator of the catalogue. */
    Result discover(Handle handle, Duration within) {
        Actor writer = new Actor.System(PART, TeamId.CATALOGUE);
        return fetch(writer, handle, findCreator.handle(new FindCreator.Query(writer, new FindCreator.Which.ByHandle(handle))), within);
    }

    /** Fetches an owner's creator, unless that was done since a time; then only what was broken off behind it is done. */
    Result refresh(TeamId owner, CreatorId id, Instant since, Duration within) {
        Actor writer = new Actor.System(PART, owner);
        Optional<Creator> creator = findCreator.handle(new FindCreator.Query(writer, new FindCreator.Which.ById(id)))
                .filter(found -> found.owner().equals(owner));
        if (creator.isEmpty()) {
            return new Result.Gone();
        }
        boolean isDone = transactions.reading(writer, () -> states.find(id)).flatMap(SourceState::fetchedAt)
                .filter(at -> !at.isBefore(since)).isPresent();
        if (isDone) {
            readPosts(writer, creator.get(), clock.instant().plus(within));
            return new Result.Unneeded();
        }
        return fetch(writer, creator.get().handle(), creator, within);
    }

    /** Two thirds of the time are the source's, so that some is left to read what it shows. */
    private Result fetch(Actor writer, Handle handle, Optional<Creator> known, Duration within) {
        Instant end = clock.instant().plus(within);
        return switch (source.fetch(handle, within.multipliedBy(2).dividedBy(3))) {
            case CreatorSource.Answer.Found(CreatorSource.Profile profile) -> new Result.Fetched(keep(writer, handle, profile, end));
            case CreatorSource.Answer.Unknown unknown -> failed(writer, known, "unknown_account", "there is no such account on "
                    + handle.platform().title(), SourceState.PROFILE_LIFETIME);
            case CreatorSource.Answer.Unavailable(CreatorSource.Reason reason, String detail, Duration retryAfter) ->
                failed(writer, known, reason.code(), detail, retryAfter);
        };
    }

    private Creator keep(Actor writer, Handle handle, CreatorSource.Profile profile, Instant end) {
        Creator creator = learnFacts.handle(new LearnFacts.Command(writer, handle, profile.facts()));
        Instant now = clock.instant();
        PostKeeper.Origin origin = new PostKeeper.Origin(writer.team(), writer.team(), creator.id(), "source:" + source.name(),
                profile.observedAt());
        transactions.run(writer, "creator.fetched", () -> {
            postKeeper.merge(origin, profile.posts(), now);
            SourceState before = states.find(creator.id()).orElseGet(() -> unseen(creator, now));
            states.save(before.fetched(profile.observedAt(), profile.related()));
            transactions.about(Subject.of("creator", creator.id()), List.of());
        });
        readPosts(writer, creator, end);
        return creator;
    }

    private void readPosts(Actor writer, Creator creator, Instant end) {
        PageRequest page = PageRequest.first(PageRequest.MOST);
        List<AnalysedPost> latest = transactions.reading(writer, () -> posts.list(creator.id(), page)).items();
        List<Analysis> results = analysts.analyse(analysts.unread(latest), Duration.between(clock.instant(), end));
        if (!results.isEmpty()) {
            transactions.run(writer, "content.analyse", () -> {
                posts.keep(results);
                profiles.outdate(creator.owner(), creator.id(), clock.instant());
                transactions.about(Subject.of("creator", creator.id()), List.of());
            });
        }
        profiles.computeSome(writer, Optional.of(creator.id()), () -> { });
    }

    /** An account that nobody knows has nothing to be noted at. */
    private Result failed(Actor writer, Optional<Creator> known, String reason, String detail, Duration retryAfter) {
        Instant now = clock.instant();
        known.ifPresent(creator -> transactions.run(writer, "creator.fetch.failed", () -> {
            SourceState before = states.find(creator.id()).orElseGet(() -> unseen(creator, now));
            states.save(before.failed(new SourceState.Failure(reason, detail, now, now.plus(before.pause(retryAfter)))));
            transactions.about(Subject.of("creator", creator.id()), List.of());
        }));
        return new Result.Failed(detail + " (" + reason + ")");
    }

    private SourceState unseen(Creator creator, Instant now) {
        return new SourceState(creator.owner(), creator.id(), source.name(), Optional.empty(), now, Optional.empty(), List.of());
    }
}
