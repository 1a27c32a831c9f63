package io.tastemaker.adapters.http.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Body;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.UntilForgotten;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.matching.out.Rankings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Pages of rankings as they were answered, kept as bytes. They are asked for after the use case, when it is settled that the caller may see the
 * page: what they save is working out receipts and writing them. A page is kept from the second time on that it is asked for, since most are
 * asked for once; of equal ones that are wanted at once then, one is written. A page that shows a charge is no other's, and not kept.
 */
final class ReadyPages {

    /** As long as a ranking of a search is kept, see {@link Rankings#MINUTES}. */
    private static final Duration KEPT = Duration.ofMinutes(Rankings.MINUTES);
    private static final int MOST_BYTES = 20_000_000;
    private static final int KEY_BYTES = 1_000;

    /** The cursor of an answer is bound to the question as it was put, and the ranking's id to the team. */
    private record Key(RankedPage.Place place, Asked asked) {
        /** Of what tells keys apart: the hash of all that a record is made of is felt when most pages are ready. */
        @Override
        public int hashCode() {
            return 31 * place.ranking().value().hashCode() + asked.hashCode();
        }
    }

    /** The creators of a page that may be locked. Two of them are the same only when they are one. */
    private static final class Lockable {
        private final Set<String> creators;
        private final AtomicBoolean asked = new AtomicBoolean();

        private Lockable(Set<String> creators) {
            this.creators = creators;
        }

        private boolean wasAskedBefore() {
            return asked.get() || asked.getAndSet(true);
        }
    }

    /** The entries of a page for one call, worked out when they are needed, and once. */
    private static final class Entries {
        private final RankedPage page;
        private List<RankedPage.Entry> entries;

        private Entries(RankedPage page) {
            this.page = page;
        }

        private List<RankedPage.Entry> get() {
            if (entries == null) {
                entries = page.entries();
            }
            return entries;
        }
    }

    /** The members of a team may have unlocked what another has not; who is on the page decides what that means. */
    private record Seen(Lockable page, Set<String> unlocked) {}

    private final Unlocked.Finder finder;
    private final Cache<Key, Lockable> pages = Caffeine.newBuilder().executor(Runnable::run)
            .expireAfter(new UntilForgotten(KEPT)).maximumWeight(MOST_BYTES / 4)
            .<Key, Lockable>weigher((key, page) -> KEY_BYTES + 100 * page.creators.size()).build();
    private final Cache<Seen, Body> bodies = Caffeine.newBuilder().executor(Runnable::run)
            .expireAfter(new UntilForgotten(KEPT)).maximumWeight(MOST_BYTES)
            .<Seen, Body>weigher((key, body) -> KEY_BYTES + body.bytes()).build();

    ReadyPages(Unlocked.Finder finder) {
        this.finder = finder;
    }

    Answer answer(RankedPage page, Call call, Asked asked) {
        Entries entries = new Entries(page);
        Lockable lockable = pages.get(new Key(page.place(), asked), missing ->
                new Lockable(Unlocked.Finder.lockable(RankedJson.creators(entries.get()))));
        Unlocked unlocked = finder.cards(call.actor(), lockable.creators);
        Supplier<Body> write = () -> Answer.written(RankingJson.of(page, entries.get(), call, asked.question(), unlocked, Optional.empty()));
        return Answer.ready(lockable.wasAskedBefore() ? bodies.get(new Seen(lockable, unlocked.records()), missing -> write.get()) : write.get());
    }
}
