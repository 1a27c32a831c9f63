package io.tastemaker.application.measurement.out;

import io.tastemaker.domain.measurement.ConversionSecret;
import io.tastemaker.domain.shared.CampaignId;
import java.util.List;

/** What shops sign their calls with. Runs inside a transaction of the caller. */
public interface ConversionSecrets {

    /**
     * A campaign's secrets.
     *
     * @param campaign the campaign
     * @return the newest and those before it that are kept, the newest first
     */
    List<ConversionSecret> all(CampaignId campaign);

    /**
     * The same in order to change them: until the transaction ends nobody else does.
     *
     * @param campaign the campaign
     * @return the newest first
     */
    List<ConversionSecret> lock(CampaignId campaign);

    /**
     * Keeps these secrets and no others.
     *
     * @param campaign of the bound team
     * @param secrets all of this campaign
     */
    void keep(CampaignId campaign, List<ConversionSecret> secrets);
}
