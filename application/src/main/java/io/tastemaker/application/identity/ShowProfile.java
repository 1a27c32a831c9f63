package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.UserId;
import java.util.List;

/** Shows a person its own account. */
public final class ShowProfile {

    private final PlatformTransactions transactions;
    private final Users users;

    ShowProfile(PlatformTransactions transactions, Users users) {
        this.transactions = transactions;
        this.users = users;
    }

    /**
     * What is asked.
     *
     * @param actor a person
     */
    public record Query(Actor actor) {}

    /**
     * A person as it sees itself.
     *
     * @param user the account
     * @param consents what it said to each use of its data, the last word of each tier, by tier
     */
    public record Profile(User user, List<Consent> consents) {
        /** Copies the consents. */
        public Profile {
            consents = List.copyOf(consents);
        }
    }

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the profile
     */
    public Profile handle(Query query) {
        Actor.Person person = OwnSession.of(query.actor());
        return transactions.reading(query.actor(), () -> profile(users, person.user()));
    }

    static Profile profile(Users users, UserId id) {
        return new Profile(users.find(id).orElseThrow(Refusal.NotFound::new), users.consents(id));
    }
}
