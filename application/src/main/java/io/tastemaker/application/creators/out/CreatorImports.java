package io.tastemaker.application.creators.out;

import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The team's imports of creators and their faults. Runs inside a transaction of the caller. */
public interface CreatorImports {

    /**
     * Adds an import.
     *
     * @param creatorImport of the bound team, its job not there yet
     */
    void add(CreatorImport creatorImport);

    /**
     * Finds an import.
     *
     * @param job its job
     * @return the import, or empty when the team has none of this job
     */
    Optional<CreatorImport> find(JobId job);

    /**
     * Replaces the report of an import and adds faults.
     *
     * @param creatorImport the import with its new report
     * @param faults the faults found since the last time, which stand behind those before
     */
    void advance(CreatorImport creatorImport, List<RowFault> faults);

    /**
     * An import's faults in the order they were found.
     *
     * @param job its job
     * @param page which page
     * @return the faults
     */
    Page<RowFault> faults(JobId job, PageRequest page);

    /**
     * The time that the first import of the same bytes with the same options took the list to be true.
     *
     * @param owner whose import
     * @param sha256 the SHA-256 of the bytes
     * @param options the {@linkplain CreatorImport.Options#fingerprint() fingerprint} of the options
     * @return the time, or empty when there was no such import
     */
    Optional<Instant> firstAsOf(TeamId owner, String sha256, String options);
}
