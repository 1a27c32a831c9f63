package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.COLLABORATOR;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.out.Collaborators;
import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;

/** Collaborators in PostgreSQL. */
public final class JooqCollaborators implements Collaborators {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            COLLABORATOR.CAMPAIGN_ID, COLLABORATOR.USER_ID, COLLABORATOR.RIGHT, COLLABORATOR.ADDED_BY, COLLABORATOR.ADDED_AT);

    private final JooqTransactions transactions;

    public JooqCollaborators(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(Collaborator collaborator) {
        transactions.sql().insertInto(COLLABORATOR)
                .set(COLLABORATOR.TEAM_ID, transactions.team())
                .set(COLLABORATOR.CAMPAIGN_ID, collaborator.campaign())
                .set(COLLABORATOR.USER_ID, collaborator.user())
                .set(COLLABORATOR.RIGHT, collaborator.right())
                .set(COLLABORATOR.ADDED_BY, collaborator.addedBy())
                .set(COLLABORATOR.ADDED_AT, collaborator.addedAt())
                .onConflict(COLLABORATOR.TEAM_ID, COLLABORATOR.CAMPAIGN_ID, COLLABORATOR.USER_ID)
                .doUpdate()
                .set(COLLABORATOR.RIGHT, collaborator.right())
                .set(COLLABORATOR.ADDED_BY, collaborator.addedBy())
                .set(COLLABORATOR.ADDED_AT, collaborator.addedAt())
                .execute();
    }

    @Override
    public Optional<Collaborator> find(CampaignId campaign, UserId user) {
        return transactions.sql().select(COLUMNS).from(COLLABORATOR).where(of(campaign).and(COLLABORATOR.USER_ID.eq(user)))
                .fetchOptional(JooqCollaborators::collaborator);
    }

    @Override
    public boolean remove(CampaignId campaign, UserId user) {
        return transactions.sql().deleteFrom(COLLABORATOR).where(of(campaign).and(COLLABORATOR.USER_ID.eq(user))).execute() == 1;
    }

    @Override
    public List<Collaborator> list(CampaignId campaign) {
        return transactions.sql().select(COLUMNS)
                .from(COLLABORATOR)
                .where(of(campaign))
                .orderBy(COLLABORATOR.ADDED_AT, COLLABORATOR.USER_ID)
                .limit(Collaborator.MOST + 1)
                .fetch(JooqCollaborators::collaborator);
    }

    private Condition of(CampaignId campaign) {
        return COLLABORATOR.TEAM_ID.eq(transactions.team()).and(COLLABORATOR.CAMPAIGN_ID.eq(campaign));
    }

    private static Collaborator collaborator(Record row) {
        return new Collaborator(row.get(COLLABORATOR.CAMPAIGN_ID), row.get(COLLABORATOR.USER_ID), row.get(COLLABORATOR.RIGHT),
                row.get(COLLABORATOR.ADDED_BY), row.get(COLLABORATOR.ADDED_AT));
    }
}
