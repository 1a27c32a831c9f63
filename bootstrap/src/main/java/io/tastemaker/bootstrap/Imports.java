package io.tastemaker.bootstrap;

import io.tastemaker.application.creators.ImportCreators;
import io.tastemaker.application.creators.ListImportFaults;
import io.tastemaker.application.creators.ShowCreatorImport;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.JobId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Imports a file in the terminal: queues the job, shows how far it is, prints the report. */
final class Imports {

    private static final long PAUSE_NANOS = 100_000_000;

    private final Application application;
    private final PrintStream out;

    Imports(Application application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    /** Imports; a worker must be running somewhere. */
    ShowCreatorImport.Shown run(Actor actor, Path file, CreatorImport.Options options) {
        JobId job = queue(actor, file, options);
        ShowCreatorImport.Shown shown = show(actor, job);
        long told = 0;
        while (!shown.job().status().isFinal()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            shown = show(actor, job);
            long done = shown.job().progress().done();
            if (done >= told + 50_000) {
                told = done;
                out.printf(Locale.ROOT, "  %,d rows%s%n", done, shown.job().progress().total().map(all -> String.format(Locale.ROOT, " of %,d", all)).orElse(""));
            }
        }
        return shown;
    }

    private JobId queue(Actor actor, Path file, CreatorImport.Options options) {
        try (InputStream content = Files.newInputStream(file)) {
            ImportCreators.Command command =
                    new ImportCreators.Command(actor, file.getFileName().toString(), content, Long.MAX_VALUE, options);
            return switch (application.imports().importCreators().handle(command)) {
                case ImportCreators.Outcome.Queued queued -> queued.job().id();
                case ImportCreators.Outcome.TooLarge tooLarge -> throw new Command.Failed("The file is too large.");
                case ImportCreators.Outcome.AsOfAhead ahead -> throw new Command.Failed("The list cannot be of the future: --as-of, or the file's date.");
                case ImportCreators.Outcome.UnknownColumnCodes unknown -> throw new Command.Failed("There are no such facts: " + unknown.codes());
            };
        } catch (IOException failure) {
            throw new Command.Failed("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    private ShowCreatorImport.Shown show(Actor actor, JobId job) {
        return application.imports().showCreatorImport().handle(new ShowCreatorImport.Query(actor, job));
    }

    /** Prints what came of an import; true when it succeeded. */
    boolean report(Actor actor, ShowCreatorImport.Shown shown, boolean allFaults) {
        return new ListReport(out).print(new ListReport.Imported(shown.job(), shown.creatorImport().file().name(), shown.creatorImport().report(),
                shown.firstFaults(), page -> application.imports().listImportFaults()
                        .handle(new ListImportFaults.Query(actor, shown.job().id(), page))), allFaults);
    }

    /** Reads {@code fact=Column name,fact=Column name}. */
    static Optional<Map<String, String>> columns(String list) {
        Map<String, String> columns = new TreeMap<>();
        for (String pair : list.split(",")) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                return Optional.empty();
            }
            columns.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return Optional.of(columns);
    }

    static String platforms() {
        return java.util.Arrays.stream(io.tastemaker.domain.shared.Platform.values()).map(Coded::code).collect(Collectors.joining(", "));
    }
}
