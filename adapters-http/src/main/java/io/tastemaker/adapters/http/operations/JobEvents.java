package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.EventStream;
import io.tastemaker.domain.operations.Job;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at a job now and then, and tells when it has changed. The event's id is a fingerprint of what was told. */
final class JobEvents implements EventStream.Source {

    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Supplier<Job> look;
    private Optional<String> told;
    private boolean ended;

    JobEvents(Supplier<Job> look, Optional<String> lastEventId) {
        this.look = look;
        this.told = lastEventId;
    }

    @Override
    public EventStream.Signal next(Duration patience) throws InterruptedException {
        if (ended) {
            return new EventStream.Signal.End();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            JobJson job = JobJson.of(look.get());
            String id = Integer.toHexString(Objects.hash(job));
            boolean over = job.finishedAt().isPresent();
            if (!told.equals(Optional.of(id))) {
                told = Optional.of(id);
                ended = over;
                return new EventStream.Signal.Next(id, "job", job);
            }
            if (over) {
                return new EventStream.Signal.End();
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return new EventStream.Signal.Quiet();
            }
            Thread.sleep(Math.min(GLANCE.toMillis(), Math.max(1, left / 1_000_000)));
        }
    }
}
