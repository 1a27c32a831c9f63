package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.application.content.out.SourceStates;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Shows what follows from a creator's posts, with how old it is. What is known is shown whether or not its source answers; it says when
 * it is stale.
 */
public final class ShowContentProfile {

    private final Transactions transactions;
    private final ContentProfiles profiles;
    private final SourceStates states;
    private final ShowCreator showCreator;
    private final ProfileKeeper keeper;
    private final InstantSource clock;

    ShowContentProfile(Transactions transactions, ContentProfiles profiles, SourceStates states, ShowCreator showCreator,
            ProfileKeeper keeper, InstantSource clock) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.states = states;
        this.showCreator = showCreator;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param which by id or by handle
     */
    public record Query(Actor actor, FindCreator.Which which) {}

    /**
     * A profile, and how old it is.
     *
     * @param creator the creator
     * @param profile what follows from the posts; of a creator without posts one that rests on nothing
     * @param outdatedSince since when posts have changed that are not counted yet
     * @param source when the creator was last fetched, empty when it never was asked for
     * @param isStale whether it was fetched, and longer ago than {@link SourceState#PROFILE_LIFETIME}
     * @param alike profiles of other creators of like content, the most alike first, at most 10
     */
    public record Shown(Creator creator, ContentProfile profile, Optional<Instant> outdatedSince, Optional<SourceState> source,
            boolean isStale, List<ContentProfile> alike) {
        /** Copies the list. */
        public Shown {
            alike = List.copyOf(alike);
        }
    }

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the profile
     * @throws Refusal.NotFound when there is no such creator that the team may see
     */
    public Shown handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.READ_CREATORS);
        Creator creator = showCreator.handle(new ShowCreator.Query(actor, query.which()));
        Instant now = clock.instant();
        return transactions.reading(actor, () -> {
            ContentProfile profile = profiles.find(creator.id()).orElseGet(() -> keeper.of(actor.team(), creator, List.of()));
            Optional<SourceState> source = states.find(creator.id());
            boolean isStale = source.filter(state -> state.fetchedAt().isPresent())
                    .map(state -> !state.isFresh(SourceState.PROFILE_LIFETIME, now)).orElse(false);
            return new Shown(creator, profile, profiles.outdated(creator.id()).map(ContentProfiles.Outdated::since), source, isStale, keeper.alike(profile));
        });
    }
}
