package io.tastemaker.application.content;

import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.SourceStates;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a profile fetched from its platform in the background: a creator whom the team knows, or a handle that nobody entered yet. What was
 * fetched within {@link SourceState#PROFILE_LIFETIME} is not fetched again, and whoever asks while the team's job waits gets that job.
 */
public final class FetchCreator {

    private static final Set<Job.Status> UNDER_WAY = Set.of(Job.Status.QUEUED, Job.Status.RUNNING);

    private final Transactions transactions;
    private final Jobs jobs;
    private final SourceStates states;
    private final CreatorSource source;
    private final FindCreator findCreator;
    private final Ids ids;
    private final InstantSource clock;

    FetchCreator(Transactions transactions, Jobs jobs, SourceStates states, CreatorSource source, FindCreator findCreator, Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.states = states;
        this.source = source;
        this.findCreator = findCreator;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param which whom to fetch; an account that nobody knows becomes a creator of the catalogue
     * @param lifetime how young what is known must be not to be fetched again
     */
    public record Command(Actor actor, FindCreator.Which which, Duration lifetime) {
        /**
         * A profile is wanted that is young enough as such.
         *
         * @param actor who asks
         * @param which whom to fetch
         */
        public Command(Actor actor, FindCreator.Which which) {
            this(actor, which, SourceState.PROFILE_LIFETIME);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It will be fetched.
         *
         * @param job the job that does it
         */
        record Queued(Job job) implements Outcome {}

        /**
         * What is known is young enough.
         *
         * @param creator the creator
         * @param fetchedAt when it was fetched
         */
        record Fresh(Creator creator, Instant fetchedAt) implements Outcome {}

        /** No source is set up for the platform. */
        record NoSource() implements Outcome {}
    }

    /**
     * Queues the job.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no creator of the id that the team may see
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.ANALYSE_CONTENT);
        Optional<Creator> known = findCreator.handle(new FindCreator.Query(actor, command.which()));
        Handle handle = switch (command.which()) {
            case FindCreator.Which.ById byId -> known.orElseThrow(Refusal.NotFound::new).handle();
            case FindCreator.Which.ByHandle(Handle unknown) -> known.map(Creator::handle).orElse(unknown);
        };
        if (!source.platforms().contains(handle.platform())) {
            return new Outcome.NoSource();
        }
        Instant now = clock.instant();
        Optional<Instant> fetchedAt = known.flatMap(creator -> state(actor, creator)).filter(last -> last.isFresh(command.lifetime(), now))
                .flatMap(SourceState::fetchedAt);
        if (fetchedAt.isPresent()) {
            return new Outcome.Fresh(known.orElseThrow(), fetchedAt.get());
        }
        return new Outcome.Queued(queue(actor, known, handle, now));
    }

    /**
     * Has a creator fetched again who was fetched before and whose posts may be others by now. Nobody waits for it: while the source is
     * down, or is to be left alone, nothing is done.
     */
    void renew(Actor actor, Creator creator) {
        Instant now = clock.instant();
        boolean answers = source.platforms().contains(creator.handle().platform()) && source.isUp();
        boolean isOld = answers && state(actor, creator).filter(last -> last.fetchedAt().isPresent() && last.mayBeAsked(now))
                .map(last -> !last.isFresh(SourceState.POSTS_LIFETIME, now)).orElse(false);
        if (isOld) {
            queue(actor, Optional.of(creator), creator.handle(), now);
        }
    }

    private Optional<SourceState> state(Actor actor, Creator creator) {
        return transactions.reading(actor, () -> states.find(creator.id()));
    }

    /** Whose record it is keeps the note; for the catalogue the program itself writes it. */
    private void want(Creator creator, Instant now) {
        transactions.run(new Actor.System(SourceReader.PART, creator.owner()), "creator.want", () -> {
            SourceState before = states.find(creator.id()).orElseGet(() -> new SourceState(creator.owner(), creator.id(), source.name(),
                    Optional.empty(), now, Optional.empty(), List.of()));
            states.save(before.wanted(now));
            transactions.about(Subject.of("creator", creator.id()), List.of());
        });
    }

    private Job queue(Actor actor, Optional<Creator> known, Handle handle, Instant now) {
        known.ifPresent(creator -> want(creator, now));
        Map<String, String> input = FetchJob.input(known, handle);
        return transactions.inTransaction(actor, "creator.fetch", () -> {
            Optional<Job> waiting = jobs.list(UNDER_WAY, Optional.of(FetchJob.KIND), PageRequest.first(PageRequest.MOST)).items().stream()
                    .filter(job -> job.input().equals(input) && !job.cancelRequested()).findFirst();
            Job job = waiting.orElseGet(() -> Job.queued(new JobId(ids.next()), actor.team(), FetchJob.KIND, actor.label(), input, now));
            if (waiting.isEmpty()) {
                jobs.add(job);
            }
            transactions.about(Subject.of("job", job.id()), waiting.isPresent() ? List.of() : Traits.NONE.with("kind", job.kind())
                    .with("platform", handle.platform()).withheld("handle", handle).made());
            return job;
        });
    }
}
