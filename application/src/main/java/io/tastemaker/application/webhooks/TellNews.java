package io.tastemaker.application.webhooks;

import io.tastemaker.application.operations.ForgetEndedJobs;
import io.tastemaker.application.operations.JobEnding;
import io.tastemaker.application.operations.ListEndedJobs;
import io.tastemaker.application.wallets.ListWalletNews;
import io.tastemaker.application.wallets.ShowWalletStandings;
import io.tastemaker.application.wallets.WalletStanding;
import io.tastemaker.application.webhooks.out.Feeds;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Operation;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells what happens where no transaction tells it. Jobs end in the queue, in a step of its own: their endings are kept until they were told,
 * each under its own id, so that one that is told twice by two programs is one event. Credits move in transactions of the wallet alone, which
 * nothing may slow down: for each team that has endpoints it is remembered up to which version its wallet was told, and what was done since is
 * read in that order; the place and the events are written together, so that no kill loses or doubles any.
 */
public final class TellNews {

    /** How many endings are told at once. */
    private static final int A_FEW = 200;

    /** How many versions of one wallet are told at once. */
    private static final long VERSIONS = 200;

    private final Feeds feeds;
    private final ListEndedJobs listEndedJobs;
    private final ForgetEndedJobs forgetEndedJobs;
    private final ShowWalletStandings showWalletStandings;
    private final ListWalletNews listWalletNews;
    private final InstantSource clock;

    TellNews(Feeds feeds, ListEndedJobs listEndedJobs, ForgetEndedJobs forgetEndedJobs, ShowWalletStandings showWalletStandings,
            ListWalletNews listWalletNews, InstantSource clock) {
        this.feeds = feeds;
        this.listEndedJobs = listEndedJobs;
        this.forgetEndedJobs = forgetEndedJobs;
        this.showWalletStandings = showWalletStandings;
        this.listWalletNews = listWalletNews;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is told.
         *
         * @param jobs how many endings of jobs
         * @param wallets in how many wallets something had happened
         */
        record Told(int jobs, int wallets) implements Outcome {}
    }

    /**
     * Tells what is new, or the beginning of it.
     *
     * @param command what is wanted
     * @return how much was new
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        return new Outcome.Told(tellJobs(command.actor()), tellWallets(command.actor()));
    }

    private int tellJobs(Actor actor) {
        List<JobEnding> endings = listEndedJobs.handle(new ListEndedJobs.Query(actor, A_FEW));
        endings.forEach(ending -> feeds.tell(ending.team(), ending.id(), event(ending), ending.at()));
        if (!endings.isEmpty()) {
            forgetEndedJobs.handle(new ForgetEndedJobs.Command(actor, endings.stream().map(JobEnding::id).toList()));
        }
        return endings.size();
    }

    private static Event event(JobEnding ending) {
        Event.Kind kind = switch (ending.status()) {
            case SUCCEEDED -> Event.Kind.JOB_SUCCEEDED;
            case FAILED -> Event.Kind.JOB_FAILED;
            case CANCELED -> Event.Kind.JOB_CANCELED;
            case QUEUED, RUNNING -> throw new IllegalStateException("a job does not end as " + ending.status());
        };
        return Event.of(kind, Subject.of("job", ending.job())).with("kind", ending.kind());
    }

    private int tellWallets(Actor actor) {
        Map<TeamId, Feeds.WalletFeed> known = feeds.wallets().stream().collect(Collectors.toMap(feed -> feed.place().team(), feed -> feed));
        int moved = 0;
        for (WalletStanding now : showWalletStandings.handle(new ShowWalletStandings.Query(actor, known.keySet()))) {
            Feeds.WalletFeed feed = known.get(now.team());
            if (now.version() > feed.place().version()) {
                tellWallet(actor, feed, now);
                moved++;
            }
        }
        return moved;
    }

    private void tellWallet(Actor actor, Feeds.WalletFeed feed, WalletStanding now) {
        Feeds.WalletPlace from = feed.place();
        long end = Math.min(now.version(), from.version() + VERSIONS);
        List<Operation> operations = listWalletNews.handle(new ListWalletNews.Query(actor, from.team(), from.version(), end));
        long balance = operations.isEmpty() ? from.balance() : operations.getLast().balance();
        feeds.tell(from, new Feeds.WalletPlace(from.team(), end, balance), WalletEvents.of(operations, from, feed.thresholds()), clock.instant());
    }
}
