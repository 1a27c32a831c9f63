package io.tastemaker.adapters.persistence.operations;

import static io.tastemaker.adapters.persistence.generated.operations.Tables.JOB_ENDING;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.application.operations.JobEnding;
import io.tastemaker.application.operations.out.JobNews;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Endings of jobs in PostgreSQL; a trigger writes them, whichever statement ends a job. */
public final class JooqJobNews implements JobNews {

    private final AcrossTeams acrossTeams;

    public JooqJobNews(AcrossTeams acrossTeams) {
        this.acrossTeams = acrossTeams;
    }

    @Override
    public List<JobEnding> list(int most) {
        return acrossTeams.run(sql -> sql
                .select(JOB_ENDING.ID, JOB_ENDING.TEAM_ID, JOB_ENDING.JOB_ID, JOB_ENDING.KIND, JOB_ENDING.STATUS, JOB_ENDING.AT)
                .from(JOB_ENDING)
                .orderBy(JOB_ENDING.NUMBER)
                .limit(most)
                .fetch(row -> new JobEnding(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
    }

    @Override
    public void forget(Collection<UUID> endings) {
        acrossTeams.run(sql -> sql.deleteFrom(JOB_ENDING).where(JOB_ENDING.ID.in(endings)).execute());
    }
}
