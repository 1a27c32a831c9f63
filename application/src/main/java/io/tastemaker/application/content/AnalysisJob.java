package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyses;
import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.JobRun;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads posts in batches and computes the profiles that follow. Each batch is one transaction with its results, the report, the log and the
 * checkpoint, so that after a kill nothing is counted twice; texts are read between transactions. A model that is down changes who
 * answers, never whether the job ends.
 */
final class AnalysisJob implements JobHandler {

    static final String KIND = "content_analysis";

    /** Posts of one batch, as the models take them. */
    private static final int BATCH = 16;

    /** How long a batch may take in all before the rules answer for whoever did not; less when others would take the job over by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String CREATOR = "creator";
    private static final String POST = "post";
    private static final String ALL_READ = "all_read";
    private static final String ENDED = "ended";

    private final Transactions transactions;
    private final Posts posts;
    private final ContentAnalyses analyses;
    private final Analysts analysts;
    private final ProfileKeeper profiles;
    private final InstantSource clock;

    AnalysisJob(Transactions transactions, Posts posts, ContentAnalyses analyses, Analysts analysts, ProfileKeeper profiles,
            InstantSource clock) {
        this.transactions = transactions;
        this.posts = posts;
        this.analyses = analyses;
        this.analysts = analysts;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void abandoned(Job job) {
        // Nothing is held: what was read stays, and the profiles are computed by whoever looks for outdated ones.
    }

    @Override
    public Ending run(JobRun run) {
        if (run.job().checkpoint().containsKey(ENDED)) {
            return new Ending.Done();
        }
        ContentAnalysis analysis = transactions.reading(run.actor(), () -> analyses.find(run.job().id())).orElseThrow();
        if (!run.job().checkpoint().containsKey(ALL_READ)) {
            Optional<ContentAnalysis> read = readAll(run, analysis);
            if (read.isEmpty()) {
                return new Ending.Canceled();
            }
            analysis = read.get();
        }
        return computeProfiles(run, analysis) ? new Ending.Done() : new Ending.Canceled();
    }

    /** Empty when the job was canceled on the way. */
    private Optional<ContentAnalysis> readAll(JobRun run, ContentAnalysis begun) {
        Optional<CreatorId> creator = begun.options().creator();
        long total = transactions.reading(run.actor(), () -> posts.count(creator));
        long done = run.job().progress().done();
        Optional<Posts.Mark> mark = mark(run.job());
        ContentAnalysis current = begun;
        while (run.mayContinue()) {
            Optional<Posts.Mark> from = mark;
            List<AnalysedPost> batch = transactions.reading(run.actor(), () -> posts.next(creator, from, BATCH));
            done += batch.size();
            boolean isLast = batch.size() < BATCH;
            mark = batch.isEmpty() ? mark : Optional.of(new Posts.Mark(batch.getLast().post().creator(), batch.getLast().post().id()));
            Job.Progress progress = new Job.Progress(done, Optional.of(Math.max(total, done)));
            current = keep(run, current, batch, new Step(done - batch.size(), progress, checkpoint(mark, isLast)));
            if (isLast) {
                return Optional.of(current);
            }
        }
        return Optional.empty();
    }

    /** How far the job was before a batch, and is with it. */
    private record Step(long before, Job.Progress progress, Map<String, String> checkpoint) {

        long total() {
            return progress.total().orElse(0L);
        }

        /** Whether another tenth of the work is done, or the last of it. */
        boolean isMilestone() {
            return progress.done() > before
                    && (checkpoint.containsKey(ALL_READ) || 10 * progress.done() / total() > 10 * before / total());
        }
    }

    private ContentAnalysis keep(JobRun run, ContentAnalysis before, List<AnalysedPost> batch, Step step) {
        boolean again = before.options().again();
        List<Post> wanted = again ? batch.stream().map(AnalysedPost::post).toList() : analysts.unread(batch);
        List<Analysis> results = analysts.analyse(wanted, run.within(PATIENCE), again);
        Map<CreatorId, TeamId> creators = new LinkedHashMap<>();
        wanted.forEach(post -> creators.put(post.creator(), post.creatorOwner()));
        Instant now = clock.instant();
        List<Reading> readings = results.stream().map(Analysis::reading).toList();
        ContentAnalysis after = before.with(before.report().with(readings, batch.size() - wanted.size()));
        transactions.run(run.actor(), "content.analysis.batch", () -> {
            posts.keep(results);
            creators.forEach((creator, owner) -> profiles.outdate(owner, creator, now));
            analyses.advance(after, lines(before, after, step, now));
            run.checkpoint(step.progress(), step.checkpoint());
            transactions.about(Subject.of("job", run.job().id()), List.of());
        });
        return after;
    }

    private List<LogLine> lines(ContentAnalysis before, ContentAnalysis after, Step step, Instant now) {
        List<LogLine> lines = new ArrayList<>();
        if (before.report().read() + before.report().kept() == 0) {
            lines.add(new LogLine(now, LogLine.Level.INFO, "begins with " + step.total() + " posts, read by "
                    + analysts.of(Task.SENTIMENT).getFirst().model().name()));
        }
        for (FallbackReason reason : FallbackReason.values()) {
            if (after.report().fallbacks().containsKey(reason) && !before.report().fallbacks().containsKey(reason)) {
                lines.add(new LogLine(now, LogLine.Level.WARNING,
                        "the chosen analyst does not answer (" + reason.code() + "); the next one does"));
            }
        }
        if (step.isMilestone()) {
            lines.add(new LogLine(now, LogLine.Level.INFO, step.progress().done() + " of " + step.total() + " posts looked at: "
                    + after.report().read() + " read, " + after.report().kept() + " still stood"));
        }
        return lines;
    }

    /** Each profile is kept together with the report that counts it. */
    private boolean computeProfiles(JobRun run, ContentAnalysis analysis) {
        ContentAnalysis current = analysis;
        while (true) {
            long before = current.report().profiles();
            for (ContentProfiles.Outdated outdated : profiles.outdated(run.actor(), current.options().creator())) {
                if (!run.mayContinue()) {
                    return false;
                }
                ContentAnalysis after = current.with(current.report().withProfiles(1));
                boolean isComputed = profiles.compute(run.actor(), outdated, run::mayContinue,
                        () -> advance(run, after, List.of(), Map.of(ALL_READ, "true")));
                current = isComputed ? after : current;
            }
            if (current.report().profiles() == before) {
                end(run, current);
                return true;
            }
        }
    }

    private void end(JobRun run, ContentAnalysis analysis) {
        transactions.run(run.actor(), "content.analysis.end", () -> {
            long computed = analysis.report().profiles();
            String message = "ends with " + computed + (computed == 1 ? " profile" : " profiles") + " computed anew";
            advance(run, analysis, List.of(new LogLine(clock.instant(), LogLine.Level.INFO, message)), Map.of(ENDED, "true"));
            transactions.about(Subject.of("job", run.job().id()), List.of());
        });
    }

    private void advance(JobRun run, ContentAnalysis after, List<LogLine> lines, Map<String, String> checkpoint) {
        long done = after.report().read() + after.report().kept();
        analyses.advance(after, lines);
        run.checkpoint(new Job.Progress(done, Optional.of(done)), checkpoint);
    }

    private static Map<String, String> checkpoint(Optional<Posts.Mark> mark, boolean isLast) {
        Map<String, String> checkpoint = new HashMap<>();
        mark.ifPresent(place -> {
            checkpoint.put(CREATOR, place.creator().toString());
            checkpoint.put(POST, place.post().toString());
        });
        if (isLast) {
            checkpoint.put(ALL_READ, "true");
        }
        return checkpoint;
    }

    private static Optional<Posts.Mark> mark(Job job) {
        return Optional.ofNullable(job.checkpoint().get(POST)).map(post ->
                new Posts.Mark(CreatorId.of(job.checkpoint().get(CREATOR)), PostId.of(post)));
    }
}
