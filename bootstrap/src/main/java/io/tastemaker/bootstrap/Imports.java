package io.tastemaker.bootstrap;

import io.tastemaker.application.creators.ImportCreators;
import io.tastemaker.application.creators.ListImportFaults;
import io.tastemaker.application.creators.ShowCreatorImport;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Imports a file in the terminal: queues the job, shows how far it is, prints the report. */
final class Imports {

    private static final long PAUSE_NANOS = 100_000_000;
    private static final int FAULTS_SHOWN = 10;

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
        CreatorImport.Report report = shown.creatorImport().report();
        Job job = shown.job();
        out.println(shown.creatorImport().file().name() + ": " + job.status().code() + job.failure().map(why -> " - " + why).orElse(""));
        report.encoding().ifPresent(encoding -> out.println("  read as " + encoding + ", separated by '"
                + report.delimiter().orElse("").replace("\t", "\\t") + "'"));
        CreatorImport.Rows rows = report.rows();
        out.printf(Locale.ROOT, "  rows: %,d read = %,d created + %,d updated + %,d unchanged + %,d duplicate + %,d rejected%n",
                rows.read(), rows.created(), rows.updated(), rows.unchanged(), rows.duplicate(), rows.rejected());
        for (ListWarning warning : report.warnings()) {
            out.println("  note: " + warning.column().map(column -> "\"" + oneLine(column) + "\": ").orElse("") + warning.detail()
                    + (warning.count() > 1 ? " (" + warning.count() + ")" : ""));
        }
        faults(actor, shown, allFaults);
        return job.status() == Job.Status.SUCCEEDED;
    }

    private void faults(Actor actor, ShowCreatorImport.Shown shown, boolean all) {
        long count = shown.creatorImport().report().faults();
        if (count == 0) {
            return;
        }
        List<RowFault> first = shown.firstFaults().stream().limit(all ? 0 : FAULTS_SHOWN).toList();
        out.printf(Locale.ROOT, "  values rejected or altered: %,d%s%n", count, all || count <= first.size() ? "" : ", the first " + first.size() + ":");
        first.forEach(this::print);
        Optional<String> after = Optional.empty();
        while (all) {
            Page<RowFault> page = application.imports().listImportFaults()
                    .handle(new ListImportFaults.Query(actor, shown.job().id(), new PageRequest(PageRequest.MOST, after)));
            page.items().forEach(this::print);
            after = page.next();
            if (after.isEmpty()) {
                return;
            }
        }
    }

    private void print(RowFault fault) {
        out.println("    row " + fault.row() + " (line " + fault.line() + ")" + (fault.column().isEmpty() ? "" : ", \"" + oneLine(fault.column()) + "\"")
                + ": \"" + oneLine(fault.value()) + "\" " + fault.code().code() + ", " + fault.detail());
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
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
