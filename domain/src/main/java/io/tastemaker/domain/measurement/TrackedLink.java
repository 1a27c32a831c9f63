package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TrackedLinkId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A short link that leads on and counts who follows it: how many and on which day, never who.
 *
 * @param id names it
 * @param campaign of which campaign
 * @param code stands in the address: {@value #CODE_LENGTH} letters, digits, hyphens and underscores that nobody can guess
 * @param target where it leads
 * @param label what the team calls it, at most 200 characters; blank for nothing
 * @param creator who spreads it, empty when all do
 * @param post where it stands, empty when that is not told
 * @param createdBy the label of the actor
 * @param createdAt when it was made
 * @param archivedAt since when it leads nowhere, empty while it does
 */
public record TrackedLink(
        TrackedLinkId id,
        CampaignId campaign,
        String code,
        LinkTarget target,
        String label,
        Optional<CreatorId> creator,
        Optional<CampaignPostId> post,
        String createdBy,
        Instant createdAt,
        Optional<Instant> archivedAt) {

    /** How long a code is: 70 random bits, so that a billion codes hardly ever meet. */
    public static final int CODE_LENGTH = 12;

    /** How many links a campaign may have. */
    public static final int MOST = 1_000;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{12}");

    /** Checks the code and that nothing is missing. */
    public TrackedLink {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(createdBy, "createdBy");
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        archivedAt = archivedAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
        if (!isCode(code)) {
            throw new IllegalArgumentException("a code has " + CODE_LENGTH + " letters, digits, hyphens and underscores");
        }
        if (Characters.count(label) > 200) {
            throw new IllegalArgumentException("a label has at most 200 characters");
        }
    }

    /**
     * Whether a text can be the code of a link.
     *
     * @param text anything
     * @return false for what no link has
     */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /**
     * A code out of random text.
     *
     * @param random at least {@value #CODE_LENGTH} characters of base64url
     * @return its end
     */
    public static String code(String random) {
        return random.substring(random.length() - CODE_LENGTH);
    }

    /**
     * What its clicks and orders are counted for.
     *
     * @return the post where it stands, else its creator, else the campaign
     */
    public Measured about() {
        return post.<Measured>map(Measured.OfPost::new).or(() -> creator.map(Measured.OfCreator::new)).orElseGet(Measured.OfCampaign::new);
    }

    /**
     * The link, leading nowhere any more.
     *
     * @param now the time
     * @return archived now, or when it was archived before
     */
    public TrackedLink archived(Instant now) {
        return new TrackedLink(id, campaign, code, target, label, creator, post, createdBy, createdAt, archivedAt.or(() -> Optional.of(now)));
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        String place = "links." + id;
        return Traits.NONE.withheld(place + ".target", target).with(place + ".creator", creator).with(place + ".post", post)
                .with(place + ".archived", archivedAt).withheld(place + ".label", label);
    }
}
