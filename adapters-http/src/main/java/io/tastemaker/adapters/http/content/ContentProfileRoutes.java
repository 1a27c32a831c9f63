package io.tastemaker.adapters.http.content;

import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.operations.JobJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.RateClass;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.FetchCreator;
import io.tastemaker.application.content.ShowContentProfile;
import io.tastemaker.application.content.ShowProfileHistory;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.ContentSimilarity;
import io.tastemaker.domain.content.Growth;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What follows from a creator's posts, how it was over time, and where profiles are fetched. */
public final class ContentProfileRoutes {

    record ProfilePath(@About("The creator") UUID creatorId) {
        CreatorId id() {
            return new CreatorId(creatorId);
        }
    }

    record ProfileHandlePath(
            @About("Where the creator publishes") @Word(Vocabulary.PLATFORM) String platform,
            @About("The name there") @Length(max = 101) String handle) {}

    record HistoryQuery(
            @About("The first day; by default 90 days before the last") Optional<LocalDate> from,
            @About("The last day, in UTC; by default today") Optional<LocalDate> to) {}

    record LookupJson(
            @About("Where the account is") @Word(Vocabulary.PLATFORM) String platform,
            @About("Its name there") @Length(max = 101) String handle) {}

    record CreatorContentJson(
            UUID creatorId,
            String platform,
            String handle,
            ContentProfileJson profile,
            FreshnessJson freshness,
            @About("Accounts that the source names as similar") List<RelatedAccountJson> relatedAccounts,
            @About("Creators with posts of like content, the most alike first") List<AlikeJson> similarContent) {}

    record FreshnessJson(
            @About("Since when posts have changed that are not counted yet; null when all are") Optional<Instant> outdatedSince,
            @About("Where it was fetched; null when it was imported only") Optional<String> source,
            Optional<Instant> fetchedAt,
            @About("Fetched more than 24 hours ago") boolean stale,
            @About("Why it could not be fetched again; null when it could") Optional<FetchFailureJson> lastFailure) {}

    record FetchFailureJson(
            @About("not_configured, breaker_open, timeout, unreachable, failed, rate_limited, rejected, unusable_answer, busy or unknown_account")
            String reason,
            String detail, Instant at, @About("When it is tried again, at the earliest") Instant retryAt) {}

    record RelatedAccountJson(String platform, String handle, Optional<String> name) {}

    record AlikeJson(UUID creatorId, @About("0 to 1") BigDecimal similarity, Optional<String> primaryCategory, int posts) {}

    record ProfileHistoryJson(UUID creatorId, LocalDate from, LocalDate to, List<ProfileDayJson> days, GrowthJson growth) {}

    record ProfileDayJson(LocalDate on, Optional<Long> followers, int posts, int analysed, Optional<String> primaryCategory,
            Optional<BigDecimal> meanSentiment, Optional<BigDecimal> quality, Optional<String> qualityFormula,
            Optional<BigDecimal> medianLikes, Optional<BigDecimal> medianComments, Optional<BigDecimal> medianEngagementRate) {}

    record GrowthJson(@About("On how many days") int snapshots, @About("Only what was known on two days at least") List<TrendJson> trends) {}

    record TrendJson(
            @About("followers, posts, mean_score, quality, median_likes, median_comments or median_engagement") String metric,
            LocalDate from, LocalDate to, BigDecimal first, BigDecimal last, BigDecimal absolute,
            @About("Of the first; null when that is 0") Optional<BigDecimal> relative, int snapshots) {}

    record FreshJson(UUID creatorId, @About("Young enough, so that nothing was fetched") Instant fetchedAt) {}

    private static final int DAYS = 90;
    private static final int MOST_DAYS = 1_000;
    private static final String OPEN = "Of a creator of the catalogue once it is unlocked. ";
    private static final String KEPT = "What is known is shown whether or not its source answers; freshness says how old it is, and why it is not younger.";

    private final ContentUseCases useCases;
    private final CreatorUseCases creators;
    private final Unlocked.Finder unlocked;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param creators for who the creators are
     * @param wallets for what the team has unlocked
     * @param clock for what is today
     */
    public ContentProfileRoutes(ContentUseCases useCases, CreatorUseCases creators, WalletUseCases wallets, InstantSource clock) {
        this.useCases = useCases;
        this.creators = creators;
        this.unlocked = new Unlocked.Finder(wallets);
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CREATORS);
        Access analysing = Access.needs(Permission.ANALYSE_CONTENT);
        return List.of(
                Route.of(Method.GET, "/creators/{creator_id}/content-profile", reading).says("content", "Show what follows from a creator's posts")
                        .about(OPEN + KEPT).path(ProfilePath.class).answers(200, CreatorContentJson.class, "The profile")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.UNLOCK_REQUIRED).handle(call ->
                                profile(call, new FindCreator.Which.ById(call.path(ProfilePath.class).id()))),
                Route.of(Method.GET, "/creators/by-handle/{platform}/{handle}/content-profile", reading)
                        .says("content", "Show what follows from the posts of a handle")
                        .about("The team's own record comes before the catalogue's. " + OPEN + KEPT).path(ProfileHandlePath.class)
                        .answers(200, CreatorContentJson.class, "The profile").problems(ProblemCode.NOT_FOUND, ProblemCode.UNLOCK_REQUIRED)
                        .handle(this::byHandle),
                Route.of(Method.GET, "/creators/{creator_id}/content-profile/history", reading).says("content", "Show a profile over time")
                        .about(OPEN + "One entry for each day on which the profile was computed, and what grew between the first and the last.")
                        .path(ProfilePath.class).query(HistoryQuery.class).answers(200, ProfileHistoryJson.class, "The days")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.UNLOCK_REQUIRED).handle(this::history),
                Route.of(Method.POST, "/creators/{creator_id}/refresh", analysing).says("content", "Fetch a creator anew")
                        .about("From the platform, in the background; not within 24 hours of the last time.").path(ProfilePath.class)
                        .answers(202, JobJson.class, "The job that fetches it").answers(200, FreshJson.class, "What is known is young enough")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.NOT_CONFIGURED).limitedAs(RateClass.TRANSFERS).repeatable()
                        .handle(call -> fetch(call, new FindCreator.Which.ById(call.path(ProfilePath.class).id()))),
                Route.of(Method.POST, "/creators/lookups", analysing).says("content", "Fetch an account")
                        .about("From the platform, in the background. Whom nobody knows yet becomes a creator of the catalogue.")
                        .body(LookupJson.class).answers(202, JobJson.class, "The job that fetches it")
                        .answers(200, FreshJson.class, "What is known is young enough").problems(ProblemCode.NOT_CONFIGURED).limitedAs(RateClass.TRANSFERS)
                        .repeatable()
                        .handle(this::lookUp));
    }

    private Reply byHandle(Call call) {
        ProfileHandlePath path = call.path(ProfileHandlePath.class);
        Platform platform = Coded.find(Platform.class, path.platform()).orElseThrow();
        return profile(call, new FindCreator.Which.ByHandle(Handle.read(platform, path.handle()).orElseThrow(Refusal.NotFound::new)));
    }

    private Reply profile(Call call, FindCreator.Which which) {
        ShowContentProfile.Shown shown = useCases.showContentProfile().handle(new ShowContentProfile.Query(call.actor(), which));
        requireOpen(call, shown.creator());
        return Answer.ok(shown(shown));
    }

    /**
     * The profile as the routes show it, for those who do not ask over HTTP.
     *
     * @param shown the profile
     * @return JSON in UTF-8
     */
    public static byte[] document(ShowContentProfile.Shown shown) {
        return Answer.ok(shown(shown)).body();
    }

    private static CreatorContentJson shown(ShowContentProfile.Shown shown) {
        Creator creator = shown.creator();
        List<RelatedAccountJson> related = shown.source().map(SourceState::related).orElse(List.of()).stream()
                .map(account -> new RelatedAccountJson(account.handle().platform().code(), account.handle().name(), account.name())).toList();
        List<AlikeJson> alike = shown.alike().stream().map(other -> alike(shown.profile(), other)).toList();
        return new CreatorContentJson(creator.id().value(), creator.handle().platform().code(), creator.handle().name(),
                ContentProfileJson.of(shown.profile()), freshness(shown), related, alike);
    }

    private static FreshnessJson freshness(ShowContentProfile.Shown shown) {
        return new FreshnessJson(shown.outdatedSince(), shown.source().map(SourceState::source), shown.source().flatMap(SourceState::fetchedAt),
                shown.isStale(), shown.source().flatMap(SourceState::failure).map(failure ->
                        new FetchFailureJson(failure.reason(), failure.detail(), failure.at(), failure.retryAt())));
    }

    private static AlikeJson alike(ContentProfile one, ContentProfile other) {
        return new AlikeJson(other.creator().value(), ContentProfileJson.exact(ContentSimilarity.of(one, other)),
                other.primaryCategory().map(primary -> primary.value().value().code()), other.basis().posts());
    }

    private Reply history(Call call) {
        HistoryQuery query = call.query(HistoryQuery.class);
        LocalDate to = query.to().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LocalDate from = query.from().orElseGet(() -> to.minusDays(DAYS));
        if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
            return Problem.of(List.of(new Fault(ProblemCode.INVALID_PARAMETER, "?from",
                    "must not be after to, nor more than " + MOST_DAYS + " days before it")));
        }
        CreatorId id = call.path(ProfilePath.class).id();
        requireOpen(call, creators.showCreator().handle(new ShowCreator.Query(call.actor(), new FindCreator.Which.ById(id))));
        List<ProfileSnapshot> days = useCases.showProfileHistory().handle(new ShowProfileHistory.Query(call.actor(), id, from, to));
        return Answer.ok(new ProfileHistoryJson(id.value(), from, to, days.stream().map(ContentProfileRoutes::day).toList(),
                growth(Growth.between(days))));
    }

    private static ProfileDayJson day(ProfileSnapshot day) {
        return new ProfileDayJson(day.on(), day.followers(), day.posts(), day.analysed(), day.primaryCategory().map(Coded::code),
                day.meanScore().map(ContentProfileJson::exact), day.quality().map(ContentProfileJson::exact), day.qualityFormula(),
                day.medianLikes().map(ContentProfileJson::exact), day.medianComments().map(ContentProfileJson::exact),
                day.medianEngagement().map(ContentProfileJson::exact));
    }

    private static GrowthJson growth(Growth growth) {
        return new GrowthJson(growth.snapshots(), growth.trends().entrySet().stream().map(entry -> {
            Growth.Trend trend = entry.getValue();
            return new TrendJson(entry.getKey().code(), trend.from(), trend.to(), ContentProfileJson.exact(trend.first()),
                    ContentProfileJson.exact(trend.last()), ContentProfileJson.exact(trend.absolute()),
                    trend.relative().map(ContentProfileJson::exact), trend.snapshots());
        }).toList());
    }

    private Reply lookUp(Call call) {
        LookupJson lookup = call.body(LookupJson.class);
        Optional<Handle> handle = Handle.read(Coded.find(Platform.class, lookup.platform()).orElseThrow(), lookup.handle());
        return handle.map(known -> fetch(call, new FindCreator.Which.ByHandle(known)))
                .orElseGet(() -> Problem.invalid("#/handle", "must be 1 to 100 letters, digits, dots, underscores and hyphens"));
    }

    private Reply fetch(Call call, FindCreator.Which which) {
        return switch (useCases.fetchCreator().handle(new FetchCreator.Command(call.actor(), which))) {
            case FetchCreator.Outcome.Queued(Job job) -> Answer.accepted(job.id().value(), JobJson.of(job));
            case FetchCreator.Outcome.Fresh(Creator creator, Instant fetchedAt) -> Answer.ok(new FreshJson(creator.id().value(), fetchedAt));
            case FetchCreator.Outcome.NoSource() -> Problem.of(ProblemCode.NOT_CONFIGURED,
                    "No source of profiles is set up for this platform.").with("dependency", "creator_source");
        };
    }

    private void requireOpen(Call call, Creator creator) {
        if (!unlocked.record(call.actor(), creator.owner(), creator.id())) {
            throw Problem.of(ProblemCode.UNLOCK_REQUIRED).with("action", Action.CREATOR_UNLOCK.code()).asException();
        }
    }
}
