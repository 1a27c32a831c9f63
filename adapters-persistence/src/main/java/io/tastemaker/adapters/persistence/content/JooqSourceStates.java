package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.adapters.persistence.generated.content.Tables.SOURCE_STATE;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.LivingTeams;
import io.tastemaker.application.content.out.SourceStates;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.shared.CreatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** When creators were last fetched, in PostgreSQL. */
public final class JooqSourceStates implements SourceStates {

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqSourceStates(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public Optional<SourceState> find(CreatorId creator) {
        return transactions.sql().select(SOURCE_STATE.TEAM_ID, SOURCE_STATE.CREATOR_ID, SOURCE_STATE.SOURCE, SOURCE_STATE.FETCHED_AT,
                        SOURCE_STATE.WANTED_AT, SOURCE_STATE.FAILURE, SOURCE_STATE.RELATED)
                .from(SOURCE_STATE)
                .where(SOURCE_STATE.CREATOR_ID.eq(creator))
                .fetchOptional(JooqSourceStates::state);
    }

    @Override
    public void save(SourceState state) {
        if (!state.owner().equals(transactions.team())) {
            throw new IllegalArgumentException("a creator of another team");
        }
        transactions.sql().insertInto(SOURCE_STATE)
                .set(SOURCE_STATE.TEAM_ID, state.owner())
                .set(SOURCE_STATE.CREATOR_ID, state.creator())
                .set(SOURCE_STATE.SOURCE, state.source())
                .set(SOURCE_STATE.FETCHED_AT, state.fetchedAt().orElse(null))
                .set(SOURCE_STATE.WANTED_AT, state.wantedAt())
                .set(SOURCE_STATE.FAILURE, state.failure().map(SourceJson::write).orElse(null))
                .set(SOURCE_STATE.RETRY_AT, state.failure().map(SourceState.Failure::retryAt).orElse(null))
                .set(SOURCE_STATE.RELATED, SourceJson.write(state.related()))
                .onConflict(SOURCE_STATE.TEAM_ID, SOURCE_STATE.CREATOR_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public List<Due> due(Instant fetchedBefore, Instant wantedSince, Instant now, int most) {
        return acrossTeams.run(sql -> sql.select(SOURCE_STATE.TEAM_ID, SOURCE_STATE.CREATOR_ID).from(SOURCE_STATE)
                .where(SOURCE_STATE.FETCHED_AT.isNull().or(SOURCE_STATE.FETCHED_AT.lt(fetchedBefore)))
                .and(SOURCE_STATE.WANTED_AT.ge(wantedSince))
                .and(SOURCE_STATE.RETRY_AT.isNull().or(SOURCE_STATE.RETRY_AT.le(now)))
                .and(LivingTeams.isOf(SOURCE_STATE.TEAM_ID))
                .orderBy(SOURCE_STATE.FETCHED_AT.asc().nullsFirst(), SOURCE_STATE.CREATOR_ID)
                .limit(most)
                .fetch(row -> new Due(row.value1(), row.value2())));
    }

    private static SourceState state(Record row) {
        return new SourceState(row.get(SOURCE_STATE.TEAM_ID), row.get(SOURCE_STATE.CREATOR_ID), row.get(SOURCE_STATE.SOURCE),
                Optional.ofNullable(row.get(SOURCE_STATE.FETCHED_AT)), row.get(SOURCE_STATE.WANTED_AT),
                Optional.ofNullable(row.get(SOURCE_STATE.FAILURE)).map(SourceJson::failure), SourceJson.related(row.get(SOURCE_STATE.RELATED)));
    }
}
