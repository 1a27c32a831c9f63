package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Characters;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * That a campaign took a step. Never changes.
 *
 * @param campaign the campaign
 * @param version the version it had afterwards
 * @param step which step
 * @param from where it stood before
 * @param to where it stood afterwards
 * @param by the label of the actor
 * @param at when
 * @param reason what the actor said about it, 1 to 500 characters
 */
public record Transition(
        CampaignId campaign,
        long version,
        CampaignStep step,
        Campaign.Status from,
        Campaign.Status to,
        String by,
        Instant at,
        Optional<String> reason) {

    /** The longest reason. */
    public static final int LONGEST_REASON = 500;

    /** Checks the reason and that nothing is missing. */
    public Transition {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        if (reason.filter(text -> text.isBlank() || Characters.count(text) > LONGEST_REASON).isPresent()) {
            throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
        }
    }
}
