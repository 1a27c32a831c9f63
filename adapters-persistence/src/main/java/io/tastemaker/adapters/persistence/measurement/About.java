package io.tastemaker.adapters.persistence.measurement;

import io.tastemaker.domain.measurement.Measured;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Optional;

/** What a row is about, as two columns of which at most one has a value. */
record About(Optional<CampaignPostId> post, Optional<CreatorId> creator) {

    static About of(Measured about) {
        return switch (about) {
            case Measured.OfCampaign campaign -> new About(Optional.empty(), Optional.empty());
            case Measured.OfCreator(CreatorId creator) -> new About(Optional.empty(), Optional.of(creator));
            case Measured.OfPost(CampaignPostId post) -> new About(Optional.of(post), Optional.empty());
        };
    }

    Measured measured() {
        return post.<Measured>map(Measured.OfPost::new).or(() -> creator.map(Measured.OfCreator::new)).orElseGet(Measured.OfCampaign::new);
    }
}
