package io.tastemaker.application.content.out;

import io.tastemaker.application.content.out.CreatorSourceContract.Account;
import io.tastemaker.application.content.out.CreatorSourceContract.Shown;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.content.SourceState.RelatedAccount;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** A source that shows what the test says, and fails when the test says so. */
public final class InMemoryCreatorSource implements CreatorSource {

    public static final String NAME = "memory";

    private static final int FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Set<Reason> OWN_FAULTS = Set.of(Reason.TIMEOUT, Reason.UNREACHABLE, Reason.FAILED, Reason.UNUSABLE_ANSWER);

    private final InstantSource clock;
    private final Map<Handle, Account> accounts = new HashMap<>();
    private final Map<Handle, Answer> scripted = new HashMap<>();
    private final List<Handle> asked = new ArrayList<>();
    private Optional<Reason> trouble = Optional.empty();
    private int inARow;
    private Instant closedUntil = Instant.MIN;

    public InMemoryCreatorSource(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on it has this account. */
    public synchronized InMemoryCreatorSource shows(Account account) {
        accounts.put(account.asked(), account);
        return this;
    }

    /** From now on whoever asks for this handle gets this answer. */
    public synchronized InMemoryCreatorSource answers(Handle handle, Answer answer) {
        scripted.put(handle, answer);
        return this;
    }

    /** From now on everybody who asks gets this. */
    public synchronized void fails(Reason reason) {
        trouble = Optional.of(reason);
    }

    /** From now on it answers. */
    public synchronized void recovers() {
        trouble = Optional.empty();
    }

    /** Whom it was asked for, in that order. */
    public synchronized List<Handle> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Platform> platforms() {
        return Set.of(Platform.INSTAGRAM);
    }

    @Override
    public synchronized boolean isUp() {
        return !clock.instant().isBefore(closedUntil);
    }

    @Override
    public synchronized Answer fetch(Handle handle, Duration within) {
        if (!platforms().contains(handle.platform())) {
            return new Answer.Unavailable(Reason.NOT_CONFIGURED, "another platform", PAUSE);
        }
        if (!within.isPositive()) {
            return new Answer.Unavailable(Reason.TIMEOUT, "no time", SOON);
        }
        if (!isUp()) {
            return new Answer.Unavailable(Reason.BREAKER_OPEN, "left alone", Duration.between(clock.instant(), closedUntil));
        }
        asked.add(handle);
        Answer answer = answer(handle);
        note(answer);
        return answer;
    }

    private Answer answer(Handle handle) {
        return trouble.<Answer>map(reason -> new Answer.Unavailable(reason, "as the test wants it", SOON))
                .or(() -> Optional.ofNullable(scripted.get(handle)))
                .or(() -> Optional.ofNullable(accounts.get(handle)).map(this::profile).map(Answer.Found::new))
                .orElseGet(Answer.Unknown::new);
    }

    private void note(Answer answer) {
        boolean failed = answer instanceof Answer.Unavailable none && OWN_FAULTS.contains(none.reason());
        inARow = failed ? inARow + 1 : 0;
        if (inARow >= FAILURES) {
            closedUntil = clock.instant().plus(PAUSE);
            inARow = 0;
        }
    }

    private Profile profile(Account account) {
        Instant now = clock.instant();
        List<Shown> posts = account.hidden() ? List.of() : account.posts();
        List<RelatedAccount> similar = account.similar().stream()
                .map(name -> new RelatedAccount(new Handle(Platform.INSTAGRAM, name), Optional.empty())).toList();
        List<PostDraft> drafts = posts.stream().map(InMemoryCreatorSource::draft).toList();
        return new Profile(account.asked(), facts(account, posts, now), drafts, similar, now, List.of());
    }

    private static Facts facts(Account account, List<Shown> posts, Instant now) {
        List<Facts.Stated<?>> stated = new ArrayList<>(List.of(new Facts.Stated<>(Fact.NAME, account.name()),
                new Facts.Stated<>(Fact.BIOGRAPHY, account.biography()), new Facts.Stated<>(Fact.FOLLOWERS, account.followers()),
                new Facts.Stated<>(Fact.POSTS_COUNT, account.postsCount()), new Facts.Stated<>(Fact.VERIFIED, account.verified())));
        posts.stream().map(Shown::at).max(Comparator.naturalOrder()).ifPresent(last -> {
            stated.add(new Facts.Stated<>(Fact.AVERAGE_LIKES, mean(posts, Shown::likes)));
            stated.add(new Facts.Stated<>(Fact.AVERAGE_COMMENTS, mean(posts, Shown::comments)));
            stated.add(new Facts.Stated<>(Fact.LAST_POST_ON, last.atOffset(ZoneOffset.UTC).toLocalDate()));
        });
        Facts facts = Facts.NONE;
        for (Facts.Stated<?> one : stated) {
            facts = one.into(facts, Observed.Kind.MEASURED, "source:" + NAME, now);
        }
        return facts;
    }

    private static PostDraft draft(Shown post) {
        Counts counts = new Counts(Optional.of(post.likes()), Optional.of(post.comments()), Optional.empty(), Optional.empty(),
                Optional.empty());
        return new PostDraft(post.code(), Optional.of("https://www.instagram.com/p/" + post.code() + "/"), Optional.of(post.at()),
                post.caption(), counts, Map.of());
    }

    private static long mean(List<Shown> posts, ToLongFunction<Shown> count) {
        return Math.round(posts.stream().mapToLong(count).average().orElseThrow());
    }
}
