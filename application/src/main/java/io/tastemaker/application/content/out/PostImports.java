package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The team's imports of posts and their faults. Runs inside a transaction of the caller. */
public interface PostImports {

    /**
     * Adds an import.
     *
     * @param postImport of the bound team, its job added before
     */
    void add(PostImport postImport);

    /**
     * Finds an import.
     *
     * @param job its job
     * @return the import, or empty when the team has none of this job
     */
    Optional<PostImport> find(JobId job);

    /**
     * Replaces the report of an import and adds faults.
     *
     * @param postImport the import with its new report
     * @param faults the faults found since the last time, which stand behind those before
     */
    void advance(PostImport postImport, List<RowFault> faults);

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
     * @param sha256 the SHA-256 of the bytes
     * @param options the {@linkplain PostImport.Options#fingerprint() fingerprint} of the options
     * @return the time, or empty when the bound team had no such import
     */
    Optional<Instant> firstAsOf(String sha256, String options);
}
