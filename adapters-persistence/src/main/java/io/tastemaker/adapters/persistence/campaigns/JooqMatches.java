package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.MATCH;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.out.Matches;
import io.tastemaker.domain.campaigns.CampaignMatch;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Matches in PostgreSQL. */
public final class JooqMatches implements Matches {

    private final JooqTransactions transactions;

    public JooqMatches(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(CampaignMatch match) {
        transactions.sql().insertInto(MATCH)
                .set(MATCH.TEAM_ID, transactions.team())
                .set(MATCH.CAMPAIGN_ID, match.campaign())
                .set(MATCH.RANKING_ID, match.ranking())
                .set(MATCH.CAMPAIGN_VERSION, match.campaignVersion())
                .set(MATCH.TOTAL, match.total())
                .set(MATCH.MATCHED_BY, match.matchedBy())
                .set(MATCH.MATCHED_AT, match.matchedAt())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public Optional<CampaignMatch> find(CampaignId campaign, RankingId ranking) {
        return found(of(campaign).and(MATCH.RANKING_ID.eq(ranking)), 1).stream().findFirst();
    }

    @Override
    public Page<CampaignMatch> list(CampaignId campaign, PageRequest page) {
        Condition wanted = of(campaign);
        if (page.after().isPresent()) {
            String[] after = page.after().get().split(" ");
            wanted = wanted.and(row(MATCH.MATCHED_AT, MATCH.RANKING_ID).lt(Instant.parse(after[0]), new RankingId(after[1])));
        }
        return Page.of(found(wanted, page.limit() + 1), page.limit(), last -> last.matchedAt() + " " + last.ranking());
    }

    private List<CampaignMatch> found(Condition wanted, int limit) {
        return transactions.sql()
                .select(MATCH.CAMPAIGN_ID, MATCH.CAMPAIGN_VERSION, MATCH.RANKING_ID, MATCH.TOTAL, MATCH.MATCHED_BY, MATCH.MATCHED_AT)
                .from(MATCH)
                .where(wanted)
                .orderBy(MATCH.MATCHED_AT.desc(), MATCH.RANKING_ID.desc())
                .limit(limit)
                .fetch(mapping(CampaignMatch::new));
    }

    private Condition of(CampaignId campaign) {
        return MATCH.TEAM_ID.eq(transactions.team()).and(MATCH.CAMPAIGN_ID.eq(campaign));
    }
}
