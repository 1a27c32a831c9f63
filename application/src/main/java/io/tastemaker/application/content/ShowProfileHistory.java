package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentProfiles;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.ProfileSnapshot;
import io.tastemaker.domain.shared.CreatorId;
import java.time.LocalDate;
import java.util.List;

/** Shows what a creator's profile said over time. */
public final class ShowProfileHistory {

    private final Transactions transactions;
    private final ContentProfiles profiles;
    private final ShowCreator showCreator;

    ShowProfileHistory(Transactions transactions, ContentProfiles profiles, ShowCreator showCreator) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.showCreator = showCreator;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param creator whose profile
     * @param from the first day
     * @param to the last day
     */
    public record Query(Actor actor, CreatorId creator, LocalDate from, LocalDate to) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return one snapshot for each day on which the profile was computed, the earliest first
     * @throws Refusal.NotFound when there is no such creator that the team may see
     */
    public List<ProfileSnapshot> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        showCreator.handle(new ShowCreator.Query(query.actor(), new FindCreator.Which.ById(query.creator())));
        return transactions.reading(query.actor(), () -> profiles.history(query.creator(), query.from(), query.to()));
    }
}
