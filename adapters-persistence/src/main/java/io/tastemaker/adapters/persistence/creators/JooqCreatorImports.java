package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.CREATOR_IMPORT;
import static io.tastemaker.adapters.persistence.generated.creators.Tables.IMPORT_FAULT;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.creators.out.CreatorImports;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;

/** Imports of creators in PostgreSQL. */
public final class JooqCreatorImports implements CreatorImports {

    private final JooqTransactions transactions;
    private final FaultRows faultRows;

    public JooqCreatorImports(JooqTransactions transactions) {
        this.transactions = transactions;
        this.faultRows = new FaultRows(transactions, IMPORT_FAULT);
    }

    @Override
    public void add(CreatorImport creatorImport) {
        if (!creatorImport.owner().equals(transactions.team())) {
            throw new IllegalArgumentException("an import of another team");
        }
        transactions.sql().insertInto(CREATOR_IMPORT)
                .set(CREATOR_IMPORT.TEAM_ID, creatorImport.owner())
                .set(CREATOR_IMPORT.JOB_ID, creatorImport.job())
                .set(CREATOR_IMPORT.FILE_KEY, creatorImport.file().key())
                .set(CREATOR_IMPORT.FILE_NAME, creatorImport.file().name())
                .set(CREATOR_IMPORT.FILE_BYTES, creatorImport.file().bytes())
                .set(CREATOR_IMPORT.SHA256, creatorImport.file().sha256())
                .set(CREATOR_IMPORT.OPTIONS, ImportJson.write(creatorImport.options()))
                .set(CREATOR_IMPORT.OPTIONS_FINGERPRINT, creatorImport.options().fingerprint())
                .set(CREATOR_IMPORT.AS_OF, creatorImport.asOf().toString())
                .set(CREATOR_IMPORT.REPORT, ImportJson.write(creatorImport.report()))
                .execute();
    }

    @Override
    public Optional<CreatorImport> find(JobId job) {
        return transactions.sql()
                .select(CREATOR_IMPORT.TEAM_ID, CREATOR_IMPORT.JOB_ID, CREATOR_IMPORT.FILE_KEY, CREATOR_IMPORT.FILE_NAME,
                        CREATOR_IMPORT.FILE_BYTES, CREATOR_IMPORT.SHA256, CREATOR_IMPORT.OPTIONS, CREATOR_IMPORT.AS_OF,
                        CREATOR_IMPORT.REPORT)
                .from(CREATOR_IMPORT)
                .where(own(job))
                .fetchOptional(JooqCreatorImports::creatorImport);
    }

    @Override
    public void advance(CreatorImport creatorImport, List<RowFault> faults) {
        int written = transactions.sql().update(CREATOR_IMPORT)
                .set(CREATOR_IMPORT.REPORT, ImportJson.write(creatorImport.report()))
                .where(own(creatorImport.job()))
                .execute();
        if (written != 1) {
            throw new IllegalStateException("no such import: " + creatorImport.job());
        }
        faultRows.add(creatorImport.job(), faults);
    }

    @Override
    public Page<RowFault> faults(JobId job, PageRequest page) {
        return faultRows.list(job, page);
    }

    @Override
    public Optional<Instant> firstAsOf(TeamId owner, String sha256, String options) {
        return transactions.sql().select(CREATOR_IMPORT.AS_OF)
                .from(CREATOR_IMPORT)
                .where(CREATOR_IMPORT.TEAM_ID.eq(owner))
                .and(CREATOR_IMPORT.TEAM_ID.eq(transactions.team()))
                .and(CREATOR_IMPORT.SHA256.eq(sha256))
                .and(CREATOR_IMPORT.OPTIONS_FINGERPRINT.eq(options))
                .orderBy(CREATOR_IMPORT.STARTED_AT)
                .limit(1)
                .fetchOptional(row -> Instant.parse(row.value1()));
    }

    private Condition own(JobId job) {
        return CREATOR_IMPORT.TEAM_ID.eq(transactions.team()).and(CREATOR_IMPORT.JOB_ID.eq(job));
    }

    private static CreatorImport creatorImport(Record row) {
        return new CreatorImport(
                row.get(CREATOR_IMPORT.JOB_ID),
                row.get(CREATOR_IMPORT.TEAM_ID),
                new CreatorImport.ListFile(
                        row.get(CREATOR_IMPORT.FILE_KEY),
                        row.get(CREATOR_IMPORT.FILE_NAME),
                        row.get(CREATOR_IMPORT.FILE_BYTES),
                        row.get(CREATOR_IMPORT.SHA256)),
                ImportJson.options(row.get(CREATOR_IMPORT.OPTIONS)),
                Instant.parse(row.get(CREATOR_IMPORT.AS_OF)),
                ImportJson.report(row.get(CREATOR_IMPORT.REPORT)));
    }
}
