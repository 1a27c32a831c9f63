package io.tastemaker.application.creators;

import io.tastemaker.application.creators.out.CreatorImports;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.ListFiles;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with lists of creators. Apart from {@link CreatorUseCases}, since the workers need the handler before anything else.
 *
 * @param importCreators takes in a list
 * @param showCreatorImport shows an import and its report
 * @param listImportFaults lists what an import rejected or altered
 * @param job does the imports, for the workers
 */
public record CreatorImportUseCases(
        ImportCreators importCreators, ShowCreatorImport showCreatorImport, ListImportFaults listImportFaults, JobHandler job) {

    /** Builds them from the driven ports. */
    @Inject
    public CreatorImportUseCases(Transactions transactions, Jobs jobs, Creators creators, CreatorImports imports, Uploads uploads,
            ListFiles files, Ids ids, InstantSource clock) {
        this(new ImportCreators(transactions, jobs, imports, uploads, ids, clock), new ShowCreatorImport(transactions, jobs, imports),
                new ListImportFaults(transactions, imports), new CreatorImportJob(transactions, creators, imports, uploads, files, ids));
    }
}
