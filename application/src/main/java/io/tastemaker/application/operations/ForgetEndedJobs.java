package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.JobNews;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.util.List;
import java.util.UUID;

/** Forgets endings of jobs once they were told; the jobs stay. Who asks twice does no harm. */
public final class ForgetEndedJobs {

    private final JobNews news;

    ForgetEndedJobs(JobNews news) {
        this.news = news;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     * @param endings the ids of the endings
     */
    public record Command(Actor actor, List<UUID> endings) {
        /** Copies the ids. */
        public Command {
            endings = List.copyOf(endings);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** They are forgotten. */
        record Forgotten() implements Outcome {}
    }

    /**
     * Forgets them.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        news.forget(command.endings());
        return new Outcome.Forgotten();
    }
}
