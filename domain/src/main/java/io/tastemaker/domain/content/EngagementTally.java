package io.tastemaker.domain.content;

import java.util.Optional;

/** Gathers what posts got. */
final class EngagementTally {

    private final Numbers likes = new Numbers();
    private final Numbers comments = new Numbers();
    private final Numbers views = new Numbers();
    private final Numbers shares = new Numbers();
    private final Numbers saves = new Numbers();
    private final Numbers reactions = new Numbers();

    void add(Counts counts) {
        counts.likes().ifPresent(likes::add);
        counts.comments().ifPresent(comments::add);
        counts.views().ifPresent(views::add);
        counts.shares().ifPresent(shares::add);
        counts.saves().ifPresent(saves::add);
        counts.likes().ifPresent(liked -> counts.comments().ifPresent(commented -> reactions.add(liked + commented)));
    }

    ContentProfile.Engagement engagement(Optional<Long> followers) {
        Optional<Sampled<ContentProfile.Spread>> perPost =
                followers.filter(many -> many > 0).flatMap(many -> reactions.spread(many, Rounded.MILLIONTHS));
        return new ContentProfile.Engagement(spread(likes), spread(comments), spread(views), spread(shares), spread(saves), perPost,
                followers);
    }

    private static Optional<Sampled<ContentProfile.Spread>> spread(Numbers numbers) {
        return numbers.spread(1, Rounded.THOUSANDTHS);
    }
}
