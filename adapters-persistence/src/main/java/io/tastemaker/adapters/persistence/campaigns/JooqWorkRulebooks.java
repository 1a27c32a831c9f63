package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.WORK_RULES;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.out.WorkRulebooks;
import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.shared.CampaignId;
import java.util.Optional;

/** Rules of work in PostgreSQL. */
public final class JooqWorkRulebooks implements WorkRulebooks {

    private final JooqTransactions transactions;

    public JooqWorkRulebooks(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<WorkRules> find(CampaignId campaign) {
        return transactions.sql().select(WORK_RULES.VERSION, WORK_RULES.SELF_APPROVAL)
                .from(WORK_RULES)
                .where(WORK_RULES.TEAM_ID.eq(transactions.team()).and(WORK_RULES.CAMPAIGN_ID.eq(campaign)))
                .fetchOptional(row -> new WorkRules(campaign, row.value1(), row.value2()));
    }

    /** Version 1 stands nowhere: the first that is written is version 2, and any later one needs that before it. */
    @Override
    public boolean replace(WorkRules rules) {
        if (rules.version() > 2) {
            return transactions.sql().update(WORK_RULES)
                    .set(WORK_RULES.VERSION, rules.version())
                    .set(WORK_RULES.SELF_APPROVAL, rules.selfApproval())
                    .where(WORK_RULES.TEAM_ID.eq(transactions.team()).and(WORK_RULES.CAMPAIGN_ID.eq(rules.campaign()))
                            .and(WORK_RULES.VERSION.eq(rules.version() - 1)))
                    .execute() == 1;
        }
        return transactions.sql().insertInto(WORK_RULES)
                .set(WORK_RULES.TEAM_ID, transactions.team())
                .set(WORK_RULES.CAMPAIGN_ID, rules.campaign())
                .set(WORK_RULES.VERSION, rules.version())
                .set(WORK_RULES.SELF_APPROVAL, rules.selfApproval())
                .onConflictDoNothing()
                .execute() == 1;
    }
}
