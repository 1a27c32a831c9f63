package io.tastemaker.adapters.persistence.outreach;

import static io.tastemaker.adapters.persistence.generated.outreach.Tables.RESPONSE_LINK;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.LivingTeams;
import io.tastemaker.application.outreach.out.ResponseLinks;
import java.util.List;
import java.util.Optional;

/** The links of letters in PostgreSQL. */
public final class JooqResponseLinks implements ResponseLinks {

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;

    public JooqResponseLinks(JooqTransactions transactions, AcrossTeams acrossTeams) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
    }

    @Override
    public void add(List<Link> links) {
        links.forEach(link -> transactions.sql().insertInto(RESPONSE_LINK)
                .set(RESPONSE_LINK.TEAM_ID, transactions.team())
                .set(RESPONSE_LINK.TOKEN_HASH, link.tokenHash())
                .set(RESPONSE_LINK.INVITATION_ID, link.invitation())
                .set(RESPONSE_LINK.MAILED_AT, link.mailedAt())
                .execute());
    }

    @Override
    public Optional<Target> find(String tokenHash) {
        return acrossTeams.run(sql -> sql.select(RESPONSE_LINK.TEAM_ID, RESPONSE_LINK.INVITATION_ID)
                .from(RESPONSE_LINK)
                .where(RESPONSE_LINK.TOKEN_HASH.eq(tokenHash))
                .and(LivingTeams.isOf(RESPONSE_LINK.TEAM_ID))
                .fetchOptional(row -> new Target(row.value1(), row.value2())));
    }
}
