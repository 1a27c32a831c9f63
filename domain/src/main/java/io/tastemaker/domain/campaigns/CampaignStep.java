package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;
import java.util.Set;

/** A step in the life of a campaign. From where to where it leads stands here and nowhere else. */
public enum CampaignStep implements Coded {
    /** It begins to run; nothing may be missing. */
    LAUNCH(Set.of(Campaign.Status.DRAFT), Campaign.Status.ACTIVE),
    /** It is halted for a while. */
    PAUSE(Set.of(Campaign.Status.ACTIVE), Campaign.Status.PAUSED),
    /** It runs again. */
    RESUME(Set.of(Campaign.Status.PAUSED), Campaign.Status.ACTIVE),
    /** It is over. */
    COMPLETE(Set.of(Campaign.Status.ACTIVE, Campaign.Status.PAUSED), Campaign.Status.COMPLETED),
    /** It is put away, for good. */
    ARCHIVE(Set.of(Campaign.Status.COMPLETED), Campaign.Status.ARCHIVED);

    private final Set<Campaign.Status> from;
    private final Campaign.Status to;

    CampaignStep(Set<Campaign.Status> from, Campaign.Status to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Whether a campaign may take this step.
     *
     * @param status where it stands
     * @return true when it may
     */
    public boolean isAllowedIn(Campaign.Status status) {
        return from.contains(status);
    }

    /**
     * Where it leads.
     *
     * @return the status afterwards
     */
    public Campaign.Status to() {
        return to;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
