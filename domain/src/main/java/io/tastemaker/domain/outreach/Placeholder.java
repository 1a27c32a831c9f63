package io.tastemaker.domain.outreach;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** What a text leaves open until it is written to one creator: {@code {{creator_name}}} and the like. */
public enum Placeholder implements Coded {
    /** The creator's display name; the handle where no name is known. */
    CREATOR_NAME,
    /** The handle, with an {@code @} before it. */
    HANDLE,
    /** The platform the creator was found on. */
    PLATFORM,
    /** The name of the campaign. */
    CAMPAIGN_NAME,
    /** The campaign's brief in words. */
    BRIEF,
    /** The page of the product; nothing where the brief names none. */
    WEBSITE,
    /** The campaign's first day; nothing where it is open. */
    STARTS_ON,
    /** The campaign's last day; nothing where it is open. */
    ENDS_ON,
    /** The name of the team that invites. */
    TEAM_NAME,
    /** Where the creator answers. Every text has it, and no subject does: subjects stand in the logs of mail servers. */
    RESPONSE_LINK,
    /** The last day on which an answer counts. */
    EXPIRES_ON;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
