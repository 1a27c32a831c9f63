package io.tastemaker.domain.measurement;

import io.tastemaker.domain.content.PostLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A post that counts for a campaign. It is known by its link alone; what it says and got may be known elsewhere.
 *
 * @param id names it; the same post of a campaign keeps its id when it is taken out and put in again
 * @param campaign for which campaign
 * @param platform where it stands
 * @param key the platform's id or short code; unique for campaign and platform
 * @param url where it stands
 * @param creator who published it, empty when nobody could tell
 * @param addedBy the label of the actor
 * @param addedAt when
 */
public record CampaignPost(
        CampaignPostId id,
        CampaignId campaign,
        Platform platform,
        String key,
        Optional<String> url,
        Optional<CreatorId> creator,
        String addedBy,
        Instant addedAt) {

    /** How many posts a campaign may have. */
    public static final int MOST = 5_000;

    /** Checks that nothing is missing and that the texts are not too long. */
    public CampaignPost {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(addedBy, "addedBy");
        addedAt = addedAt.truncatedTo(ChronoUnit.MICROS);
        if (key.isBlank() || Characters.count(key) > 200) {
            throw new IllegalArgumentException("a key has 1 to 200 characters");
        }
        if (url.filter(text -> Characters.count(text) > 2_000).isPresent()) {
            throw new IllegalArgumentException("an address has at most 2,000 characters");
        }
    }

    /**
     * The address as it is kept: with a scheme, without what trackers add behind it.
     *
     * @param written what somebody wrote
     * @param link what it was read as
     * @return an address of the same post
     */
    public static String address(String written, PostLink link) {
        String bare = written.replaceFirst("(?i)^https?://", "");
        boolean inQuery = link.platform() == Platform.YOUTUBE && bare.toLowerCase(Locale.ROOT).contains("/watch?");
        if (inQuery) {
            return "https://www.youtube.com/watch?v=" + link.key();
        }
        return "https://" + bare.split("[?#&]", 2)[0];
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "posts." + id;
        return Traits.NONE.with(place + ".platform", platform).with(place + ".creator", creator).withheld(place + ".url", url);
    }
}
