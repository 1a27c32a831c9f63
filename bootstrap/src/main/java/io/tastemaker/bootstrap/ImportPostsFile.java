package io.tastemaker.bootstrap;

import io.tastemaker.application.content.ImportPosts;
import io.tastemaker.application.content.ListPostImportFaults;
import io.tastemaker.application.content.ShowPostImport;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.content.PostListSurvey;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Imports a list of posts. */
record ImportPostsFile() implements Command {

    private static final long PAUSE_NANOS = 100_000_000;

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public String usage() {
        return "posts FILE [--platform NAME] [--creator HANDLE] [--team ID | --team operator] [--as-of YYYY-MM-DD] [--columns meaning=Header,...]"
                + " [--faults all]";
    }

    @Override
    public String summary() {
        return "imports a list of posts, CSV or JSON Lines, and prints the report; './run analyse' then reads them";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("platform", "creator", "team", "as-of", "columns", "faults"));
        Path file = Path.of(given.word(0, "the file"));
        if (given.word(0).isPresent() && !Files.isRegularFile(file)) {
            given.fault("there is no file " + file);
        }
        Optional<Platform> platform = given.option("platform", "one of " + Imports.platforms(), code -> Coded.find(Platform.class, code));
        Optional<Handle> creator = given.option("creator", "a handle, with --platform saying where",
                name -> platform.flatMap(where -> Handle.read(where, name)));
        Optional<TeamId> team = given.option("team", "a team's id, or 'operator'", Teams::read);
        Optional<Instant> asOf = given.option("as-of", "a day such as 2022-06-30", ImportFile::day);
        Map<String, String> columns = given.option("columns", "meaning=Header, and more after commas; meanings are " + PostListSurvey.codes(),
                Imports::columns).orElse(Map.of());
        boolean allFaults = given.option("faults", "all", word -> word.equals("all") ? Optional.of(true) : Optional.empty()).orElse(false);
        given.check(1);
        PostImport.Options options = new PostImport.Options(platform, creator, columns, asOf.or(() -> Optional.of(ImportFile.dateOf(file))));

        Settings settings = Settings.from(environment);
        try (Application application = new Application(settings, Store.open(settings));
                Workers workers = new Workers(application.operations().runNextJob(), 1)) {
            Actor operator = new Actor.Operator("command-line", team.orElseGet(() -> Teams.firstOrNew(application).id()));
            ShowPostImport.Shown shown = done(application, operator, queue(application, operator, file, options));
            return new ListReport(out).print(new ListReport.Imported(shown.job(), shown.postImport().file().name(), shown.postImport().report(),
                    shown.firstFaults(), page -> application.analysing().useCases().listPostImportFaults()
                            .handle(new ListPostImportFaults.Query(operator, shown.job().id(), page))), allFaults) ? 0 : 1;
        }
    }

    private static JobId queue(Application application, Actor actor, Path file, PostImport.Options options) {
        try (InputStream content = Files.newInputStream(file)) {
            ImportPosts.Command command = new ImportPosts.Command(actor, file.getFileName().toString(), content, Long.MAX_VALUE, options);
            return switch (application.analysing().useCases().importPosts().handle(command)) {
                case ImportPosts.Outcome.Queued queued -> queued.job().id();
                case ImportPosts.Outcome.TooLarge tooLarge -> throw new Failed("The file is too large.");
                case ImportPosts.Outcome.AsOfAhead ahead -> throw new Failed("The list cannot be of the future: --as-of, or the file's date.");
                case ImportPosts.Outcome.UnknownColumnCodes unknown -> throw new Failed("No column can mean " + unknown.codes()
                        + ", only " + PostListSurvey.codes() + ".");
            };
        } catch (IOException failure) {
            throw new Failed("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static ShowPostImport.Shown done(Application application, Actor actor, JobId job) {
        ShowPostImport.Query query = new ShowPostImport.Query(actor, job);
        ShowPostImport.Shown shown = application.analysing().useCases().showPostImport().handle(query);
        while (!shown.job().status().isFinal()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            shown = application.analysing().useCases().showPostImport().handle(query);
        }
        return shown;
    }
}
