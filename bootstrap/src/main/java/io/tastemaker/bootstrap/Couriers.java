package io.tastemaker.bootstrap;

import io.tastemaker.application.webhooks.DeliverEvent;
import io.tastemaker.application.webhooks.TakeDueEvents;
import io.tastemaker.application.webhooks.TellNews;
import io.tastemaker.application.webhooks.WebhookUseCases;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Send events to webhook endpoints: one thread takes up as many as there are hands free, and each is brought by a virtual thread, since it
 * mostly waits. Another thread tells the news of jobs and wallets. What is in hands is brought to its end before a stop.
 */
final class Couriers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final Actor PROGRAM = new Actor.System("webhooks", TeamId.CATALOGUE);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofMillis(100);
    private static final Duration PAUSE_BETWEEN_NEWS = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration TO_THE_END = Duration.ofSeconds(10);

    private final WebhookUseCases webhooks;
    private final int count;
    private final Semaphore hands;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("courier-", 1).factory());
    private final Crew taking;
    private final Crew news;

    Couriers(Telling telling) {
        this.webhooks = telling.useCases();
        this.count = telling.workers();
        this.hands = new Semaphore(count);
        this.taking = new Crew("webhooks", count > 0 ? 1 : 0, this::take);
        this.news = new Crew("news", count > 0 ? 1 : 0, this::tell);
    }

    /** With a hand free at least; after the hands of a full round it looks at once whether there is more. */
    private Duration take(BooleanSupplier stopping) {
        if (!awaitHand()) {
            return Duration.ZERO;
        }
        int free = 1 + hands.drainPermits();
        int taken = 0;
        try {
            List<Deliveries.Claim> claims = switch (webhooks.takeDueEvents().handle(new TakeDueEvents.Command(PROGRAM, free))) {
                case TakeDueEvents.Outcome.Taken(List<Deliveries.Claim> found) -> found;
            };
            for (Deliveries.Claim claim : claims) {
                threads.execute(() -> bring(claim));
                taken++;
            }
        } finally {
            hands.release(free - taken);
        }
        return taken == free ? Duration.ZERO : PAUSE_WHEN_IDLE;
    }

    private boolean awaitHand() {
        try {
            return hands.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What fails here, the database say, leaves the event in nobody's hands when its lease ends. */
    private void bring(Deliveries.Claim claim) {
        try {
            switch (webhooks.deliverEvent().handle(new DeliverEvent.Command(PROGRAM, claim))) {
                case DeliverEvent.Outcome.Delivered delivered -> LOG.debug("event {} was sent to {}", claim.id(), claim.endpoint());
                case DeliverEvent.Outcome.Postponed(String reason, var notBefore) ->
                    LOG.debug("event {} was not taken by {} and waits until {}: {}", claim.id(), claim.endpoint(), notBefore, reason);
                case DeliverEvent.Outcome.GivenUp(String reason) ->
                    LOG.info("event {} will not be sent to {}: {}", claim.id(), claim.endpoint(), reason);
                case DeliverEvent.Outcome.Disabled(String reason) ->
                    LOG.info("nothing more is sent to {} of team {}: {}", claim.endpoint(), claim.team(), reason);
                case DeliverEvent.Outcome.Lost lost -> LOG.info("event {} was taken over by another node", claim.id());
            }
        } catch (Refusal.Unavailable unavailable) {
            LOG.warn("what became of event {} was not noted, so it is sent again: {}", claim.id(), unavailable.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("event {} met a fault and is sent again", claim.id(), fault);
        } finally {
            hands.release();
        }
    }

    private Duration tell(BooleanSupplier stopping) {
        return switch (webhooks.tellNews().handle(new TellNews.Command(PROGRAM))) {
            case TellNews.Outcome.Told(int jobs, int wallets) -> jobs + wallets == 0 ? PAUSE_BETWEEN_NEWS : Duration.ZERO;
        };
    }

    @Override
    public void close() {
        news.close();
        taking.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(TO_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} events in hands are sent again later", count - hands.availablePermits());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
