package io.tastemaker.bootstrap;

import io.tastemaker.adapters.http.content.ContentProfileRoutes;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.ListAnalysisLog;
import io.tastemaker.application.content.ShowAnalysis;
import io.tastemaker.application.content.ShowContentProfile;
import io.tastemaker.application.content.StartAnalysis;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Reads posts, and shows what follows. */
record Analyse() implements Command {

    private static final long PAUSE_NANOS = 100_000_000;

    @Override
    public String name() {
        return "analyse";
    }

    @Override
    public String usage() {
        return "analyse [--creator PLATFORM/HANDLE] [--team ID | --team operator] [--again]";
    }

    @Override
    public String summary() {
        return "reads the posts of the first team, of another, or of the shared catalogue, and tells how it goes; with a creator, prints the profile as"
                + " JSON at the end";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("creator", "team"), Set.of("again"));
        Optional<Handle> handle = given.option("creator", "a platform and a handle, such as instagram/natgeo", Analyse::handle);
        Optional<TeamId> team = given.option("team", "a team's id, or 'operator'", Teams::read);
        boolean again = given.flag("again");
        given.check(0);

        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings));
                Workers workers = new Workers(application.operations().runNextJob(), 1)) {
            Actor operator = new Actor.Operator("command-line", team.orElseGet(() -> Teams.firstOrNew(application).id()));
            ContentUseCases content = application.analysing().useCases();
            Optional<FindCreator.Which> which = handle.map(FindCreator.Which.ByHandle::new);
            Job job = content.startAnalysis().handle(new StartAnalysis.Command(operator,
                    new ContentAnalysis.Options(which.map(creator -> find(application, operator, creator)), again)));
            Job.Status status = follow(content, operator, job.id(), out);
            which.ifPresent(creator -> out.println(new String(ContentProfileRoutes.document(
                    content.showContentProfile().handle(new ShowContentProfile.Query(operator, creator))), StandardCharsets.UTF_8)));
            return status == Job.Status.SUCCEEDED ? 0 : 1;
        }
    }

    private static Optional<Handle> handle(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? Optional.empty() : Coded.find(Platform.class, text.substring(0, slash))
                .flatMap(platform -> Handle.read(platform, text.substring(slash + 1)));
    }

    private static CreatorId find(Application application, Actor actor, FindCreator.Which which) {
        try {
            return application.creators().showCreator().handle(new ShowCreator.Query(actor, which)).id();
        } catch (Refusal.NotFound unknown) {
            throw new Failed("There is no such creator. './run posts' makes those it names.", unknown);
        }
    }

    /** Prints what the job tells, as it tells it. */
    private static Job.Status follow(ContentUseCases content, Actor actor, JobId job, PrintStream out) {
        int told = 0;
        while (true) {
            ShowAnalysis.Shown shown = content.showAnalysis().handle(new ShowAnalysis.Query(actor, job));
            List<LogLine> lines = log(content, actor, job);
            lines.stream().skip(told).forEach(line -> out.println("  " + line.message()));
            told = lines.size();
            if (shown.job().status().isFinal()) {
                out.println("  " + shown.job().status().code() + shown.job().failure().map(why -> ": " + why).orElse(""));
                return shown.job().status();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static List<LogLine> log(ContentUseCases content, Actor actor, JobId job) {
        List<LogLine> lines = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
        while (next.isPresent()) {
            Page<LogLine> page = content.listAnalysisLog().handle(new ListAnalysisLog.Query(actor, job, next.get()));
            lines.addAll(page.items());
            next = page.next().map(position -> new PageRequest(PageRequest.MOST, Optional.of(position)));
        }
        return lines;
    }
}
