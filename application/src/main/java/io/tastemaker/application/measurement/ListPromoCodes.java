package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.PromoCodes;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists a campaign's promo codes, the newest first. */
public final class ListPromoCodes {

    private final Transactions transactions;
    private final PromoCodes codes;
    private final Roster roster;

    ListPromoCodes(Transactions transactions, PromoCodes codes, Roster roster) {
        this.transactions = transactions;
        this.codes = codes;
        this.roster = roster;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign of which campaign
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the codes, archived ones too
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<PromoCode> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        roster.campaign(query.actor().team(), query.campaign());
        return transactions.reading(query.actor(), () -> codes.list(query.campaign(), query.page()));
    }
}
