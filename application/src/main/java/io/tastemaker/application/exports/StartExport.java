package io.tastemaker.application.exports;

import io.tastemaker.application.campaigns.ShowCampaign;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.lists.ShowList;
import io.tastemaker.application.matching.RankCreators;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.CheckFeature;
import io.tastemaker.application.wallets.FindOpenRights;
import io.tastemaker.application.wallets.ReserveCredits;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.exports.ExportScope;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Sets aside what an export costs and queues the job that writes it. Whom a search finds is decided now, so that the file is about those,
 * whenever it is written; what it says of them is read then.
 */
public final class StartExport {

    private final Transactions transactions;
    private final Jobs jobs;
    private final Exports exports;
    private final HeldCredits heldCredits;
    private final CheckFeature checkFeature;
    private final FindOpenRights findOpenRights;
    private final ShowCreator showCreator;
    private final ShowCampaign showCampaign;
    private final ShowList showList;
    private final RankCreators rankCreators;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration kept;

    StartExport(Transactions transactions, Jobs jobs, Exports exports, HeldCredits heldCredits, CheckFeature checkFeature,
            FindOpenRights findOpenRights, ShowCreator showCreator, ShowCampaign showCampaign, ShowList showList,
            RankCreators rankCreators, Ids ids, InstantSource clock, Duration kept) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.exports = exports;
        this.heldCredits = heldCredits;
        this.checkFeature = checkFeature;
        this.findOpenRights = findOpenRights;
        this.showCreator = showCreator;
        this.showCampaign = showCampaign;
        this.showList = showList;
        this.rankCreators = rankCreators;
        this.ids = ids;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * What is wanted.
     *
     * @param actor who wants it, for the team whose data they are
     * @param wanted which rows
     * @param file how they are written
     * @param key names the request together with what it wants
     * @param most the most credits the caller is willing to pay
     * @param dryRun whether only to say what it would cost
     */
    public record Command(Actor actor, Wanted wanted, Layout file, OperationKey key, OptionalLong most, boolean dryRun) {}

    /**
     * How a file is written.
     *
     * @param format the format
     * @param byteOrderMark whether a CSV file begins with one
     * @param columns names of columns of the kind; none for all
     */
    public record Layout(ExportFormat format, boolean byteOrderMark, List<String> columns) {
        /** Copies the columns. */
        public Layout {
            columns = List.copyOf(columns);
        }
    }

    /** Which rows. */
    public sealed interface Wanted {
        /**
         * All of a kind, or those of one thing or time.
         *
         * @param scope which; nobody chose creators
         */
        record Rows(ExportScope scope) implements Wanted {}

        /**
         * These creators; those that the team does not see are left out.
         *
         * @param creators who, each once, at most {@link ExportScope#MOST_CHOSEN}
         */
        record Chosen(List<CreatorId> creators) implements Wanted {
            /** Copies the list. */
            public Chosen {
                creators = List.copyOf(creators);
            }
        }

        /**
         * The creators that a search finds, by rank.
         *
         * @param criteria the question
         * @param similarTo only creators like one of these; empty for no such filter
         * @param except none of these
         */
        record Found(SearchCriteria criteria, Set<CreatorId> similarTo, Set<CreatorId> except) implements Wanted {
            /** Copies the sets. */
            public Found {
                similarTo = Set.copyOf(similarTo);
                except = Set.copyOf(except);
            }
        }

        /**
         * What the rows are.
         *
         * @return the kind
         */
        default ExportKind kind() {
            return switch (this) {
                case Rows(ExportScope scope) -> scope.kind();
                case Chosen chosen -> ExportKind.CREATORS;
                case Found found -> ExportKind.CREATORS;
            };
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is queued.
         *
         * @param export what is wanted
         * @param job the job that writes it
         * @param answered what the wallet answered; empty when nothing is to be paid
         */
        record Queued(Export export, Job job, Optional<Answered> answered) implements Outcome {}

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

        /**
         * The plan has no exports.
         *
         * @param sufficient the cheapest plan that has them
         */
        record PlanRequired(Optional<Plan> sufficient) implements Outcome {}

        /** The full record of the creator whose posts are wanted is not unlocked. */
        record UnlockRequired() implements Outcome {}

        /**
         * The kind has no such columns.
         *
         * @param columns which
         */
        record UnknownColumns(List<String> columns) implements Outcome {
            /** Copies the list. */
            public UnknownColumns {
                columns = List.copyOf(columns);
            }
        }

        /**
         * Some of the creators to be like are not there, or nobody knows their categories.
         *
         * @param unknown those
         */
        record UnknownSeeds(Set<CreatorId> unknown) implements Outcome {
            /** Copies the set. */
            public UnknownSeeds {
                unknown = Set.copyOf(unknown);
            }
        }

        /**
         * The search finds more creators than a file is made of.
         *
         * @param found how many
         */
        record TooMany(long found) implements Outcome {}
    }

    /** What will be in the file, or why there will be none. */
    private sealed interface Settled {
        record Rows(ExportScope scope, List<CreatorId> chosen) implements Settled {}

        record Not(Outcome outcome) implements Settled {}
    }

    /**
     * Queues it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when there is no such creator or campaign that the team may see, or no such list that the actor may read
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        ExportKind kind = command.wanted().kind();
        AccessPolicy.require(actor, Permission.EXPORT_DATA);
        kind.permissions().forEach(permission -> AccessPolicy.require(actor, permission));
        List<String> unknown = command.file().columns().stream().filter(name -> !kind.columns().contains(name)).toList();
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownColumns(unknown);
        }
        CheckFeature.Outcome plan = checkFeature.handle(new CheckFeature.Query(actor, Permission.EXPORT_DATA, Feature.EXPORT));
        if (plan instanceof CheckFeature.Outcome.PlanRequired(Optional<Plan> sufficient)) {
            return new Outcome.PlanRequired(sufficient);
        }
        return switch (settle(actor, command.wanted())) {
            case Settled.Not(Outcome outcome) -> outcome;
            case Settled.Rows rows when command.dryRun() ->
                new Outcome.Foreseen(heldCredits.foresee(actor, command.key(), command.most()));
            case Settled.Rows rows -> reserve(command, command.key(), rows);
        };
    }

    private Settled settle(Actor actor, Wanted wanted) {
        return switch (wanted) {
            case Wanted.Chosen(List<CreatorId> creators) -> new Settled.Rows(ExportScope.chosen(creators.size()), creators);
            case Wanted.Found found -> search(actor, found);
            case Wanted.Rows(ExportScope scope) -> mayRead(actor, scope) ? new Settled.Rows(scope, List.of())
                    : new Settled.Not(new Outcome.UnlockRequired());
        };
    }

    /** Whether what the rows belong to is open to the team; what it does not see at all is as one that is not there. */
    private boolean mayRead(Actor actor, ExportScope scope) {
        return switch (scope.kind()) {
            case POSTS -> scope.of().map(CreatorId::new).map(creator -> isOpen(actor, creator)).orElse(true);
            case CAMPAIGN -> showCampaign.handle(new ShowCampaign.Query(actor, new CampaignId(scope.of().orElseThrow()))).team().equals(actor.team());
            case LIST -> showList.handle(new ShowList.Query(actor, scope.list().orElseThrow())).list().team().equals(actor.team());
            case CREATORS, CAMPAIGNS, TRANSACTIONS -> true;
        };
    }

    private boolean isOpen(Actor actor, CreatorId id) {
        Creator creator = showCreator.handle(new ShowCreator.Query(actor, new FindCreator.Which.ById(id)));
        return !creator.inCatalogue() || switch (actor) {
            case Actor.Operator operator -> true;
            case Actor.System system -> true;
            case Actor.User user -> isUnlocked(actor, id);
            case Actor.Key key -> isUnlocked(actor, id);
        };
    }

    private boolean isUnlocked(Actor actor, CreatorId id) {
        return !findOpenRights.handle(new FindOpenRights.Query(actor, Action.CREATOR_UNLOCK, List.of(id.toString()))).isEmpty();
    }

    private Settled search(Actor actor, Wanted.Found wanted) {
        return switch (rankCreators.handle(new RankCreators.Query(actor, wanted.criteria(), wanted.similarTo()))) {
            case RankCreators.Outcome.UnknownCreators(Set<CreatorId> unknown) -> new Settled.Not(new Outcome.UnknownSeeds(unknown));
            case RankCreators.Outcome.Ranked ranked when ranked.ranking().total() > ExportScope.MOST_CHOSEN ->
                new Settled.Not(new Outcome.TooMany(ranked.ranking().total()));
            case RankCreators.Outcome.Ranked ranked -> {
                Ranking ranking = ranked.ranking();
                List<CreatorId> found = new ArrayList<>();
                for (int from = 0; from < ranking.total(); from += RowSource.CHUNK) {
                    ranking.page(from, RowSource.CHUNK).stream().map(entry -> entry.candidate().id())
                            .filter(creator -> !wanted.except().contains(creator)).forEach(found::add);
                }
                yield new Settled.Rows(ExportScope.chosen(found.size()), found);
            }
        };
    }

    private Outcome reserve(Command command, OperationKey hold, Settled.Rows rows) {
        return switch (heldCredits.reserve(command.actor(), hold, command.most())) {
            case ReserveCredits.Outcome.Free free -> queue(command, Optional.empty(), rows, Optional.empty());
            case ReserveCredits.Outcome.Asked(Answered answered) when !(answered.answer() instanceof WalletAnswer.Reserved) ->
                new Outcome.Refused(answered);
            case ReserveCredits.Outcome.Asked(Answered answered) when answered.replayed() -> repeated(command, hold, rows, answered);
            case ReserveCredits.Outcome.Asked(Answered answered) -> paid(command, hold, rows, answered);
        };
    }

    /**
     * Somebody set credits aside for the same before. The export that they are for is the answer; when there is none, since the program
     * was killed in between or it was given up, this is a new attempt under a key of its own. One that was paid for and removed since is
     * answered as it was then, and not written again.
     */
    private Outcome repeated(Command command, OperationKey hold, Settled.Rows rows, Answered answered) {
        Optional<Outcome> before = transactions.reading(command.actor(), () -> exports.findByHold(hold.text())
                .map(export -> new Outcome.Queued(export, jobs.find(export.job()).orElseThrow(), Optional.of(answered))));
        return before.orElseGet(() -> heldCredits.giveBack(command.actor().team(), hold)
                ? reserve(command, OperationKey.again(hold), rows)
                : new Outcome.Refused(new Answered(new WalletAnswer.KeyReused(), Optional.empty(), true)));
    }

    private Outcome paid(Command command, OperationKey hold, Settled.Rows rows, Answered answered) {
        boolean isQueued = false;
        try {
            Outcome queued = queue(command, Optional.of(hold), rows, Optional.of(answered));
            isQueued = true;
            return queued;
        } finally {
            if (!isQueued) {
                heldCredits.giveBack(command.actor().team(), hold);
            }
        }
    }

    private Outcome queue(Command command, Optional<OperationKey> hold, Settled.Rows rows, Optional<Answered> answered) {
        Actor actor = command.actor();
        Layout file = command.file();
        Instant now = clock.instant();
        ExportId id = new ExportId(ids.next());
        Export export = new Export(id, actor.team(), rows.scope(), file.format(), file.byteOrderMark(),
                rows.scope().kind().columns(file.columns()), actor.label(), now, hold.map(OperationKey::text), new Export.State.Preparing(),
                now.plus(kept));
        Job job = Job.queued(new JobId(id.value()), actor.team(), ExportJob.KIND, actor.label(), Map.of(), now);
        transactions.run(actor, "export.start", () -> {
            jobs.add(job);
            exports.add(export, rows.chosen());
            transactions.about(Subject.of("export", id), export.traits().made());
        });
        return new Outcome.Queued(export, job, answered);
    }
}
