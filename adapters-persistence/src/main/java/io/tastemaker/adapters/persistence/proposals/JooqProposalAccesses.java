package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.adapters.persistence.generated.proposals.Tables.ACCESS_GRANT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.proposals.out.ProposalAccesses;
import io.tastemaker.domain.proposals.ProposalAccess;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** The teams to which proposals are open, in PostgreSQL. */
public final class JooqProposalAccesses implements ProposalAccesses {

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqProposalAccesses(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public Optional<ProposalAccess> find() {
        return transactions.sql().select(ACCESS_GRANT.TEAM_ID, ACCESS_GRANT.GRANTED_BY, ACCESS_GRANT.GRANTED_AT)
                .from(ACCESS_GRANT)
                .where(own())
                .fetchOptional(found -> new ProposalAccess(found.value1(), found.value2(), found.value3()));
    }

    @Override
    public boolean add(ProposalAccess access) {
        return transactions.sql().insertInto(ACCESS_GRANT)
                .set(ACCESS_GRANT.TEAM_ID, access.team())
                .set(ACCESS_GRANT.GRANTED_BY, access.grantedBy())
                .set(ACCESS_GRANT.GRANTED_AT, access.grantedAt())
                .onConflictDoNothing()
                .execute() == 1;
    }

    @Override
    public boolean remove() {
        return transactions.sql().deleteFrom(ACCESS_GRANT).where(own()).execute() == 1;
    }

    @Override
    public Page<ProposalAccess> list(PageRequest page) {
        Condition onwards = page.after().map(Position::of).<Condition>map(after ->
                row(ACCESS_GRANT.GRANTED_AT, ACCESS_GRANT.TEAM_ID).lt(after.time(), new TeamId(after.id()))).orElse(noCondition());
        List<ProposalAccess> found = acrossTeams.run(sql -> sql
                .select(ACCESS_GRANT.TEAM_ID, ACCESS_GRANT.GRANTED_BY, ACCESS_GRANT.GRANTED_AT)
                .from(ACCESS_GRANT)
                .where(onwards)
                .orderBy(ACCESS_GRANT.GRANTED_AT.desc(), ACCESS_GRANT.TEAM_ID.desc())
                .limit(page.limit() + 1)
                .fetch(each -> new ProposalAccess(each.value1(), each.value2(), each.value3())));
        return Page.of(found, page.limit(), last -> new Position(last.grantedAt(), last.team().value()).toString());
    }

    private Condition own() {
        return ACCESS_GRANT.TEAM_ID.eq(transactions.team());
    }
}
