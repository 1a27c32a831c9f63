package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.adapters.persistence.generated.content.Tables.POST_IMPORT;
import static io.tastemaker.adapters.persistence.generated.content.Tables.POST_IMPORT_FAULT;

import io.tastemaker.adapters.persistence.creators.FaultRows;
import io.tastemaker.adapters.persistence.creators.ImportJson;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.content.out.PostImports;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;

/** Imports of posts in PostgreSQL. */
public final class JooqPostImports implements PostImports {

    private final JooqTransactions transactions;
    private final FaultRows faultRows;

    public JooqPostImports(JooqTransactions transactions) {
        this.transactions = transactions;
        this.faultRows = new FaultRows(transactions, POST_IMPORT_FAULT);
    }

    @Override
    public void add(PostImport postImport) {
        if (!postImport.owner().equals(transactions.team())) {
            throw new IllegalArgumentException("an import of another team");
        }
        transactions.sql().insertInto(POST_IMPORT)
                .set(POST_IMPORT.TEAM_ID, postImport.owner())
                .set(POST_IMPORT.JOB_ID, postImport.job())
                .set(POST_IMPORT.FILE_KEY, postImport.file().key())
                .set(POST_IMPORT.FILE_NAME, postImport.file().name())
                .set(POST_IMPORT.FILE_BYTES, postImport.file().bytes())
                .set(POST_IMPORT.SHA256, postImport.file().sha256())
                .set(POST_IMPORT.OPTIONS, PostOptionsJson.write(postImport.options()))
                .set(POST_IMPORT.OPTIONS_FINGERPRINT, postImport.options().fingerprint())
                .set(POST_IMPORT.AS_OF, postImport.asOf())
                .set(POST_IMPORT.REPORT, ImportJson.write(postImport.report()))
                .execute();
    }

    @Override
    public Optional<PostImport> find(JobId job) {
        return transactions.sql()
                .select(POST_IMPORT.TEAM_ID, POST_IMPORT.JOB_ID, POST_IMPORT.FILE_KEY, POST_IMPORT.FILE_NAME,
                        POST_IMPORT.FILE_BYTES, POST_IMPORT.SHA256, POST_IMPORT.OPTIONS, POST_IMPORT.AS_OF,
                        POST_IMPORT.REPORT)
                .from(POST_IMPORT)
                .where(own(job))
                .fetchOptional(JooqPostImports::postImport);
    }

    @Override
    public void advance(PostImport postImport, List<RowFault> faults) {
        int written = transactions.sql().update(POST_IMPORT)
                .set(POST_IMPORT.REPORT, ImportJson.write(postImport.report()))
                .where(own(postImport.job()))
                .execute();
        if (written != 1) {
            throw new IllegalStateException("no such import: " + postImport.job());
        }
        faultRows.add(postImport.job(), faults);
    }

    @Override
    public Page<RowFault> faults(JobId job, PageRequest page) {
        return faultRows.list(job, page);
    }

    @Override
    public Optional<Instant> firstAsOf(String sha256, String options) {
        return transactions.sql().select(POST_IMPORT.AS_OF)
                .from(POST_IMPORT)
                .where(POST_IMPORT.TEAM_ID.eq(transactions.team()))
                .and(POST_IMPORT.SHA256.eq(sha256))
                .and(POST_IMPORT.OPTIONS_FINGERPRINT.eq(options))
                .orderBy(POST_IMPORT.STARTED_AT)
                .limit(1)
                .fetchOptional(POST_IMPORT.AS_OF);
    }

    private Condition own(JobId job) {
        return POST_IMPORT.TEAM_ID.eq(transactions.team()).and(POST_IMPORT.JOB_ID.eq(job));
    }

    private static PostImport postImport(Record row) {
        return new PostImport(
                row.get(POST_IMPORT.JOB_ID),
                row.get(POST_IMPORT.TEAM_ID),
                new CreatorImport.ListFile(
                        row.get(POST_IMPORT.FILE_KEY),
                        row.get(POST_IMPORT.FILE_NAME),
                        row.get(POST_IMPORT.FILE_BYTES),
                        row.get(POST_IMPORT.SHA256)),
                PostOptionsJson.read(row.get(POST_IMPORT.OPTIONS)),
                row.get(POST_IMPORT.AS_OF),
                ImportJson.report(row.get(POST_IMPORT.REPORT)));
    }
}
