package io.tastemaker.application.measurement.out;

import io.tastemaker.domain.measurement.Conversion;
import io.tastemaker.domain.shared.CampaignId;
import java.util.List;
import java.util.Optional;

/** The orders that came of campaigns. Runs inside a transaction of the caller. */
public interface Conversions {

    /**
     * Adds an order.
     *
     * @param conversion of the bound team's campaign
     * @return false when the campaign has an order of this id, and then nothing was written
     */
    boolean add(Conversion conversion);

    /**
     * Finds an order.
     *
     * @param campaign of which campaign
     * @param order the shop's id
     * @return what was told first, or empty
     */
    Optional<Conversion> find(CampaignId campaign, String order);

    /**
     * All orders of a campaign.
     *
     * @param campaign the campaign
     * @return in no particular order
     */
    List<Conversion> all(CampaignId campaign);
}
