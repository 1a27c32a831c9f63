package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.LEDGER_ANCHOR;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.WALLET;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.application.wallets.out.AllWallets;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The wallets of all teams in PostgreSQL. */
public final class JooqAllWallets implements AllWallets {

    /** One statement sees one state. */
    private static final String STATS = """
            select w.*, e.*
              from (select count(*) as wallets, coalesce(sum(posted), 0) as posted, coalesce(sum(held), 0) as held,
                           coalesce(sum(debt), 0) as debt,
                           coalesce(sum(jsonb_array_length(state -> 'holds')), 0) as holds,
                           coalesce(sum((select count(*) from jsonb_array_elements(state -> 'holds') as hold
                                          where (hold ->> 'until')::bigint <= {0})), 0) as overdue
                      from wallets.wallet) w
             cross join (select count(*) as entries,
                                coalesce(sum(amount) filter (where from_account like 'issuance.%'), 0) as granted,
                                coalesce(sum(amount) filter (where to_account like 'usage.%'), 0)
                                    - coalesce(sum(amount) filter (where from_account like 'usage.%'), 0)
                                    - coalesce(sum(amount) filter (where from_account = 'uncollected'), 0) as spent,
                                coalesce(sum(amount) filter (where to_account = 'breakage'), 0)
                                    - coalesce(sum(amount) filter (where from_account = 'breakage'), 0) as expired,
                                coalesce(sum(amount) filter (where from_account = 'uncollected'), 0) as uncollected
                           from (select from_account, to_account, case when unit = 'credit' then amount end as amount
                                   from wallets.ledger_entry) movement) e""";

    private final AcrossTeams acrossTeams;

    public JooqAllWallets(AcrossTeams acrossTeams) {
        this.acrossTeams = acrossTeams;
    }

    @Override
    public List<TeamId> list(Optional<TeamId> after, int limit) {
        return acrossTeams.run(sql -> sql.select(WALLET.TEAM_ID).from(WALLET)
                .where(after.map(WALLET.TEAM_ID::gt).orElseGet(DSL::noCondition))
                .orderBy(WALLET.TEAM_ID)
                .limit(limit)
                .fetch(WALLET.TEAM_ID));
    }

    @Override
    public List<TeamId> listDue(Instant now, int limit) {
        return acrossTeams.run(sql -> sql.select(WALLET.TEAM_ID).from(WALLET)
                .where(WALLET.DUE_AT.le(now))
                .orderBy(WALLET.DUE_AT, WALLET.TEAM_ID)
                .limit(limit)
                .fetch(WALLET.TEAM_ID));
    }

    @Override
    public Stats stats(Instant now) {
        return acrossTeams.run(sql -> sql.resultQuery(STATS, DSL.val(Micros.of(now))).fetchSingle(row -> new Stats(
                number(row, "wallets"), number(row, "posted"), number(row, "held"), number(row, "debt"), number(row, "holds"),
                number(row, "overdue"), number(row, "entries"), number(row, "granted"), number(row, "spent"), number(row, "expired"),
                number(row, "uncollected"))));
    }

    private static long number(Record row, String name) {
        return row.get(name, Long.class);
    }

    @Override
    public List<LedgerAnchor.Mark> listMarks() {
        return acrossTeams.run(sql -> sql.select(WALLET.TEAM_ID, WALLET.SEQ, WALLET.HEAD).from(WALLET)
                .where(WALLET.SEQ.gt(0L))
                .fetch(row -> new LedgerAnchor.Mark(row.value1(), row.value2(), WalletRow.head(row.value1(), row.value3()))));
    }

    @Override
    public Optional<LedgerAnchor> findLastAnchor() {
        return acrossTeams.run(JooqAllWallets::last);
    }

    private static Optional<LedgerAnchor> last(DSLContext sql) {
        return sql.selectFrom(LEDGER_ANCHOR).orderBy(LEDGER_ANCHOR.NUMBER.desc()).limit(1)
                .fetchOptional(row -> new LedgerAnchor(row.get(LEDGER_ANCHOR.NUMBER), row.get(LEDGER_ANCHOR.AT), List.of(),
                        row.get(LEDGER_ANCHOR.PREVIOUS), row.get(LEDGER_ANCHOR.HASH)));
    }

    @Override
    public boolean add(LedgerAnchor anchor) {
        return acrossTeams.run(sql -> follows(last(sql), anchor) && sql.insertInto(LEDGER_ANCHOR)
                .set(LEDGER_ANCHOR.NUMBER, anchor.number())
                .set(LEDGER_ANCHOR.AT, anchor.at())
                .set(LEDGER_ANCHOR.MARKS, (long) anchor.marks().size())
                .set(LEDGER_ANCHOR.PREVIOUS, anchor.previous())
                .set(LEDGER_ANCHOR.HASH, anchor.hash())
                .onConflictDoNothing()
                .execute() == 1);
    }

    private static boolean follows(Optional<LedgerAnchor> last, LedgerAnchor anchor) {
        return anchor.number() == last.map(LedgerAnchor::number).orElse(0L) + 1
                && anchor.previous().equals(last.map(LedgerAnchor::hash).orElse(LedgerAnchor.FIRST));
    }
}
