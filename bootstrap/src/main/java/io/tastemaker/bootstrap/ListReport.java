package io.tastemaker.bootstrap;

import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints what came of the import of a list. */
record ListReport(PrintStream out) {

    private static final int FAULTS_SHOWN = 10;

    /** A list, and where its faults are read. */
    record Imported(Job job, String fileName, CreatorImport.Report report, List<RowFault> firstFaults, Function<PageRequest, Page<RowFault>> faults) {}

    /** Prints it; true when the import succeeded. */
    boolean print(Imported imported, boolean allFaults) {
        CreatorImport.Report report = imported.report();
        Job job = imported.job();
        out.println(imported.fileName() + ": " + job.status().code() + job.failure().map(why -> " - " + why).orElse(""));
        report.encoding().ifPresent(encoding -> out.println("  read as " + encoding + ", separated by '"
                + report.delimiter().orElse("").replace("\t", "\\t") + "'"));
        CreatorImport.Rows rows = report.rows();
        out.printf(Locale.ROOT, "  rows: %,d read = %,d created + %,d updated + %,d unchanged + %,d duplicate + %,d rejected%n",
                rows.read(), rows.created(), rows.updated(), rows.unchanged(), rows.duplicate(), rows.rejected());
        for (ListWarning warning : report.warnings()) {
            out.println("  note: " + warning.column().map(column -> "\"" + oneLine(column) + "\": ").orElse("") + warning.detail()
                    + (warning.count() > 1 ? " (" + warning.count() + ")" : ""));
        }
        faults(imported, allFaults);
        return job.status() == Job.Status.SUCCEEDED;
    }

    private void faults(Imported imported, boolean all) {
        long count = imported.report().faults();
        if (count == 0) {
            return;
        }
        List<RowFault> first = imported.firstFaults().stream().limit(all ? 0 : FAULTS_SHOWN).toList();
        out.printf(Locale.ROOT, "  values rejected or altered: %,d%s%n", count, all || count <= first.size() ? "" : ", the first " + first.size() + ":");
        first.forEach(this::print);
        Optional<PageRequest> next = all ? Optional.of(PageRequest.first(PageRequest.MOST)) : Optional.empty();
        while (next.isPresent()) {
            Page<RowFault> page = imported.faults().apply(next.get());
            page.items().forEach(this::print);
            next = page.next().map(position -> new PageRequest(PageRequest.MOST, Optional.of(position)));
        }
    }

    private void print(RowFault fault) {
        out.println("    row " + fault.row() + " (line " + fault.line() + ")" + (fault.column().isEmpty() ? "" : ", \"" + oneLine(fault.column()) + "\"")
                + ": \"" + oneLine(fault.value()) + "\" " + fault.code().code() + ", " + fault.detail());
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
