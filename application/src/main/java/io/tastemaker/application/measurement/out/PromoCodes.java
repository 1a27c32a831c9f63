package io.tastemaker.application.measurement.out;

import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PromoCodeId;
import java.util.Optional;

/** Promo codes of campaigns. Runs inside a transaction of the caller. */
public interface PromoCodes {

    /**
     * Adds a code.
     *
     * @param code of the bound team's campaign
     * @return false when the team has the code already, and then nothing was written
     */
    boolean add(PromoCode code);

    /**
     * Finds a code.
     *
     * @param campaign of which campaign
     * @param id the id
     * @return the code, or empty
     */
    Optional<PromoCode> find(CampaignId campaign, PromoCodeId id);

    /**
     * Finds a code by what is typed.
     *
     * @param campaign of which campaign
     * @param code in upper case
     * @return the code, archived or not, or empty
     */
    Optional<PromoCode> findByCode(CampaignId campaign, String code);

    /**
     * Keeps that a code is archived.
     *
     * @param code as it is now
     */
    void archive(PromoCode code);

    /**
     * A campaign's codes, the newest first.
     *
     * @param campaign the campaign
     * @param page which page
     * @return the codes, archived ones too
     */
    Page<PromoCode> list(CampaignId campaign, PageRequest page);

    /**
     * How many codes a campaign has.
     *
     * @param campaign the campaign
     * @return the number, with archived ones
     */
    int count(CampaignId campaign);
}
