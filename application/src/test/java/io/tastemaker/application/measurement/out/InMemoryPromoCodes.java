package io.tastemaker.application.measurement.out;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PromoCodeId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.stream.Stream;

/** Promo codes in memory. */
public final class InMemoryPromoCodes implements PromoCodes {

    private record Name(TeamId team, String code) {}

    private final InMemoryTransactions transactions;
    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<Name, PromoCode> rows;

    public InMemoryPromoCodes(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.rows = transactions.table();
        campaigns.onRemove(gone -> rows.rows().filter(code -> code.campaign().equals(gone)).forEach(code -> rows.remove(name(code))));
    }

    private Name name(PromoCode code) {
        return new Name(transactions.team(), code.code());
    }

    @Override
    public boolean add(PromoCode code) {
        campaigns.find(code.campaign()).orElseThrow(() -> new IllegalStateException("no such campaign"));
        if (rows.get(name(code)).isPresent()) {
            return false;
        }
        rows.put(name(code), code);
        return true;
    }

    @Override
    public Optional<PromoCode> find(CampaignId campaign, PromoCodeId id) {
        return of(campaign).filter(code -> code.id().equals(id)).findFirst();
    }

    @Override
    public Optional<PromoCode> findByCode(CampaignId campaign, String typed) {
        return of(campaign).filter(code -> code.code().equals(typed)).findFirst();
    }

    @Override
    public void archive(PromoCode code) {
        find(code.campaign(), code.id()).filter(known -> known.archivedAt().isEmpty()).ifPresent(known -> rows.put(name(code), code));
    }

    @Override
    public Page<PromoCode> list(CampaignId campaign, PageRequest page) {
        return Newest.first(of(campaign), page, PromoCode::createdAt, code -> code.id().value());
    }

    @Override
    public int count(CampaignId campaign) {
        return Math.toIntExact(of(campaign).count());
    }

    private Stream<PromoCode> of(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty() ? Stream.empty() : rows.rows().filter(code -> code.campaign().equals(campaign));
    }
}
