package io.tastemaker.application.content;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.LIMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.operations.ListAllJobs;
import io.tastemaker.application.operations.RepeatJob;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each use case lets those in who have its permission, and nobody else gets as far as to see anything. */
class ContentPermissionsTest {

    private static final PageRequest PAGE = PageRequest.first(1);
    private static final CreatorId CREATOR = new CreatorId(new UUID(7, 7));
    private static final JobId JOB = new JobId(new UUID(7, 7));
    private static final LocalDate DAY = LocalDate.EPOCH;
    private static final ContentAnalysis.Options ALL = new ContentAnalysis.Options(Optional.empty(), false);

    private final ContentWorld world = ContentWorld.withModels();

    /** What an actor tries, and what allows it. */
    private record Attempt(String name, Permission permission, BiConsumer<ContentWorld, Actor> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Attempt reading(String name, BiConsumer<ContentUseCases, Actor> call) {
        return new Attempt(name, Permission.READ_CREATORS, (world, actor) -> call.accept(world.content, actor));
    }

    private static Attempt analysing(String name, BiConsumer<ContentUseCases, Actor> call) {
        return new Attempt(name, Permission.ANALYSE_CONTENT, (world, actor) -> call.accept(world.content, actor));
    }

    private static Attempt looking(String name, BiConsumer<ContentUseCases, Actor> call) {
        return new Attempt(name, Permission.READ_JOBS, (world, actor) -> call.accept(world.content, actor));
    }

    private static Attempt operating(String name, BiConsumer<ContentWorld, Actor> call) {
        return new Attempt(name, Permission.OPERATE, call);
    }

    static Stream<Attempt> attempts() {
        return Stream.of(
                reading("show content profile", (content, actor) -> content.showContentProfile().handle(
                        new ShowContentProfile.Query(actor, new FindCreator.Which.ById(CREATOR)))),
                reading("show profile history", (content, actor) -> content.showProfileHistory().handle(
                        new ShowProfileHistory.Query(actor, CREATOR, DAY, DAY))),
                reading("list posts", (content, actor) -> content.listPosts().handle(new ListPosts.Query(actor, CREATOR, PAGE))),
                reading("show post", (content, actor) -> content.showPost().handle(new ShowPost.Query(actor, new PostId(new UUID(7, 7))))),
                reading("list models", (content, actor) -> content.listModels().handle(new ListModels.Query(actor))),
                analysing("classify texts", (content, actor) -> content.classifyTexts().handle(new ClassifyTexts.Command(
                        actor, List.of("text"), EnumSet.allOf(Task.class), ContentWorld.key("1"), OptionalLong.empty(), false))),
                analysing("foresee the price of texts", (content, actor) -> content.classifyTexts().handle(new ClassifyTexts.Command(
                        actor, List.of("text"), EnumSet.allOf(Task.class), ContentWorld.key("1"), OptionalLong.empty(), true))),
                analysing("analyse posts", (content, actor) -> content.analysePosts().handle(new AnalysePosts.Command(
                        actor, CREATOR, new AnalysePosts.Which.Latest(1), ContentWorld.key("1"), OptionalLong.empty(), false))),
                analysing("fetch creator", (content, actor) -> content.fetchCreator().handle(new FetchCreator.Command(
                        actor, new FindCreator.Which.ByHandle(new Handle(Platform.INSTAGRAM, "mara"))))),
                new Attempt("start analysis", Permission.WRITE_CREATORS, (world, actor) -> world.content.startAnalysis().handle(
                        new StartAnalysis.Command(actor, ALL))),
                looking("show analysis", (content, actor) -> content.showAnalysis().handle(new ShowAnalysis.Query(actor, JOB))),
                looking("list analyses", (content, actor) -> content.listAnalyses().handle(new ListAnalyses.Query(actor, PAGE))),
                looking("list analysis log", (content, actor) -> content.listAnalysisLog().handle(new ListAnalysisLog.Query(actor, JOB, PAGE))),
                new Attempt("repeat job", Permission.WRITE_JOBS, (world, actor) -> world.operations.repeatJob().handle(
                        new RepeatJob.Command(actor, JOB))),
                operating("list all jobs", (world, actor) -> world.operations.listAllJobs().handle(
                        new ListAllJobs.Query(actor, Set.of(), Optional.empty(), PAGE))),
                operating("fetch due creators", (world, actor) -> world.content.fetchDueCreators().handle(new FetchDueCreators.Command(actor))),
                operating("compute profiles", (world, actor) -> world.content.computeProfiles().handle(new ComputeProfiles.Command(actor))));
    }

    private static Stream<Actor> actors() {
        Stream<Actor> people = Stream.of(Role.values()).map(role -> user(LIMA, role));
        Stream<Actor> programs = Stream.concat(Stream.of(Set.<Scope>of(), EnumSet.allOf(Scope.class)),
                        Stream.of(Scope.values()).map(Set::of))
                .map(scopes -> new Actor.Key(new ApiKeyId(new UUID(7, 7)), LIMA, Role.MANAGER, scopes));
        Stream<Actor> staff = Stream.of(new Actor.Operator("root", LIMA), new Actor.System("tests", LIMA));
        return Stream.of(people, programs, staff).flatMap(some -> some);
    }

    private static Actor user(TeamId team, Role role) {
        return new Actor.User(new UserId(new UUID(7, 7)), team, role, new SessionId(new UUID(7, 7)));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void who_has_the_permission_is_let_in_and_nobody_else(Attempt attempt) {
        actors().forEach(actor -> {
            AccessPolicy.Decision decision = AccessPolicy.decide(actor, attempt.permission());

            Throwable outcome = catchThrowable(() -> attempt.call().accept(world, actor));

            switch (decision) {
                case AccessPolicy.Decision.Allowed allowed -> assertThat(outcome instanceof Refusal.Forbidden).as(actor.toString()).isFalse();
                case AccessPolicy.Decision.Denied denied -> assertThat(outcome).as(actor.toString()).isInstanceOfSatisfying(
                        Refusal.Forbidden.class, forbidden -> assertThat(forbidden.denied()).isEqualTo(denied));
            }
        });
    }

    @Test
    void posts_of_the_catalogue_are_read_by_order_of_the_platform_only() {
        Throwable outcome = catchThrowable(() -> world.content.startAnalysis().handle(
                new StartAnalysis.Command(user(TeamId.CATALOGUE, Role.OWNER), ALL)));

        assertThat(outcome).isInstanceOf(Refusal.Forbidden.class);
        assertThat(world.content.listAnalyses().handle(new ListAnalyses.Query(ANA, PAGE)).items()).isEmpty();
    }
}
