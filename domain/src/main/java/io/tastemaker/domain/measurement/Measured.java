package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Objects;

/** What a number was measured of. The levels add up: at each level stands what belongs to nothing below it, and nothing twice. */
public sealed interface Measured {

    /**
     * The code of the level.
     *
     * @return {@code campaign}, {@code creator} or {@code post}
     */
    String level();

    /** The campaign: what belongs to no creator in particular, such as the fee of an agency. */
    record OfCampaign() implements Measured {
        @Override
        public String level() {
            return "campaign";
        }
    }

    /**
     * A creator: what belongs to no post in particular, such as the creator's fee.
     *
     * @param creator who
     */
    record OfCreator(CreatorId creator) implements Measured {
        /** Checks that nothing is missing. */
        public OfCreator {
            Objects.requireNonNull(creator, "creator");
        }

        @Override
        public String level() {
            return "creator";
        }
    }

    /**
     * A post.
     *
     * @param post which of the campaign's posts
     */
    record OfPost(CampaignPostId post) implements Measured {
        /** Checks that nothing is missing. */
        public OfPost {
            Objects.requireNonNull(post, "post");
        }

        @Override
        public String level() {
            return "post";
        }
    }
}
